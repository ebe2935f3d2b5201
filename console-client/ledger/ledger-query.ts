import { endOfDay, startOfDay } from "../parts/moment.ts";

export type LedgerQuery = {
	readonly nodeId?: string;
	readonly from?: number;
	readonly to?: number;
	readonly staffId?: string;
	readonly act?: string;
	readonly subject?: string;
};

/** What is asked for, from the filters in the address: days are Shanghai's, the last one whole. */
export function ledgerQuery(address: URLSearchParams): LedgerQuery {
	const text = (name: string) => address.get(name)?.trim() || undefined;
	const [nodeId, staffId, act, subject] = [text("node"), text("staff"), text("act"), text("subject")];
	const from = startOfDay(address.get("from") ?? "");
	const to = endOfDay(address.get("to") ?? "");
	return {
		...(nodeId && { nodeId }),
		...(from !== null && { from }),
		...(to !== null && { to }),
		...(staffId && { staffId: staffId.toLowerCase() }),
		...(act && { act }),
		...(subject && { subject }),
	};
}
