import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calledBetween, isOutdated, isWorthTelling, leftOf, rangeOf } from "../../rules/quote.ts";
import { calibrated, dayStepOf, stretchOf, UNCALIBRATED, withOutcome } from "../../rules/quote-calibration.ts";
import { lawOf, NOTHING_SEEN, pooled, residualMs, withService } from "../../rules/service-law.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { seedOf } from "../domain/seed.ts";

const MINUTE_MS = 60_000;
const mean = (list: ArrayLike<number>) => Array.from(list).reduce((sum, each) => sum + each, 0) / list.length;
const seenOf = (many: number, durationMs: () => number) =>
	Array.from({ length: many }).reduce<typeof NOTHING_SEEN>((seen) => withService(seen, durationMs()), NOTHING_SEEN);

describe("the range a customer is told", () => {
	it("[QTE-3] holds P10 and P90, in whole five minutes, and is never empty", () => {
		const ms = fc.integer({ min: 0, max: 200 * MINUTE_MS });
		fc.assert(
			fc.property(ms, ms, (a, b) => {
				const [p10Ms, p90Ms] = [Math.min(a, b), Math.max(a, b)];
				const { fromMin, toMin } = rangeOf({ p10Ms, p50Ms: p90Ms, p90Ms });
				expect(fromMin * MINUTE_MS).toBeLessThanOrEqual(p10Ms);
				expect(toMin * MINUTE_MS).toBeGreaterThanOrEqual(p90Ms);
				expect([fromMin % 5, toMin % 5]).toEqual([0, 0]);
				expect(toMin - fromMin).toBeGreaterThanOrEqual(5);
				expect(toMin - fromMin).toBeLessThan((p90Ms - p10Ms) / MINUTE_MS + 10.1);
			}),
		);
		expect(rangeOf({ p10Ms: 11 * MINUTE_MS, p50Ms: 0, p90Ms: 14 * MINUTE_MS })).toEqual({ fromMin: 10, toMin: 15 });
	});

	it("[QTE-3] is told again only when an end moved by more than five minutes and a quarter", () => {
		const told = { fromMin: 20, toMin: 60 };
		expect(isWorthTelling(told, { fromMin: 15, toMin: 75 })).toBe(false);
		expect(isWorthTelling(told, { fromMin: 10, toMin: 60 })).toBe(true);
		expect(isWorthTelling(told, { fromMin: 20, toMin: 80 })).toBe(true);
	});
});

describe("a range as time goes on", () => {
	const told = { p10Ms: 12 * MINUTE_MS, p50Ms: 15 * MINUTE_MS, p90Ms: 22 * MINUTE_MS, at: 0 };

	it("[QTE-16] is two moments, of which less and less is left, and nothing once both are past", () => {
		const between = calledBetween(told);
		expect(between).toEqual({ from: 10 * MINUTE_MS, to: 25 * MINUTE_MS });
		expect(leftOf(between, 0)).toEqual({ fromMin: 10, toMin: 25 });
		expect(leftOf(between, 6 * MINUTE_MS)).toEqual({ fromMin: 0, toMin: 20 });
		expect(leftOf(between, 24 * MINUTE_MS)).toEqual({ fromMin: 0, toMin: 5 });
		expect(leftOf(between, 25 * MINUTE_MS)).toBeNull();
	});

	it("[QTE-3] [QTE-11] still holds while the wait goes as was told, and is outdated when it does not or is past", () => {
		const left = (minutes: number) => ({
			p10Ms: Math.max(0, 12 - minutes) * MINUTE_MS,
			p50Ms: 0,
			p90Ms: (22 - minutes) * MINUTE_MS,
		});
		for (const minutes of [0, 3, 9, 15, 21]) expect(isOutdated(told, left(minutes), minutes * MINUTE_MS)).toBe(false);
		expect(isOutdated(told, left(0), 15 * MINUTE_MS)).toBe(true);
		expect(isOutdated(told, { p10Ms: 0, p50Ms: 0, p90Ms: MINUTE_MS }, 25 * MINUTE_MS)).toBe(true);
	});
});

describe("what is known of a service", () => {
	const random = seededRandom(seedOf("services"));
	const cash = seenOf(400, () => random.between(100_000, 140_000));
	const loans = seenOf(400, () => random.between(1_500_000, 2_100_000));

	it("[QTE-5] is what was seen of it, where there was enough", () => {
		expect(mean(lawOf(cash, pooled([cash, loans])))).toBeGreaterThan(110_000);
		expect(mean(lawOf(cash, pooled([cash, loans])))).toBeLessThan(160_000);
		expect(mean(lawOf(loans, pooled([cash, loans])))).toBeGreaterThan(1_500_000);
	});

	it("[QTE-5] is what the branch's other services take where it was never seen, and ascends always", () => {
		const unseen = lawOf(NOTHING_SEEN, loans);
		expect(unseen.at(32)).toBeGreaterThan(1_300_000);
		expect(lawOf(NOTHING_SEEN, NOTHING_SEEN).at(32)).toBeGreaterThan(200_000);
		expect(lawOf(NOTHING_SEEN, NOTHING_SEEN).at(32)).toBeLessThan(300_000);
		// A few own services draw it away from the others, not all the way.
		const few = lawOf(
			seenOf(3, () => 120_000),
			loans,
		).at(32)!;
		expect(few).toBeLessThan(unseen.at(32)!);
		expect(few).toBeGreaterThan(120_000);
		for (const law of [unseen, lawOf(cash, loans)]) expect([...law]).toEqual([...law].sort((a, b) => a - b));
	});

	it("[QTE-5] of one that has lasted long leaves only what longer ones left", () => {
		const law = new Float64Array([60_000, 120_000, 600_000]);
		expect(residualMs(law, 0, 0)).toBe(60_000);
		expect(residualMs(law, 90_000, 0)).toBe(30_000);
		expect(residualMs(law, 90_000, 0.99)).toBe(510_000);
		expect(residualMs(law, 700_000, 0.5)).toBeGreaterThan(0);
	});
});

describe("outcomes of quotes", () => {
	it("[QTE-6] bring both ends to one in ten for every class, though the quotes were far off", () => {
		const random = seededRandom(seedOf("outcomes"));
		let calibration = UNCALIBRATED;
		const beyond = new Map([
			["private", { many: 0, short: 0, long: 0 }],
			["ordinary", { many: 0, short: 0, long: 0 }],
		]);
		for (let index = 0; index < 8_000; index++) {
			const name = random.chance(0.2) ? "private" : "ordinary";
			const whom = { class: name, ahead: Math.floor(random.between(0, 30)) };
			const scale = name === "private" ? 2 : 0.7;
			const p50Ms = 1_000_000;
			const raw = { p10Ms: 900_000, p50Ms, p90Ms: 1_100_000 };
			const quote = calibrated(calibration, raw, whom);
			const waitMs = p50Ms * Math.exp(0.5 * random.normal()) ** scale;
			const outcome = { short: waitMs < quote.p10Ms, long: waitMs > quote.p90Ms };
			calibration = withOutcome(calibration, whom, outcome);
			const of = beyond.get(name)!;
			if (index < 2_000) continue;
			of.many++;
			if (outcome.short) of.short++;
			if (outcome.long) of.long++;
		}
		for (const { many, short, long } of beyond.values()) {
			expect(short / many).toBeGreaterThan(0.08);
			expect(short / many).toBeLessThan(0.12);
			expect(long / many).toBeGreaterThan(0.08);
			expect(long / many).toBeLessThan(0.12);
		}
	});

	it("[QTE-6] also where services take a third longer than was learned", () => {
		const random = seededRandom(seedOf("longer services"));
		const whom = { class: "ordinary", ahead: 5 };
		const raw = { p10Ms: 700_000, p50Ms: 1_000_000, p90Ms: 1_500_000 };
		let calibration = UNCALIBRATED;
		let [many, short, long] = [0, 0, 0];
		for (let index = 0; index < 8_000; index++) {
			const quote = calibrated(calibration, raw, whom);
			const waitMs = (4 / 3) * raw.p50Ms * Math.exp(0.4 * random.normal());
			const outcome = { short: waitMs < quote.p10Ms, long: waitMs > quote.p90Ms };
			calibration = withOutcome(calibration, whom, outcome);
			if (index < 2_000) continue;
			many++;
			if (outcome.short) short++;
			if (outcome.long) long++;
		}
		for (const share of [short / many, long / many]) {
			expect(share).toBeGreaterThan(0.08);
			expect(share).toBeLessThan(0.12);
		}
	});

	it("[QTE-6] count for more on a day of few quotes, so that its ranges fit before it is over", () => {
		expect([10, 100, 1_000].map(dayStepOf)).toEqual([0.7, 0.4, 0.07]);
		const whom = { class: "ordinary", ahead: 1 };
		const moved = (step?: number) =>
			stretchOf(withOutcome(UNCALIBRATED, whom, { short: false, long: true }, step), "upper", whom);
		expect(moved(dayStepOf(20))).toBeGreaterThan(moved());
	});

	it("[QTE-6] never turn the ends round, nor stretch them without bound", () => {
		const whom = { class: "private", ahead: 3 };
		let calibration = UNCALIBRATED;
		for (let index = 0; index < 2_000; index++)
			calibration = withOutcome(calibration, whom, { short: false, long: true });
		expect(stretchOf(calibration, "upper", whom)).toBeLessThan(10_000);
		const quote = calibrated(calibration, { p10Ms: 100, p50Ms: 200, p90Ms: 300 }, whom);
		expect(quote.p10Ms).toBeLessThanOrEqual(quote.p50Ms);
		expect(quote.p90Ms).toBeGreaterThanOrEqual(quote.p50Ms);
	});
});
