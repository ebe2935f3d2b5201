import { expect, it } from "vitest";
import { connectionOf } from "../../../client-kit/live/connection.ts";

it.each([
	[false, 0, "connecting"],
	[false, 15_001, "amber"],
	[true, 0, "live"],
	[true, 15_000, "live"],
	[true, 15_001, "amber"],
	[true, 60_000, "amber"],
	[true, 60_001, "lost"],
])("[LIVE-7] heard before: %s, silent for %i ms: %s", (ever, silentMs, status) => {
	expect(connectionOf({ refused: null, ever, silentMs })).toEqual({ status });
});

it("[LIVE-5] says why it was refused, whatever else holds", () => {
	expect(connectionOf({ refused: "wrong-place", ever: true, silentMs: 0 })).toEqual({
		status: "refused",
		reason: "wrong-place",
	});
});
