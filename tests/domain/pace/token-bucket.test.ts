import fc from "fast-check";
import { describe, it } from "vitest";
import { type TokenBucket, takeFrom } from "../../../worker/domain/pace/token-bucket.ts";

const SIZE = { perSecond: 10, burst: 30 };

describe("a token bucket", () => {
	it("[SEC-3] gives a burst at once and then the rate, and says how long to wait", ({ expect }) => {
		let bucket: TokenBucket | undefined;
		let given = 0;
		let waited = 0;
		for (let tries = 0; tries < 40; tries++) {
			const taken = takeFrom(bucket, SIZE, 1_000);
			bucket = taken.bucket;
			if (taken.waitMs === 0) given++;
			else waited = taken.waitMs;
		}
		expect([given, waited]).toEqual([30, 100]);
		expect(takeFrom(bucket, SIZE, 1_099).waitMs).toBeGreaterThan(0);
		expect(takeFrom(bucket, SIZE, 1_100).waitMs).toBe(0);
	});

	it("[SEC-3] never gives more than burst and rate allow, whatever the clock does", ({ expect }) => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 300 }), (steps) => {
				let bucket: TokenBucket | undefined;
				let [now, forward, given] = [100_000, 0, 0];
				for (const step of steps) {
					now += step;
					forward += Math.max(0, step);
					const taken = takeFrom(bucket, SIZE, now);
					bucket = taken.bucket;
					if (taken.waitMs === 0) given++;
				}
				expect(given).toBeLessThanOrEqual(SIZE.burst + (forward * SIZE.perSecond) / 1_000 + 1e-6);
			}),
		);
	});
});
