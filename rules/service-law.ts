/** What is known of how long a kind of service takes, from services that ended: how many, and how they spread over `BUCKETS` lengths. */
export type SeenServices = {
	/** Services of each length; old days may count for less than one. */
	readonly counts: readonly number[];
};

/** Equally likely durations in ms, ascending: one of them at random is a service. */
export type ServiceLaw = Float64Array;

const BUCKETS = 44;
const SHORTEST_MS = 5_000;
/** Each bucket is this much longer than the one before; the last ends after four hours. */
const GROWTH = 1.2;
const DURATIONS = 64;
/** Of a branch of which nothing is known: the median of a service, and the deviation of its logarithm. */
const UNKNOWN: Fit = { logMean: Math.log(4 * 60_000), logVariance: 0.8 ** 2 };
/** What is expected counts for as much as this many services seen. */
const EXPECTED_WEIGHT = 12;

/** A lognormal law. */
type Fit = { readonly logMean: number; readonly logVariance: number };

export const NOTHING_SEEN: SeenServices = { counts: [] };

/** What is known after one more service of this length; with `count` -1 of one that never was. */
export function withService(seen: SeenServices, durationMs: number, count: 1 | -1 = 1): SeenServices {
	const bucket = bucketOf(durationMs);
	return { counts: Array.from({ length: BUCKETS }, (_, at) => (seen.counts[at] ?? 0) + (at === bucket ? count : 0)) };
}

/** The counts of several kinds of service added up, each multiplied by `keep`. */
export function pooled(all: readonly SeenServices[], keep = 1): SeenServices {
	return {
		counts: Array.from({ length: BUCKETS }, (_, at) =>
			all.reduce((sum, each) => sum + keep * (each.counts[at] ?? 0), 0),
		),
	};
}

/**
 * The law of one kind of service: what was seen of it, and beside it a lognormal shrunken towards all services of the branch as
 * if that were a dozen services more. A kind never seen is like the others, a branch never seen like any.
 */
export function lawOf(own: SeenServices, branch: SeenServices): ServiceLaw {
	const expected = shrunken(own, shrunken(branch, UNKNOWN));
	const weights = Array.from({ length: BUCKETS }, (_, at) => densityAt(expected, at));
	const whole = weights.reduce((sum, each) => sum + each, 0);
	const total = weights.map((each, at) => (EXPECTED_WEIGHT * each) / whole + (own.counts[at] ?? 0));
	return durationsOf(total);
}

/** What is left of a service that has lasted `ageMs`: the law's durations longer than that, less the age. */
export function residualMs(law: ServiceLaw, ageMs: number, chance: number): number {
	let first = 0;
	while (first < law.length && (law[first] ?? 0) <= ageMs) first++;
	const left = law.length - first;
	// Longer than any known: such a one goes on for about a quarter of what it took.
	if (left === 0) return Math.max(SHORTEST_MS, ageMs / 4) * -Math.log(1 - chance);
	return (law[first + Math.min(left - 1, Math.floor(chance * left))] ?? ageMs) - ageMs;
}

function bucketOf(durationMs: number): number {
	const at = Math.floor(Math.log(Math.max(SHORTEST_MS, durationMs) / SHORTEST_MS) / Math.log(GROWTH));
	return Math.min(BUCKETS - 1, at);
}

function middleLog(bucket: number): number {
	return Math.log(SHORTEST_MS) + (bucket + 0.5) * Math.log(GROWTH);
}

function densityAt({ logMean, logVariance }: Fit, bucket: number): number {
	return Math.exp(-((middleLog(bucket) - logMean) ** 2) / (2 * logVariance));
}

function shrunken({ counts }: SeenServices, towards: Fit): Fit {
	let many = EXPECTED_WEIGHT;
	let sum = EXPECTED_WEIGHT * towards.logMean;
	for (const [bucket, count] of counts.entries()) {
		many += count;
		sum += count * middleLog(bucket);
	}
	const logMean = sum / many;
	let spread = EXPECTED_WEIGHT * towards.logVariance;
	for (const [bucket, count] of counts.entries()) spread += count * (middleLog(bucket) - logMean) ** 2;
	return { logMean, logVariance: spread / many };
}

/** Durations at the middles of equally likely parts, between the ends of a bucket by their logarithm. */
function durationsOf(weights: readonly number[]): ServiceLaw {
	const whole = weights.reduce((sum, each) => sum + each, 0);
	const durations = new Float64Array(DURATIONS);
	let bucket = 0;
	let before = 0;
	for (let part = 0; part < DURATIONS; part++) {
		const wanted = ((part + 0.5) / DURATIONS) * whole;
		while (bucket < weights.length - 1 && before + (weights[bucket] ?? 0) < wanted) before += weights[bucket++] ?? 0;
		const within = (wanted - before) / (weights[bucket] ?? 1);
		durations[part] = SHORTEST_MS * GROWTH ** (bucket + Math.min(1, within));
	}
	return durations;
}
