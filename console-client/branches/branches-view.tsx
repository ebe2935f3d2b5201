import { useAddress } from "../frame/address.ts";
import { BranchList } from "./branch-list.tsx";
import { BranchView } from "./branch-view.tsx";
import { ReportView } from "./report-view.tsx";

/** All branches, one of them, or one day of one of them: as the address says. */
export default function BranchesView() {
	const [branchId, businessDay] = useAddress().rest;
	if (branchId === undefined) return <BranchList />;
	if (businessDay === undefined) return <BranchView branchId={branchId} />;
	return <ReportView branchId={branchId} businessDay={businessDay} />;
}
