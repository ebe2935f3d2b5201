/** The wall clock and the monotonic clock drift apart by this much only when the device slept or its clock was set. */
const SLEPT_MS = 5_000;

/** Tells, each time it is asked, whether the device has slept since it was last asked. */
export function createSleepDetector(
	wallMs: () => number = Date.now,
	monotonicMs: () => number = () => performance.now(),
): () => boolean {
	let drift = wallMs() - monotonicMs();
	return () => {
		const before = drift;
		drift = wallMs() - monotonicMs();
		return Math.abs(drift - before) > SLEPT_MS;
	};
}
