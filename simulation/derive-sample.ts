import { HALF_HOUR_MS } from "../schema/limits.ts";
import type { RecordedVisit } from "./recorded-day.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

/** Relative volume of a Chinese branch's half hours from 09:00 to 17:00. */
export const BRANCH_PROFILE = [3, 7, 14, 20, 19, 18, 14, 7, 3, 4, 10, 17, 22, 25, 25, 17] as const;
export const PROFILE_STARTS_MS = 9 * 3_600_000;
/** The last number of the day is given ten minutes before closing. */
const LAST_SLOT_MS = 1_200_000;
/** Calls shorter than this were hung up, not served. */
const SERVED_MIN_MS = 20_000;
/** Who has come all the way and sits in a hall gives up later than who holds a receiver. */
const PATIENCE_SCALE = 6;
/** How loosely the recorded durations follow what a service usually takes (standard deviation of its logarithm). */
const DURATION_NOISE = 0.6;

/** Share of the visits, and the usual minutes by which the recorded durations are dealt out. */
const MIX = {
	cash: [0.26, 4],
	"bill-payment": [0.1, 3],
	transfer: [0.17, 5],
	"account-opening": [0.13, 12],
	"loss-report": [0.06, 11],
	wealth: [0.08, 15],
	loan: [0.03, 18],
	corporate: [0.08, 10],
	"foreign-exchange": [0.04, 10],
	"large-cash": [0.05, 9],
} as const satisfies Record<string, readonly [share: number, usualMinutes: number]>;

const CLASSES = {
	private: 0.02,
	high: 0.08,
	green: 0.05,
	mid: 0.2,
	potential: 0.15,
	ordinary: 0.15,
	unknown: 0.35,
} as const;

/**
 * A branch's day made from a recorded day of calls: durations and patience are those of calls drawn without repetition,
 * the longer calls go mostly to the services that usually take longer, arrivals follow the branch profile. Throws
 * when the recorded day has fewer calls than `count`.
 */
export function deriveSample(calls: readonly RecordedVisit[], count: number, seed: number): RecordedVisit[] {
	const random = seededRandom(seed);
	const usable = calls.filter((call) => (call.serviceMs[0] ?? 0) >= SERVED_MIN_MS);
	if (usable.length < count) throw new Error(`the recorded day has ${usable.length} calls, ${count} are needed`);
	const drawn = random.shuffle(usable).slice(0, count);
	const durations = drawn.map((call) => call.serviceMs[0] ?? 0).sort((a, b) => a - b);
	const services = Array.from({ length: count }, () => weighted(random, MIX, ([share]) => share));
	const rank = services
		.map((service, index) => ({ index, score: Math.log(MIX[service][1]) + DURATION_NOISE * random.normal() }))
		.sort((a, b) => a.score - b.score);
	const serviceMs: number[] = [];
	for (const [place, { index }] of rank.entries()) serviceMs[index] = durations[place] ?? 0;
	return arrivals(count, random).map((arrivalMs, index) => {
		const patienceMs = drawn[index]?.leavesAfterMs;
		return {
			arrivalMs,
			services: [services[index] ?? "cash"],
			class: weighted(random, CLASSES, (share) => share),
			serviceMs: [serviceMs[index] ?? 0],
			...(patienceMs === undefined ? {} : { leavesAfterMs: patienceMs * PATIENCE_SCALE }),
		};
	});
}

/** Whole seconds, in order; each half hour gets its share of `count`, the largest remainders rounded up. */
function arrivals(count: number, random: SeededRandom): number[] {
	const total = BRANCH_PROFILE.reduce<number>((sum, weight) => sum + weight, 0);
	const exact = BRANCH_PROFILE.map((weight) => (count * weight) / total);
	const counts = exact.map(Math.floor);
	const missing = count - counts.reduce((sum, each) => sum + each, 0);
	const byRemainder = exact.map((value, slot) => ({ slot, rest: value % 1 })).sort((a, b) => b.rest - a.rest);
	for (const { slot } of byRemainder.slice(0, missing)) counts[slot] = (counts[slot] ?? 0) + 1;
	const times = counts.flatMap((visits, slot) => {
		const length = slot === counts.length - 1 ? LAST_SLOT_MS : HALF_HOUR_MS;
		return Array.from({ length: visits }, () => {
			const at = PROFILE_STARTS_MS + slot * HALF_HOUR_MS + random.between(0, length);
			return Math.floor(at / 1_000) * 1_000;
		});
	});
	return times.sort((a, b) => a - b);
}

function weighted<Key extends string, Value>(
	random: SeededRandom,
	table: Readonly<Record<Key, Value>>,
	shareOf: (value: Value) => number,
): Key {
	const keys = Object.keys(table) as Key[];
	let left = random.next();
	for (const key of keys) {
		left -= shareOf(table[key]);
		if (left < 0) return key;
	}
	return random.pick(keys);
}
