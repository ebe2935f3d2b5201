import { describe, expect, it } from "vitest";
import { fullJitterMs, RECONNECT_BASE_MS, RECONNECT_CAP_MS } from "../../../client-kit/live/full-jitter.ts";

describe("fullJitterMs", () => {
	it.each([
		[0, RECONNECT_BASE_MS],
		[1, RECONNECT_BASE_MS * 2],
		[3, RECONNECT_BASE_MS * 8],
		[10, RECONNECT_CAP_MS],
		[2_000, RECONNECT_CAP_MS],
	])("[LIVE-5] attempt %i waits anything from 0 to %i ms", (attempt, longest) => {
		expect(fullJitterMs(attempt, () => 0)).toBe(0);
		expect(fullJitterMs(attempt, () => 0.5)).toBe(longest / 2);
		expect(fullJitterMs(attempt, () => 1)).toBe(longest);
	});

	it("[LIVE-5] takes its own base and cap", () => {
		expect(fullJitterMs(1, () => 1, { baseMs: 10, capMs: 15 })).toBe(15);
	});
});
