import fc from "fast-check";
import { describe, it } from "vitest";
import { madeOnce, nothingMade } from "../../../worker/domain/view/made-once.ts";
import { seedOf } from "../seed.ts";

type Source = { readonly id: number };
const SOURCES: readonly Source[] = Array.from({ length: 12 }, (_, id) => ({ id }));

describe("records made once", () => {
	it("[LIVE-2] are those of their sources, and the very same list while no source has changed", ({ expect }) => {
		const lists = fc.array(
			fc.subarray([...SOURCES]).chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
			{
				minLength: 2,
				maxLength: 8,
			},
		);
		const property = fc.property(lists, (lists) => {
			const last = nothingMade<Source, { readonly of: Source }>();
			let before: { readonly list: readonly Source[]; readonly records: readonly object[] } | null = null;
			for (const list of lists) {
				const records = madeOnce(last, list, (of) => ({ of }));
				expect(records.map(({ of }) => of)).toEqual(list);
				expect(madeOnce(last, [...list], (of) => ({ of }))).toBe(records);
				const isSame = before?.list.length === list.length && before.list.every((each, at) => each === list[at]);
				if (isSame) expect(records).toBe(before?.records);
				before = { list, records };
			}
		});
		fc.assert(property, { seed: seedOf("made once"), numRuns: 300 });
	});
});
