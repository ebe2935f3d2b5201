import { kindOfNode } from "../../../rules/institution.ts";
import type { BranchId, NodeId } from "../../../schema/ids.ts";
import type { ChainBreak, ClosedDayCheck, LedgerVerification } from "../../../schema/ledger/ledger.ts";
import { seqLeftIn } from "../../domain/commit/set-back.ts";
import { type ClosedDay, closedDayIn } from "../../domain/day/closed-day.ts";
import { type Anchor, BEFORE_FIRST, followChain } from "../../domain/ledger/chain.ts";
import { LEDGER_CHAIN } from "../../ledger/ledger-chain.ts";
import type { Attestation } from "../../ledger/ledger-object.ts";
import type { Env } from "../../platform/env.ts";
import { reportHashes } from "../../records/bank/report.ts";
import { anchorsBetween, bodyIn, linksAfter, type StoredLink } from "../../records/ledger/ledger.ts";
import { type Memory, memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { Refused } from "../door/serve.ts";

const PAGE_ROWS = 500;

/** What was read of one chain, up to its end or to where it broke. */
type Reading = {
	readonly entries: number;
	readonly from: number | null;
	readonly last: Anchor;
	readonly brokenAt: ChainBreak | null;
	readonly closed: readonly ToldDay[];
};

/** A closed day as the chain tells of it; `mayBeLost`: the branch was set back to before its end afterwards. */
type ToldDay = ClosedDay & { readonly mayBeLost: boolean };

/** Follows a chain through the bank's memory and holds it against those who know better: its object and its branch. */
export async function verifyLedger(env: Env, chain: NodeId): Promise<LedgerVerification | Refused> {
	const memory = memoryOf(env.DB);
	// Asked before reading: whatever was acknowledged by now must be there.
	const { acknowledged } = await env.LEDGER.getByName(chain).attest(0);
	const reading = await readChain(memory, chain);
	const attested = await env.LEDGER.getByName(chain).attest(reading.last.seq);
	const brokenAt = reading.brokenAt ?? (await endFault(env, chain, reading.last, acknowledged, attested));
	const days = kindOfNode(chain) === "branch" ? await checkDays(env, chain, reading.closed) : [];
	if (days instanceof Refused) return days;
	const agrees = (day: ClosedDayCheck) =>
		day.commits !== "differs" && (day.report === "agrees" || day.report === "replaced") && day.brokenAt === null;
	return {
		chain,
		holds: brokenAt === null && days.every(agrees),
		entries: reading.entries,
		from: reading.from,
		head: attested.head.seq === 0 ? null : { ...attested.head },
		pending: Math.max(0, attested.head.seq - attested.acknowledged.seq),
		brokenAt,
		days,
	};
}

async function readChain(memory: Memory, chain: NodeId): Promise<Reading> {
	let last: Anchor = BEFORE_FIRST;
	let entries = 0;
	let from: number | null = null;
	let closed: ToldDay[] = [];
	// Also what somebody has put before the first link.
	let rows = await linksAfter(memory, chain, Number.MIN_SAFE_INTEGER, PAGE_ROWS);
	while (rows.length > 0) {
		from ??= rows[0]?.seq ?? null;
		const page = await followPage(memory, chain, last, rows);
		entries += rows.length;
		closed = rows.reduce(daysAfter, closed);
		if (page.brokenAt !== null) return { entries, from, last: page.last, brokenAt: page.brokenAt, closed };
		last = page.last;
		rows = rows.length < PAGE_ROWS ? [] : await linksAfter(memory, chain, last.seq, PAGE_ROWS);
	}
	return { entries, from, last, brokenAt: null, closed };
}

/** The days told of so far, and with one more entry. */
function daysAfter(closed: readonly ToldDay[], { body }: StoredLink): ToldDay[] {
	const entry = bodyIn(body);
	const day = closedDayIn(entry);
	if (day !== null) return [...closed, { ...day, mayBeLost: false }];
	const left = seqLeftIn(entry);
	return closed.map((each) => (left !== null && each.lastSeq > left ? { ...each, mayBeLost: true } : each));
}

async function followPage(memory: Memory, chain: NodeId, after: Anchor, rows: readonly StoredLink[]) {
	const upTo = rows.at(-1)?.seq ?? after.seq;
	const anchors = new Map(
		(await anchorsBetween(memory, chain, after.seq + 1, upTo)).map(({ seq, hash }) => [seq, hash]),
	);
	let { last, brokenAt } = followChain(LEDGER_CHAIN, rows, { after, anchors });
	if (brokenAt !== null && brokenAt.seq > upTo - 2) {
		// What was done is told by the rows behind the break, which may be on the next page.
		const more = await linksAfter(memory, chain, upTo, PAGE_ROWS);
		brokenAt = followChain(LEDGER_CHAIN, [...rows, ...more], { after, anchors }).brokenAt;
	}
	const altered = rows.find(({ consistent, seq }) => !consistent && seq > after.seq);
	if (altered !== undefined && altered.seq < (brokenAt?.seq ?? Number.POSITIVE_INFINITY)) {
		brokenAt = { seq: altered.seq, what: "flipped" };
	}
	return { last: { seq: last.seq, hash: last.hash ?? "" }, brokenAt };
}

/** Whether the copy ends as the chain's own object says; a copy made anew as a whole is found only here. */
async function endFault(
	env: Env,
	chain: NodeId,
	last: Anchor,
	acknowledged: Anchor,
	{ head, hashAt }: Attestation,
): Promise<ChainBreak | null> {
	if (last.seq < acknowledged.seq) return { seq: last.seq + 1, what: "deleted" };
	if (last.seq > head.seq) return { seq: head.seq + 1, what: "inserted" };
	if (hashAt === null || hashAt === last.hash) return null;
	return { seq: await firstDifference(env, chain, last.seq), what: "head" };
}

/** The first seq at which the copy and the object have different hashes, as far back as the object keeps them. */
async function firstDifference(env: Env, chain: NodeId, lastSeq: number): Promise<number> {
	const memory = memoryOf(env.DB);
	for (let after = 0; after < lastSeq; ) {
		const own = await env.LEDGER.getByName(chain).hashesAfter(after, PAGE_ROWS);
		const copy = await linksAfter(memory, chain, (own[0]?.seq ?? lastSeq) - 1, PAGE_ROWS);
		const different = copy.find(({ hash }, index) => own[index]?.hash !== hash);
		if (different !== undefined || copy.length === 0) return different?.seq ?? lastSeq;
		after = copy.at(-1)?.seq ?? lastSeq;
	}
	return lastSeq;
}

async function checkDays(
	env: Env,
	branchId: BranchId,
	closed: readonly ToldDay[],
): Promise<ClosedDayCheck[] | Refused> {
	if (closed.length === 0) return [];
	const reports = await reportHashes(memoryOf(env.DB), branchId);
	const attested = await askBranch(env, branchId, async (branch) => branch.attestDays(closed));
	if (attested instanceof Refused) return attested;
	const isLost = (index: number) => closed[index]?.mayBeLost === true && attested[index]?.hash !== closed[index].hash;
	const checks = closed.map(({ businessDay, firstSeq, lastSeq, hash }, index): ClosedDayCheck => {
		const own = attested[index];
		const day = { businessDay, firstSeq, lastSeq, brokenAt: own?.brokenAt ?? null };
		if (isLost(index)) return { ...day, commits: "set-back", report: "replaced" };
		const report = reports.get(businessDay);
		const agrees = own?.hash === hash;
		// Reopened and closed again: the first closing is held against the commits alone.
		const isReplaced =
			agrees && closed.some((each, at) => each.businessDay === businessDay && each.lastSeq > lastSeq && !isLost(at));
		return {
			...day,
			commits: own === undefined || own.hash === null ? "gone" : agrees ? "agrees" : "differs",
			report: isReplaced ? "replaced" : report === undefined ? "missing" : report === hash ? "agrees" : "differs",
		};
	});
	return checks.reverse();
}
