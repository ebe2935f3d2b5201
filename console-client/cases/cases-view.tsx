import { definitionOf } from "../../rules/case/kinds.ts";
import { useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { DeniedPage } from "../parts/denied-page.tsx";
import { CaseList } from "./case-list.tsx";
import { kindLookedAt, kindsSeen } from "./case-query.ts";
import { CaseView } from "./case-view.tsx";
import { CasesAt } from "./cases-at.tsx";

/** The cases of a part of the bank, or one of them: as the address says. */
export default function CasesView() {
	const address = useAddress();
	const [caseId] = address.rest;
	const me = useMe();
	if (caseId !== undefined) {
		// A case's id begins with its branch.
		const branchId = caseId.slice(0, caseId.lastIndexOf("_"));
		return (
			<CasesAt branchId={branchId}>
				<CaseView key={caseId} branchId={branchId} caseId={caseId} />
			</CasesAt>
		);
	}
	// Everybody at work may ask for cases; a list of them is for whoever reads a kind.
	if (kindsSeen(address.section, me).length > 0) {
		return (
			<CasesAt branchId={null}>
				<CaseList />
			</CasesAt>
		);
	}
	const right = definitionOf(kindLookedAt(address, me)).rights.read;
	return <DeniedPage denial={{ endpoint: "cases", problem: { code: "not-permitted" }, right }} />;
}
