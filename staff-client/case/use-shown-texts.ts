import { call } from "../../client-kit/call/call.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { SHOW_CASE } from "../../rules/routes/case.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { type ShownValues, useShownRecord } from "../record/use-shown-record.ts";

/** What names a customer in a case, in full while it may be seen. */
export function useShownTexts(
	{ branchId, caseId, version, personal, fields }: CaseShown,
	credential: Credential | null,
): ShownValues<CaseInFull> {
	return useShownRecord(version, async (reason) => {
		const body = { texts: personal, fields: Object.keys(fields), reason };
		const answer = await call(SHOW_CASE, { params: { branchId, caseId }, body }, credential);
		return answer.ok ? { ok: true, value: { values: answer.value, hideAt: answer.value.hideAt } } : answer;
	});
}
