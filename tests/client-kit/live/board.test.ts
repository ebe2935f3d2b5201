import { expect, it } from "vitest";
import { boardPhase } from "../../../display-client/display/board-phase.ts";
import { burnInShift } from "../../../display-client/display/burn-in.ts";
import { catalogue } from "../../../display-client/display/words.ts";
import type { BranchRecord } from "../../../schema/hall/view.ts";
import { expectParity } from "../parity.ts";

const branch = (dayStatus: BranchRecord["dayStatus"], businessDay: string | null): BranchRecord => ({
	id: "branch",
	branchId: "sh-test",
	name: { zh: "支行", en: "Branch" },
	kind: "standard",
	timeZone: "Asia/Shanghai",
	businessDay,
	dayStatus,
	opensAt: null,
	closesAt: null,
	lastTicketAt: null,
});

it.each([
	[undefined, 0, "unknown"],
	[branch("not-open", null), 0, "before"],
	[branch("open", "2026-11-21"), 0, "quiet"],
	[branch("open", "2026-11-21"), 2, "calling"],
	[branch("closed", "2026-11-21"), 2, "closed"],
	// The board of the next morning, before anybody has begun the day.
	[branch("closed", "2026-11-20"), 2, "before"],
])("[SCR-1] is in the right phase", (record, calls, phase) => {
	expect(boardPhase(record, "2026-11-21", calls)).toBe(phase);
});

it("[SCR-1] shifts the picture slowly, by a few pixels, and comes back", () => {
	const shifts = Array.from({ length: 24 * 60 }, (_, minute) => burnInShift(minute * 60_000));
	for (const { x, y } of shifts) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(8);
	expect(new Set(shifts.map(({ x, y }) => `${x},${y}`)).size).toBeGreaterThan(5);
	expect(shifts[0]).toEqual({ x: 0, y: 0 });
});

it("[SCR-7] says everything in both languages, with the same parameters", () => {
	expectParity(catalogue);
});
