import type { ChainBreak, ChainFault } from "../../../schema/ledger/ledger.ts";

/** A link as it is stored: somebody with the file in hand may have changed any part of it. */
export type ChainRow = { readonly seq: number; readonly hash: string; readonly body: string };

/** How this kind of chain is made. */
export type ChainKind = {
	/** Hex hash over the hash before and the very text of this row. */
	readonly hashOf: (previous: string, body: string) => string;
	/** The seq inside a text; null when the text is none of this chain's. */
	readonly seqOf: (body: string) => number | null;
};

/** A point that is trusted: the link at `seq` has this hash. */
export type Anchor = { readonly seq: number; readonly hash: string };

/** What the hash of the very first link covers besides its own text. */
export const BEFORE_FIRST: Anchor = { seq: 0, hash: "" };

/** Where to begin and what to hold the links against. */
export type ChainExpectation = {
	/** The link before the first row. A null hash: it is not known any more, so the first row is taken as it stands. */
	readonly after: { readonly seq: number; readonly hash: string | null };
	/** Further trusted points within the rows, by seq. */
	readonly anchors?: ReadonlyMap<number, string>;
	/** The seq that the rows must reach and not exceed; absent: more rows may follow. */
	readonly lastSeq?: number;
};

/** How far a chain could be followed, and where it broke. */
export type Followed = { readonly last: ChainExpectation["after"]; readonly brokenAt: ChainBreak | null };

/** Adds a link: the hash of `body` after `previous`. */
export function linkAfter(kind: ChainKind, previous: Anchor, body: string): ChainRow {
	return { seq: previous.seq + 1, hash: kind.hashOf(previous.hash, body), body };
}

/** Follows rows, as they are stored, from one link to the next; stops at the first that is not what it must be. */
export function followChain(kind: ChainKind, rows: readonly ChainRow[], expected: ChainExpectation): Followed {
	let last = expected.after;
	for (const [index, row] of rows.entries()) {
		const seq = last.seq + 1;
		if (expected.lastSeq !== undefined && seq > expected.lastSeq) return broken(last, seq, "inserted");
		if (!follows(kind, last, row)) return broken(last, seq, faultAt(kind, rows, index, last));
		const anchor = expected.anchors?.get(seq);
		if (anchor !== undefined && anchor !== row.hash) return broken(last, seq, "head");
		last = { seq, hash: row.hash };
	}
	const complete = expected.lastSeq === undefined || last.seq >= expected.lastSeq;
	return complete ? { last, brokenAt: null } : broken(last, last.seq + 1, "deleted");
}

function broken(last: Followed["last"], seq: number, what: ChainFault): Followed {
	return { last, brokenAt: { seq, what } };
}

function follows(kind: ChainKind, last: ChainExpectation["after"], row: ChainRow): boolean {
	if (row.seq !== last.seq + 1 || kind.seqOf(row.body) !== row.seq) return false;
	return last.hash === null || kind.hashOf(last.hash, row.body) === row.hash;
}

/** As `follows`, by the hash alone: for a row that may stand under another's seq. */
function links(kind: ChainKind, previous: string | null, row: ChainRow | undefined): boolean {
	return row !== undefined && previous !== null && kind.hashOf(previous, row.body) === row.hash;
}

/**
 * What was done at the first row that does not follow. The place is certain; the kind is what the rows around it say:
 * if the true successor still stands further on, this row was put before it, or changed places with it.
 */
function faultAt(
	kind: ChainKind,
	rows: readonly ChainRow[],
	index: number,
	last: ChainExpectation["after"],
): ChainFault {
	const here = rows[index];
	const next = rows[index + 1];
	if (next !== undefined && links(kind, last.hash, next)) {
		const exchanged = links(kind, next.hash, here) && !links(kind, next.hash, rows[index + 2]);
		return exchanged ? "swapped" : "inserted";
	}
	if (rows.some((row, at) => at > index && links(kind, last.hash, row))) return "swapped";
	const said = here === undefined ? null : kind.seqOf(here.body);
	return said !== null && said > last.seq + 1 && here?.seq === said ? "deleted" : "flipped";
}
