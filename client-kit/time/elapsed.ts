/** The wall clock runs ahead of the monotonic one by this much at once only when the device slept or its clock was set. */
const SLEPT_MS = 5_000;

type Clocks = { readonly wallMs: () => number; readonly monotonicMs: () => number };

/**
 * A clock for the timers of a page: it only goes forward, setting the device's clock back moves nothing, and what the
 * device slept through counts.
 */
export function createElapsedClock({ wallMs, monotonicMs }: Clocks): () => number {
	let [passed, wall, monotonic] = [0, wallMs(), monotonicMs()];
	return () => {
		const wallStep = wallMs() - wall;
		const step = monotonicMs() - monotonic;
		wall += wallStep;
		monotonic += step;
		// A monotonic clock may stand still while the device sleeps.
		passed += wallStep - step > SLEPT_MS ? wallStep : step;
		return passed;
	};
}

/** Milliseconds since this page began, asleep or awake. One clock for all timers of the page. */
export const elapsedMs = createElapsedClock({ wallMs: () => Date.now(), monotonicMs: () => performance.now() });
