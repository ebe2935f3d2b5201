import type { LedgerEntry, LedgerResult } from "../../../schema/ledger/ledger.ts";
import { PROBLEMS } from "../../../schema/problem.ts";

/** Acts that are written down because they have happened; every other entry only announces something. */
const FACTS: ReadonlySet<string> = new Set(["sign-in", "session-ended", "commits-closed", "commits-set-back"]);

/** What came of what an entry announces: nobody is told that it was done unless the chain says so. */
export function resultOf(entry: LedgerEntry, outcome: LedgerEntry | null): LedgerResult {
	const toldBy = outcome === null ? null : { seq: outcome.seq, hash: outcome.hash };
	const told = outcome?.outcome ?? entry.outcome ?? (FACTS.has(entry.act) ? "done" : undefined);
	if (told === undefined) return { state: "unknown", code: null, why: null, toldBy };
	if (told === "done") return { state: "done", code: null, why: null, toldBy };
	const [state, code = ""] = told.split(":");
	// What broke off may have been done in part, whatever it was called when it was written down.
	const isRefused = state === "refused" && code !== "unexpected" && code !== "not-ready";
	return { state: isRefused ? "refused" : "unknown", code, why: sentenceOf(code), toldBy };
}

function sentenceOf(code: string): { zh: string; en: string } {
	if (!isProblem(code)) return { zh: code, en: code };
	const [, zh, en] = PROBLEMS[code];
	return { zh, en };
}

function isProblem(code: string): code is keyof typeof PROBLEMS {
	return Object.hasOwn(PROBLEMS, code);
}
