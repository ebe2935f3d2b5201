import { useAddress } from "../frame/address.ts";
import { CaseList } from "./case-list.tsx";
import { CaseView } from "./case-view.tsx";

/** The cases of a part of the bank, or one of them: as the address says. */
export default function CasesView() {
	const [caseId] = useAddress().rest;
	return caseId === undefined ? <CaseList /> : <CaseView key={caseId} caseId={caseId} />;
}
