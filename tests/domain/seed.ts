/**
 * The seed of a random test: `TINGTANG_SEED` when a run is to be repeated, else a new one. It is printed, because a
 * failure is worth as much as the chance of seeing it again.
 */
export function seedOf(test: string): number {
	const given = Number(process.env.TINGTANG_SEED);
	const seed = Number.isInteger(given) && given > 0 ? given : 1 + Math.floor(Math.random() * 2_000_000_000);
	console.log(`${test}: TINGTANG_SEED=${seed}`);
	return seed;
}
