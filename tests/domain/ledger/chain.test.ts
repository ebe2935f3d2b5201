import { hash } from "node:crypto";
import { describe, it } from "vitest";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import {
	BEFORE_FIRST,
	type ChainKind,
	type ChainRow,
	followChain,
	linkAfter,
} from "../../../worker/domain/ledger/chain.ts";
import { seedOf } from "../seed.ts";
import { ALPHABET, firstDifference, MUTATIONS, type Mutation } from "./chain-mutations.ts";

const CHANGES = 10_000;

const KIND: ChainKind = {
	hashOf: (previous, body) => hash("sha256", previous + body, "hex"),
	seqOf: (body) => {
		try {
			const seq: unknown = JSON.parse(body).seq;
			return typeof seq === "number" ? seq : null;
		} catch {
			return null;
		}
	},
};

function aChain(length: number, after = BEFORE_FIRST): ChainRow[] {
	const rows: ChainRow[] = [];
	let last = after;
	for (let made = 0; made < length; made++) {
		const row = linkAfter(KIND, last, JSON.stringify({ seq: last.seq + 1, at: 1_000 * made, act: "issue" }));
		rows.push(row);
		last = row;
	}
	return rows;
}

describe("a chain", () => {
	it("[AUD-3] holds from its first link and from any anchor", ({ expect }) => {
		const rows = aChain(30);
		for (const start of [0, 1, 17, 29, 30]) {
			const after = rows[start - 1] ?? BEFORE_FIRST;
			const followed = followChain(KIND, rows.slice(start), { after, lastSeq: 30 });
			expect(followed).toMatchObject({ last: { seq: 30, hash: rows[29]?.hash }, brokenAt: null });
		}
	});

	it("[AUD-3] shows each of 10,000 changes at its place, and what kind it was", ({ expect }) => {
		const { next: random } = seededRandom(seedOf("chain mutations"));
		const original = aChain(24, { seq: 40, hash: "an anchor" });
		const last = original.at(-1) ?? BEFORE_FIRST;
		const counted: Record<Mutation["what"], number> = { flipped: 0, deleted: 0, inserted: 0, swapped: 0 };
		for (let done = 0; done < CHANGES; done++) {
			const mutate = MUTATIONS[done % MUTATIONS.length];
			const mutation = mutate?.(original, random);
			if (mutation === undefined) throw new Error("no such mutation");
			const expected = { after: { seq: 40, hash: "an anchor" }, lastSeq: 64, anchors: new Map([[64, last.hash]]) };
			const { brokenAt } = followChain(KIND, mutation.rows, expected);
			const place = 41 + firstDifference(original, mutation.rows);
			expect([done, mutation.what, brokenAt?.seq]).toEqual([done, mutation.what, place]);
			expect([done, brokenAt?.what]).toEqual([done, mutation.what]);
			counted[mutation.what]++;
		}
		expect(Math.min(...Object.values(counted))).toBeGreaterThan(100);
	});

	it("[AUD-3] made anew from some link on is found at the first anchor behind it", ({ expect }) => {
		const rows = aChain(30);
		const anchors = new Map([10, 20, 30].map((seq) => [seq, rows[seq - 1]?.hash ?? ""]));
		for (const [from, anchor] of [
			[1, 10],
			[10, 10],
			[11, 20],
			[30, 30],
		] as const) {
			const before = rows.slice(0, from - 1);
			const forged = before.slice();
			for (let seq = from; seq <= 30; seq++) {
				const body = JSON.stringify({ seq, act: "nothing happened" });
				forged.push(linkAfter(KIND, forged.at(-1) ?? BEFORE_FIRST, body));
			}
			const { brokenAt } = followChain(KIND, forged, { after: BEFORE_FIRST, anchors, lastSeq: 30 });
			expect(brokenAt).toEqual({ seq: anchor, what: "head" });
		}
	});

	it("[AUD-3] cut off at its end, or longer than its head, is found", ({ expect }) => {
		const rows = aChain(9);
		for (let left = 0; left < 9; left++) {
			const { brokenAt } = followChain(KIND, rows.slice(0, left), { after: BEFORE_FIRST, lastSeq: 9 });
			expect(brokenAt).toEqual({ seq: left + 1, what: "deleted" });
		}
		const longer = [...rows, linkAfter(KIND, rows.at(-1) ?? BEFORE_FIRST, '{"seq":10}')];
		expect(followChain(KIND, longer, { after: BEFORE_FIRST, lastSeq: 9 }).brokenAt).toEqual({
			seq: 10,
			what: "inserted",
		});
	});

	it("[AUD-3] flipped at every single character of a link is found there", ({ expect }) => {
		const rows = aChain(4);
		const last = rows.at(-1) ?? BEFORE_FIRST;
		for (const [index, row] of rows.entries()) {
			for (const part of ["hash", "body"] as const) {
				for (let at = 0; at < row[part].length; at++) {
					const other = ALPHABET.find((each) => each !== row[part][at]) ?? "";
					const flipped = rows.with(index, {
						...row,
						[part]: row[part].slice(0, at) + other + row[part].slice(at + 1),
					});
					const expected = { after: BEFORE_FIRST, lastSeq: 4, anchors: new Map([[4, last.hash]]) };
					expect(followChain(KIND, flipped, expected).brokenAt).toEqual({ seq: index + 1, what: "flipped" });
				}
			}
		}
	});
});
