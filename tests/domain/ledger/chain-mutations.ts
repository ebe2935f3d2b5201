import type { ChainRow } from "../../../worker/domain/ledger/chain.ts";

/** A chain as somebody has changed it, and what they did. */
export type Mutation = { readonly what: "flipped" | "deleted" | "inserted" | "swapped"; readonly rows: ChainRow[] };

/** Numbers in [0, 1). */
type Random = () => number;

export const ALPHABET = [...'0123456789abcdef {}":,'];

const below = (random: Random, limit: number) => Math.floor(random() * limit);

/** Any place, and the two ends more often than the others. */
function anyPlace(random: Random, length: number): number {
	const draw = random();
	if (draw < 0.1) return 0;
	return draw < 0.2 ? length - 1 : below(random, length);
}

function otherCharacter(random: Random, character: string): string {
	for (;;) {
		const other = ALPHABET[below(random, ALPHABET.length)] ?? "0";
		if (other !== character) return other;
	}
}

/** One character anywhere in a row: its hash, its text, or the seq it stands under. */
function flip(rows: readonly ChainRow[], random: Random): Mutation {
	const index = anyPlace(random, rows.length);
	const row = rows[index] as ChainRow;
	const part = (["hash", "body", "seq"] as const)[below(random, 3)];
	if (part === "seq" || part === undefined) {
		const seq = row.seq + (random() < 0.5 ? -1 : 1) * (1 + below(random, 9));
		return { what: "flipped", rows: rows.with(index, { ...row, seq }) };
	}
	const at = anyPlace(random, row[part].length);
	const text = row[part].slice(0, at) + otherCharacter(random, row[part][at] ?? "") + row[part].slice(at + 1);
	return { what: "flipped", rows: rows.with(index, { ...row, [part]: text }) };
}

function remove(rows: readonly ChainRow[], random: Random): Mutation {
	return { what: "deleted", rows: rows.toSpliced(anyPlace(random, rows.length), 1) };
}

/** A copy of another row, or one made up, before any row or behind the last. */
function insert(rows: readonly ChainRow[], random: Random): Mutation {
	const index = random() < 0.1 ? rows.length : anyPlace(random, rows.length);
	const copied = rows[below(random, rows.length)] as ChainRow;
	const madeUp = { ...copied, body: copied.body.replace("issue", "erase") };
	return { what: "inserted", rows: rows.toSpliced(index, 0, random() < 0.5 ? copied : madeUp) };
}

function swap(rows: readonly ChainRow[], random: Random): Mutation {
	const first = anyPlace(random, rows.length);
	const second = (first + 1 + below(random, rows.length - 1)) % rows.length;
	const [a, b] = [rows[first] as ChainRow, rows[second] as ChainRow];
	return { what: "swapped", rows: rows.with(first, b).with(second, a) };
}

/** The end cut off, by one row or many. */
function cut(rows: readonly ChainRow[], random: Random): Mutation {
	return { what: "deleted", rows: rows.slice(0, below(random, rows.length)) };
}

export const MUTATIONS = [flip, remove, insert, swap, cut] as const;

/** Index of the first row that is not the same in both; the shorter length when one goes on. */
export function firstDifference(one: readonly ChainRow[], other: readonly ChainRow[]): number {
	const length = Math.min(one.length, other.length);
	for (let index = 0; index < length; index++) {
		if (JSON.stringify(one[index]) !== JSON.stringify(other[index])) return index;
	}
	return length;
}
