/** The only randomness of the simulations: the same seed always gives the same numbers. */
export type SeededRandom = {
	readonly seed: number;
	/** Uniform in [0, 1). */
	next(): number;
	/** Uniform in [low, high). */
	between(low: number, high: number): number;
	/** True in `share` (0..1) of the cases. */
	chance(share: number): boolean;
	/** Exponential with this mean. */
	exponential(mean: number): number;
	/** Standard normal. */
	normal(): number;
	/** One of a list that is not empty. */
	pick<Each>(list: readonly Each[]): Each;
	/** A shuffled copy. */
	shuffle<Each>(list: readonly Each[]): Each[];
};

/**
 * The generator `sfc32` (Doty-Humphrey, PractRand), 128 bits of state, started from one 32-bit seed.
 * Good enough for simulations, useless for secrets.
 */
export function seededRandom(seed: number): SeededRandom {
	let a = 0x9e3779b9;
	let b = 0x243f6a88;
	let c = seed | 0;
	let counter = 1;
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	};
	// The first outputs still show the seed.
	for (let warmUp = 0; warmUp < 16; warmUp++) next();

	const pick = <Each>(list: readonly Each[]): Each => {
		const chosen = list[Math.floor(next() * list.length)];
		if (chosen === undefined) throw new Error("nothing to pick from");
		return chosen;
	};
	const shuffle = <Each>(list: readonly Each[]): Each[] => {
		const left = list.slice();
		const shuffled: Each[] = [];
		while (left.length > 0) shuffled.push(...left.splice(Math.floor(next() * left.length), 1));
		return shuffled;
	};
	return {
		seed,
		next,
		between: (low, high) => low + (high - low) * next(),
		chance: (share) => next() < share,
		exponential: (mean) => -mean * Math.log(1 - next()),
		// Box and Muller; the second normal of the pair is thrown away to keep no state between calls.
		normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
		pick,
		shuffle,
	};
}
