import { stringify } from "csv-stringify/sync";
import type { LedgerActor, LedgerEntry } from "../../schema/ledger.ts";

/** What each column says of an entry, under its heading. */
const COLUMNS: Readonly<Record<string, (entry: LedgerEntry) => string>> = {
	"时间 Time (UTC)": ({ at }) => new Date(at).toISOString(),
	"机构 Node": ({ chain }) => chain,
	"序号 Seq": ({ seq }) => String(seq),
	"操作人 Who": ({ actor }) => nameOf(actor),
	"身份 As": ({ actor }) => roleOf(actor),
	"所在机构 From": ({ actor }) => (actor !== null && "nodeId" in actor ? actor.nodeId : ""),
	"操作 Act": ({ act }) => act,
	"对象 Subject": ({ subject }) =>
		Object.entries(subject)
			.map(([key, id]) => `${key}=${id}`)
			.join("; "),
	"原因 Reason": ({ reason }) => reason ?? "",
	"结果 Outcome": ({ outcome, refersTo }) => [outcome, refersTo && `#${refersTo}`].filter(Boolean).join(" "),
	"会话 Session": ({ sessionId }) => sessionId ?? "",
	"设备 Device": ({ device }) => device ?? "",
	"请求 Request": ({ requestId }) => requestId,
	"摘要 Hash": ({ hash }) => hash,
};

/**
 * Entries as CSV. The first part carries the mark by which Excel knows UTF-8, and the headings. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function ledgerCsv(entries: readonly LedgerEntry[], first: boolean): string {
	const rows = entries.map((entry) => Object.values(COLUMNS).map((cell) => cell(entry)));
	return stringify(first ? [Object.keys(COLUMNS), ...rows] : rows, { bom: first, escape_formulas: true });
}

function nameOf(actor: LedgerActor | null): string {
	if (actor === null) return "";
	switch (actor.kind) {
		case "staff":
			return actor.staffId;
		case "device":
			return actor.deviceId;
		case "customer":
			return actor.ticketId;
		case "system":
			return "system";
		default:
			return actor satisfies never;
	}
}

function roleOf(actor: LedgerActor | null): string {
	if (actor === null) return "stranger";
	switch (actor.kind) {
		case "staff":
			return actor.role;
		case "device":
			return actor.purpose;
		case "customer":
		case "system":
			return actor.kind;
		default:
			return actor satisfies never;
	}
}
