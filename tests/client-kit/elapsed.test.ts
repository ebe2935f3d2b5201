import { describe, expect, it } from "vitest";
import { createElapsedClock } from "../../client-kit/time/elapsed.ts";

const HOUR_MS = 3_600_000;

/** Two clocks that are moved by hand, and what a page makes of them. */
function clocks() {
	let [wall, monotonic] = [1_800_000_000_000, 5_000];
	const elapsed = createElapsedClock({ wallMs: () => wall, monotonicMs: () => monotonic });
	return {
		elapsed,
		run: (ms: number) => {
			wall += ms;
			monotonic += ms;
		},
		setWall: (byMs: number) => {
			wall += byMs;
		},
	};
}

describe("the time of a page's timers", () => {
	it("[ACC-16] goes on as before when the device's clock is set back", () => {
		const { elapsed, run, setWall } = clocks();
		run(60_000);
		setWall(-HOUR_MS);
		run(60_000);
		expect(elapsed()).toBe(120_000);
		setWall(-30 * 24 * HOUR_MS);
		run(1_000);
		expect(elapsed()).toBe(121_000);
	});

	it("[ACC-16] counts what the device slept through, also in a clock that stands still meanwhile", () => {
		const { elapsed, run, setWall } = clocks();
		run(10_000);
		expect(elapsed()).toBe(10_000);
		// Asleep: only the wall clock goes on.
		setWall(HOUR_MS);
		run(1_000);
		expect(elapsed()).toBe(HOUR_MS + 11_000);
	});

	it("[ACC-16] small corrections of the wall clock move nothing, and it never goes back", () => {
		const { elapsed, run, setWall } = clocks();
		let before = 0;
		for (const by of [900, -900, 4_000, -4_000, -HOUR_MS, 2_000]) {
			run(1_000);
			setWall(by);
			const now = elapsed();
			expect(now - before).toBe(1_000);
			before = now;
		}
	});
});
