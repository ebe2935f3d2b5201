import type { Credential } from "../../client-kit/call/credential.ts";
import type { May } from "../../rules/holding.ts";
import { OPEN_CASES } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { CASES_SHOWN_MAX } from "../case/use-cases.ts";
import { useReading } from "../live/use-reading.ts";

/** News comes by the live connection; this is for what was missed. */
const READ_EVERY_MS = 300_000;

/** The records that wait for this person's signature; read again with the person's cases. */
export function useToSign(at: {
	readonly branchId: string;
	readonly staffId: string;
	readonly credential: Credential | null;
	readonly may: May;
}): readonly CaseShown[] {
	const input = {
		params: { branchId: at.branchId },
		query: { kind: "referral", mine: "true", limit: CASES_SHOWN_MAX } as const,
	};
	const enabled = at.may("referral.sign");
	const { data } = useReading(OPEN_CASES, input, at.credential, { enabled, everyMs: READ_EVERY_MS });
	return (data?.rows ?? []).filter(
		({ ownerId, facts }) => ownerId === at.staffId && facts.isAssigned === 1 && facts.signedBy === null,
	);
}
