import { harmlessCell, UTF_8_MARK } from "../../../rules/harmless-cell.ts";
import type { LedgerActor, LedgerResult, LedgerRow } from "../../../schema/ledger/ledger.ts";
import { LEDGER_STATES } from "../../../schema/ledger/ledger-state.ts";
import { capacityOf } from "../../domain/people/identity.ts";

/** What each column says of an entry, under its heading. */
const COLUMNS: Readonly<Record<string, (entry: LedgerRow) => string>> = {
	"时间 Time (UTC)": ({ at }) => new Date(at).toISOString(),
	"机构 Node": ({ chain }) => chain,
	"序号 Seq": ({ seq }) => String(seq),
	"操作人编号 Who": ({ actor }) => nameOf(actor),
	"身份 As": ({ actor }) => (actor === null ? "stranger" : capacityOf(actor)),
	"所在机构 From": ({ actor }) => (actor !== null && "nodeId" in actor ? actor.nodeId : ""),
	"何人 Who": ({ who }) => who?.zh ?? "未登录者",
	"Who in English": ({ who }) => who?.en ?? "Nobody signed in",
	"事项 What": ({ said }) => said.zh,
	"What in English": ({ said }) => said.en,
	"操作 Act": ({ act }) => act,
	"对象 Subject": ({ subject }) =>
		Object.entries(subject)
			.map(([key, id]) => `${key}=${id}`)
			.join("; "),
	"原因 Reason": ({ reason }) => reason ?? "",
	"结果 Outcome": ({ result }) => textOf(result, "zh"),
	"Outcome in English": ({ result }) => textOf(result, "en"),
	"结果代码 Outcome code": ({ result: { state, code } }) => (code === null ? state : `${state}:${code}`),
	"结果序号 Outcome seq": ({ result }) => (result.toldBy === null ? "" : String(result.toldBy.seq)),
	"结果摘要 Outcome hash": ({ result }) => result.toldBy?.hash ?? "",
	"会话 Session": ({ sessionId }) => sessionId ?? "",
	"设备 Device": ({ device }) => device ?? "",
	"请求 Request": ({ requestId }) => requestId,
	"摘要 Hash": ({ hash }) => hash,
};

/**
 * Entries as CSV. The first part carries the mark by which Excel knows UTF-8, and the headings. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function ledgerCsv(entries: readonly LedgerRow[], first: boolean): string {
	const rows = entries.map((entry) => Object.values(COLUMNS).map((cell) => cell(entry)));
	const lines = (first ? [Object.keys(COLUMNS), ...rows] : rows).map((cells) => `${cells.map(cellOf).join(",")}\n`);
	return (first ? UTF_8_MARK : "") + lines.join("");
}

/** RFC 4180. By hand: the library for it weighs more than the whole ledger object. */
function cellOf(text: string): string {
	const harmless = harmlessCell(text);
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The words of the ledger's page. */
function textOf({ state, why }: LedgerResult, language: "zh" | "en"): string {
	const stated = LEDGER_STATES[state][language];
	if (why === null) return stated;
	return language === "zh" ? `${stated}：${why.zh}` : `${stated}: ${why.en}`;
}

function nameOf(actor: LedgerActor | null): string {
	if (actor === null) return "";
	switch (actor.kind) {
		case "staff":
			return actor.staffId;
		case "device":
			return actor.deviceId;
		case "service":
			return actor.accountId;
		case "customer":
			return actor.ticketId;
		case "system":
			return "system";
		default:
			return actor satisfies never;
	}
}
