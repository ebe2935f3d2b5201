import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import type { LedgerRow } from "../../../schema/ledger/ledger.ts";
import { forwarded } from "../../ledger/a-ledger.ts";
import { AUDITOR, bearer, call } from "../callers.ts";

/** What stands in a chain by now, oldest first. */
export async function entriesOf(chain: string, query = ""): Promise<LedgerRow[]> {
	await forwarded(chain);
	const response = await call(`/ledger?limit=200&nodeId=${chain}${query}`, { headers: await bearer(AUDITOR) });
	return ENDPOINTS.ledger.output.parse(await response.json()).rows.reverse();
}

/** What was to be done, to whom, and what came of it unless it was done. */
export const told = ({ act, subject, result: { state, code } }: LedgerRow) => [
	act,
	subject,
	...(state === "done" ? [] : [`${state}:${code}`]),
];
