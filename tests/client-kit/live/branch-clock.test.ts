import { expect, it } from "vitest";
import { branchNow, clockAfter } from "../../../client-kit/live/branch-clock.ts";

it("[LIVE-1] runs at the branch's speed from the moment of the frame", () => {
	const clock = clockAfter(null, { at: 1_000_000, speed: 4 }, 500);
	expect(branchNow(clock, 500)).toBe(1_000_000);
	expect(branchNow(clock, 1_500)).toBe(1_004_000);
});

it("[LIVE-1] is set anew by a patch, which keeps the speed", () => {
	const clock = clockAfter(clockAfter(null, { at: 0, speed: 4 }, 0), { at: 9_000 }, 2_000);
	expect(branchNow(clock, 2_500)).toBe(11_000);
});

it("[LIVE-1] is not set back by a patch that was made up for after a loss", () => {
	const clock = clockAfter(null, { at: 100_000, speed: 2 }, 0);
	expect(branchNow(clockAfter(clock, { at: 105_000 }, 30_000), 30_000)).toBe(160_000);
	expect(branchNow(clockAfter(clock, { at: 155_000 }, 30_000), 30_000)).toBe(155_000);
	expect(branchNow(clockAfter(clock, { at: 105_000, speed: 2 }, 30_000), 30_000)).toBe(105_000);
});

it("[LIVE-1] stands still at speed 0", () => {
	expect(branchNow(clockAfter(null, { at: 7, speed: 0 }, 0), 60_000)).toBe(7);
});
