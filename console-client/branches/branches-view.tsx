import { ForecastView } from "../forecast/forecast-view.tsx";
import { FORECAST_PART, useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { ReportView } from "../report/report-view.tsx";
import { BranchList } from "./branch-list.tsx";
import { BranchView } from "./branch-view.tsx";
import { ownBranch } from "./own-branch.ts";

/** All branches, one of them, one day of one of them, or what it expects: as the address says. Whoever answers for one branch begins there. */
export default function BranchesView() {
	const me = useMe();
	const [named, businessDay] = useAddress().rest;
	const branchId = named ?? ownBranch(me.session.actors);
	if (branchId === null) return <BranchList />;
	if (businessDay === FORECAST_PART) return <ForecastView branchId={branchId} />;
	if (businessDay === undefined) return <BranchView branchId={branchId} />;
	return <ReportView branchId={branchId} businessDay={businessDay} />;
}
