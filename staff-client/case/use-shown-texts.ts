import { call } from "../../client-kit/call/call.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { SHOW_CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { type ShownValues, useShown } from "../record/use-shown.ts";

/** The texts of a case that name a customer, by their columns, while they may be seen. */
export function useShownTexts(
	{ branchId, caseId, version, personal }: CaseShown,
	credential: Credential | null,
): ShownValues<Readonly<Record<string, string>>> {
	return useShown(version, async (reason) => {
		const body = { texts: personal, reason };
		const answer = await call(SHOW_CASE, { params: { branchId, caseId }, body }, credential);
		return answer.ok ? { ok: true, value: { values: answer.value.texts, hideAt: answer.value.hideAt } } : answer;
	});
}
