import { and, asc, count, desc, eq, gt, gte, lt, lte, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Place } from "../../../schema/actor.ts";
import type { LedgerFilter } from "../../../schema/endpoint/ledger-endpoints.ts";
import { LedgerBody, type LedgerEntry } from "../../../schema/ledger/ledger.ts";
import type { Anchor, ChainRow } from "../../domain/ledger/chain.ts";
import type { Memory } from "../memory.ts";
import { withinAny } from "../within-place.ts";
import { ledgerAnchors, ledgerEntries } from "./ledger-tables.ts";

const Link = z.object({ body: z.string(), hash: z.string() });

/** Where a page begins: before this entry, newest first. */
export type LedgerCursor = { readonly at: number; readonly chain: string; readonly seq: number };

/** A row as it is stored, with whether the columns it is found by say what its text says. */
export type StoredLink = ChainRow & { readonly consistent: boolean };

/** The columns that entries are found by, made from the text that the hash covers. */
function columnsOf(entry: LedgerBody) {
	return {
		at: entry.at,
		staffId: entry.actor?.kind === "staff" ? entry.actor.staffId : null,
		act: entry.act,
		subject: `\n${Object.values(entry.subject).join("\n")}\n`,
	};
}

/** Writes links of one chain and, as its anchor, where they end; idempotent. Rejects when D1 does not take them. */
export async function rememberLinks(memory: Memory, chain: string, rows: readonly ChainRow[], at: number) {
	const last = rows.at(-1);
	if (last === undefined) return;
	const anchor = memory
		.insert(ledgerAnchors)
		.values({ chain, seq: last.seq, hash: last.hash, at })
		.onConflictDoNothing();
	const entries = rows.map(({ seq, hash, body }) => {
		const columns = columnsOf(LedgerBody.parse(JSON.parse(body)));
		return memory
			.insert(ledgerEntries)
			.values({ chain, seq, ...columns, body, hash })
			.onConflictDoNothing();
	});
	await memory.batch([anchor, ...entries]);
}

/** Where the copy of a chain ends; null when there is none. */
export async function lastLink(memory: Memory, chain: string): Promise<Anchor | null> {
	const { seq, hash } = ledgerEntries;
	const [row] = await memory
		.select({ seq, hash })
		.from(ledgerEntries)
		.where(eq(ledgerEntries.chain, chain))
		.orderBy(desc(seq))
		.limit(1);
	return row ?? null;
}

/** An entry with the one that says what came of it; null: none does. */
export type EntryWithOutcome = { readonly entry: LedgerEntry; readonly outcome: LedgerEntry | null };

/** An outcome stands beside what it is the outcome of, and nowhere else. */
const isNoOutcome = sql`refers_to is null`;
const outcomeBeside = sql<string | null>`(
	select json_object('body', later.body, 'hash', later.hash) from ledger_entry as later
	where later.chain = ledger_entry.chain and later.refers_to = ledger_entry.seq
	order by later.seq limit 1
)`;

/** One page of the entries within any of these places that match a filter, newest first, with their outcomes. */
export async function listEntries(
	memory: Memory,
	places: readonly Place[],
	filter: LedgerFilter,
	page: { readonly limit: number; readonly before: LedgerCursor | null },
): Promise<EntryWithOutcome[]> {
	const rows = await memory
		.select({ body: ledgerEntries.body, hash: ledgerEntries.hash, outcome: outcomeBeside })
		.from(ledgerEntries)
		.where(
			and(
				isNoOutcome,
				withinAny(ledgerEntries.chain, places),
				matching(filter),
				page.before === null ? undefined : earlierThan(page.before),
			),
		)
		.orderBy(desc(ledgerEntries.at), desc(ledgerEntries.chain), desc(ledgerEntries.seq))
		.limit(page.limit);
	return rows.map(({ body, hash, outcome }) => ({
		entry: entryOf(body, hash),
		outcome: outcome === null ? null : outcomeOf(outcome),
	}));
}

function entryOf(body: string, hash: string): LedgerEntry {
	return { ...LedgerBody.parse(JSON.parse(body)), hash };
}

function outcomeOf(row: string): LedgerEntry {
	const { body, hash } = Link.parse(JSON.parse(row));
	return entryOf(body, hash);
}

/** How many entries within any of these places match, counted no further than `limit`. */
export async function countEntries(
	memory: Memory,
	places: readonly Place[],
	filter: LedgerFilter,
	limit: number,
): Promise<number> {
	const found = memory
		.select({ seq: ledgerEntries.seq })
		.from(ledgerEntries)
		.where(and(isNoOutcome, withinAny(ledgerEntries.chain, places), matching(filter)))
		.limit(limit)
		.as("found");
	const [row] = await memory.select({ count: count() }).from(found);
	return row?.count ?? 0;
}

/** Stored links of one chain after `seq`, oldest first, unread. */
export async function linksAfter(memory: Memory, chain: string, seq: number, limit: number): Promise<StoredLink[]> {
	const rows = await memory
		.select()
		.from(ledgerEntries)
		.where(and(eq(ledgerEntries.chain, chain), gt(ledgerEntries.seq, seq)))
		.orderBy(asc(ledgerEntries.seq))
		.limit(limit);
	return rows.map((row) => ({ seq: row.seq, hash: row.hash, body: row.body, consistent: isConsistent(row) }));
}

/** The anchors of one chain with seqs in a range, both included. */
export async function anchorsBetween(memory: Memory, chain: string, from: number, to: number): Promise<Anchor[]> {
	return memory
		.select({ seq: ledgerAnchors.seq, hash: ledgerAnchors.hash })
		.from(ledgerAnchors)
		.where(and(eq(ledgerAnchors.chain, chain), gte(ledgerAnchors.seq, from), lte(ledgerAnchors.seq, to)));
}

function isConsistent(row: typeof ledgerEntries.$inferSelect): boolean {
	const body = bodyIn(row.body);
	if (body === null || body.chain !== row.chain || body.seq !== row.seq) return false;
	const { at, staffId, act, subject } = columnsOf(body);
	return at === row.at && staffId === row.staffId && act === row.act && subject === row.subject;
}

/** Null when what stands there is no entry at all. */
export function bodyIn(text: string): LedgerBody | null {
	try {
		const parsed = LedgerBody.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}

function matching(filter: LedgerFilter): SQL | undefined {
	const { chain, at, staffId, act, subject } = ledgerEntries;
	return and(
		filter.nodeId === undefined ? undefined : eq(chain, filter.nodeId),
		filter.from === undefined ? undefined : gte(at, filter.from),
		filter.to === undefined ? undefined : lte(at, filter.to),
		filter.staffId === undefined ? undefined : eq(staffId, filter.staffId),
		filter.act === undefined ? undefined : eq(act, filter.act),
		filter.subject === undefined ? undefined : gt(sql`instr(${subject}, ${`\n${filter.subject}\n`})`, 0),
	);
}

function earlierThan({ at, chain, seq }: LedgerCursor): SQL | undefined {
	const sameTime = or(lt(ledgerEntries.chain, chain), and(eq(ledgerEntries.chain, chain), lt(ledgerEntries.seq, seq)));
	return or(lt(ledgerEntries.at, at), and(eq(ledgerEntries.at, at), sameTime));
}
