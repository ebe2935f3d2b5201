import { NEW_BRANCH_PART, useAddress } from "../frame/address.ts";
import { laterView } from "../parts/later-view.tsx";

const InstitutionView = laterView(() => import("../institution/institution-view.tsx"));
const NewBranchView = laterView(() => import("../new-branch/new-branch-view.tsx"));

/** The tree of the bank, or a new branch in it: as the address says. */
export default function InstitutionSection() {
	const [part] = useAddress().rest;
	return part === NEW_BRANCH_PART ? <NewBranchView /> : <InstitutionView />;
}
