import { describe, expect, it } from "vitest";
import { type CustomerFacts, segmentOf } from "../../../rules/configuration/segment.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import { SEGMENTS } from "../../../schema/configuration/segments/segments.ts";
import type { Segment } from "../../../schema/customer/customer.ts";

const { shipped } = SEGMENTS;
const STUDENT = { hasDegree: true, age: 20 };

const AS_SHIPPED: readonly (readonly [Segment, CustomerFacts])[] = [
	["private", { averageAssets: 10_000_000 }],
	["high", { averageAssets: 9_999_999.99 }],
	["high", { averageAssets: 1_000_000 }],
	["mid", { averageAssets: 999_999.99 }],
	["mid", { averageAssets: 50_000 }],
	["mid", { averageAssets: 50_000, ...STUDENT }],
	["ordinary", { averageAssets: 49_999.99 }],
	["potential", { averageAssets: 49_999.99, ...STUDENT }],
	["potential", { averageAssets: 0, ...STUDENT }],
	["potential", { averageAssets: 0, hasDegree: true, age: 16 }],
	["potential", { averageAssets: 0, hasDegree: true, age: 28 }],
	["ordinary", { averageAssets: 49_999, hasDegree: true, age: 15 }],
	["ordinary", { averageAssets: 49_999, hasDegree: true, age: 29 }],
	["ordinary", { averageAssets: 49_999, hasDegree: false, age: 20 }],
	["ordinary", { averageAssets: 49_999, hasDegree: true }],
	["ordinary", { averageAssets: 49_999, age: 20 }],
	["ordinary", { averageAssets: 0 }],
	["unknown", STUDENT],
	["unknown", {}],
];

describe("the segment of a customer of whom the directory says what they own", () => {
	it.each(AS_SHIPPED)("[CFG-22] as shipped is %s for %o", (segment, facts) => {
		expect(segmentOf(shipped, facts)).toBe(segment);
	});

	it("[CFG-22] is potential by assets alone, at any age, only where that is switched on", () => {
		const switchedOn = { ...shipped, potentialByAssets: true };
		const at = (averageAssets: number) => segmentOf(switchedOn, { averageAssets, age: 60 });
		expect([4_999.99, 5_000, 49_999.99, 50_000].map(at)).toEqual(["ordinary", "potential", "potential", "mid"]);
	});

	it("[CFG-22] is the directory's own where it says one", () => {
		expect(segmentOf(shipped, { segment: "corporate-small", averageAssets: 10_000_000 })).toBe("corporate-small");
	});
});

describe("thresholds", () => {
	it("[CFG-22] as shipped are in order; others are refused with what to do, in both languages", () => {
		expect(faultsOf("segments", shipped)).toEqual([]);
		const wrong = { ...shipped, highFrom: 10_000_000, midFrom: 10_000_001, youngFrom: 29, potentialByAssets: true };
		const faults = faultsOf("segments", { ...wrong, potentialFrom: 10_000_001 });
		expect(faults.map(({ field }) => field)).toEqual(["highFrom", "midFrom", "potentialFrom", "youngTo"]);
		for (const { zh, en } of faults) {
			expect(zh).toMatch(/请改[大小]/);
			expect(en).toMatch(/: (lower|raise) /);
		}
		// Who does not count assets alone has nothing to set in order there.
		expect(faultsOf("segments", { ...shipped, midFrom: 4_000 })).toEqual([]);
	});
});
