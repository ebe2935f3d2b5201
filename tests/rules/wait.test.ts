import { expect, it } from "vitest";
import { meanWaitMs, readyFrom, waitedMs } from "../../rules/wait.ts";

it("[REP-3] who took a number is ready at once, who is early for an appointment at its time, who is late when the number is taken", () => {
	expect([readyFrom(5, undefined), readyFrom(5, 9), readyFrom(5, 3)]).toEqual([5, 9, 5]);
});

it("[REP-3] a wait is never less than nothing: before the appointed time nobody waits yet", () => {
	expect([waitedMs(9, 12), waitedMs(9, 9), waitedMs(9, 5)]).toEqual([3, 0, 0]);
});

it("[REP-3] the mean is of waits that ended in service, to the millisecond, and there is none before the first", () => {
	expect(meanWaitMs({ called: 3, waitedMs: 100 })).toBe(33);
	expect(meanWaitMs({ called: 0, waitedMs: 0 })).toBeNull();
});
