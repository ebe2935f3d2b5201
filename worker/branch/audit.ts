import type { Verification } from "../../schema/endpoint/branch-endpoints.ts";
import { type BranchEvent, Commit } from "../../schema/hall/event.ts";
import type { ChainBreak } from "../../schema/ledger/ledger.ts";
import type { ClosedDay } from "../domain/day/closed-day.ts";
import type { BranchState } from "../domain/hall/branch-state.ts";
import { type ChainKind, followChain } from "../domain/ledger/chain.ts";
import { upToClosing } from "../domain/report/day-facts.ts";
import { compareReport } from "../domain/report/report-version.ts";
import { findReportText } from "../records/bank/report.ts";
import type { Memory } from "../records/memory.ts";
import { type CommitLog, hashOf, type StoredDay } from "./log/commit-log.ts";

export type AuditPage = {
	readonly rows: readonly (Commit & { readonly hash: string })[];
	readonly nextSeq: number | null;
};

/**
 * One page of a day's commits; `nextSeq`: the last seq of this page, after which the next begins. The links of ticket pages are left out,
 * for they open a ticket to anybody; `hash` is that of the commit as it is stored, links included.
 */
export function auditPage(log: CommitLog, businessDay: string, after: number, limit: number): AuditPage {
	const rows = [...log.commitsOf(businessDay, after, limit + 1)].map(({ commit, hash }) => ({
		...commit,
		events: commit.events.map(withoutLinks),
		hash,
	}));
	const page = rows.slice(0, limit);
	return { rows: page, nextSeq: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

function withoutLinks(event: BranchEvent): BranchEvent {
	if (event.type === "ticket-issued") return { ...event, link: "" };
	if (event.type !== "day-opened" || event.carried === undefined) return event;
	const tickets = event.carried.tickets.map((ticket) => ({ ...ticket, link: "" }));
	return { ...event, carried: { ...event.carried, tickets } };
}

/** Makes a day's report again from the branch's commits, compares it with the report in D1, and follows the hash chain. */
export async function verifyDay(
	log: CommitLog,
	memory: Memory,
	{ branchId, seq }: BranchState,
	businessDay: string,
): Promise<Verification | null> {
	const day = log.storedDay(businessDay, seq);
	if (day === null) return null;
	const { rows } = day;
	const commits = rows.flatMap((row) => commitIn(row) ?? []);
	const report = await findReportText(memory, branchId, businessDay);
	const compared = report === null ? null : compareReport(parsed(report.body), upToClosing(commits));
	const closing = rows.find((row) => row.seq === report?.lastSeq);
	const readable = commits.length === rows.length;
	return {
		businessDay,
		identical: readable && compared?.identical === true && closing?.hash === report?.hash,
		stored: report !== null,
		version: compared?.version ?? null,
		versionKnown: compared?.versionKnown ?? true,
		commits: rows.length,
		hash: rows.at(-1)?.hash ?? "",
		brokenAt: dayBreak(day)?.seq ?? null,
	};
}

/** How a branch's commits are chained. */
const COMMIT_CHAIN: ChainKind = { hashOf, seqOf: (body) => commitIn({ body })?.seq ?? null };

/** Where a day's chain is broken; null: nowhere. It begins with the hash of the commit before the day, which is kept when that commit is dropped. */
export function dayBreak({ rows, firstSeq, lastSeq, hashBefore }: StoredDay): ChainBreak | null {
	return followChain(COMMIT_CHAIN, rows, { after: { seq: firstSeq - 1, hash: hashBefore }, lastSeq }).brokenAt;
}

/** The branch's own hash of a closed day: null when it was dropped after its time, empty when it should be here and is not. */
export type DayAttestation = { readonly hash: string | null; readonly brokenAt: number | null };

/** Of closed days that the ledger knows: what the branch's own commits say. `seq`: of the latest commit. */
export function attestDays(log: CommitLog, seq: number, days: readonly ClosedDay[]): DayAttestation[] {
	return days.map(({ businessDay, lastSeq }) => {
		const stored = log.storedDay(businessDay, seq);
		if (stored === null) return { hash: lastSeq < log.firstKeptSeq ? null : "", brokenAt: null };
		const closing = stored.rows.find((row) => row.seq === lastSeq);
		return { hash: closing?.hash ?? "", brokenAt: dayBreak(stored)?.seq ?? null };
	});
}

/** Null when what stands there is no commit at all. */
function commitIn({ body }: { readonly body: string }): Commit | null {
	const commit = Commit.safeParse(parsed(body));
	return commit.success ? commit.data : null;
}

/** Undefined when the text is no JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
