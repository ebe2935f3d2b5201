import { expect, it } from "vitest";
import { callPage, shownCalls } from "../../../display-client/display/call-page.ts";
import type { PublicCall } from "../../../schema/hall/view.ts";
import { PAST_CALL_SHOWN_MS } from "../../../schema/limits.ts";

const calls = (count: number, more: Partial<PublicCall> = {}): PublicCall[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `A${index}`,
		counterId: `${index}`,
		calledAt: 1_000 - index,
		active: true,
		...more,
	}));

it("[VIEW-4] [SCR-1] one column, then two, then pages: no open call vanishes", () => {
	for (const room of [
		{ rows: 8, columns: 1 },
		{ rows: 6, columns: 2 },
	] as const) {
		for (let count = 0; count <= 60; count++) {
			const open = calls(count);
			const announced = open.at(-1) ?? null;
			const { pages, columns } = callPage(open, announced, room, 0);
			expect(columns).toBe(count > room.rows ? room.columns : 1);
			const seen = Array.from({ length: pages }, (_, turn) => callPage(open, announced, room, turn));
			expect(new Set(seen.flatMap(({ rows }) => rows.map((call) => call.id))).size).toBe(count);
			for (const { rows } of seen) {
				expect(rows.length).toBeLessThanOrEqual(room.rows * columns);
				if (announced !== null) expect(rows.filter((call) => call.id === announced.id)).toHaveLength(1);
			}
		}
	}
});

it("[VIEW-4] [SCR-1] who is announced stands before who is still looked for, and they before who is being served", () => {
	const [first, ...others] = calls(3);
	const open = [{ ...first!, serving: true }, ...others];
	expect(callPage(open, null, { rows: 6, columns: 2 }, 0).rows.map((call) => call.id)).toEqual(["A1", "A2", "A0"]);
	expect(callPage(open, others[1]!, { rows: 6, columns: 2 }, 0).rows.map((call) => call.id)).toEqual([
		"A2",
		"A1",
		"A0",
	]);
});

it("[VIEW-4] [SCR-1] what is over is apart from what is open, and gone after ten minutes", () => {
	const [open, recent] = calls(2);
	const over = { ...recent!, active: false };
	const old = { ...over, id: "A9", calledAt: 1_000 - PAST_CALL_SHOWN_MS };
	const counters = [{ id: "0" }, { id: "1" }];
	expect(shownCalls([open!, over, old], counters, 1_001)).toEqual({ open: [open], past: [over] });
	expect(shownCalls([open!, over, old], [{ id: "0" }], 1_001)).toEqual({ open: [open], past: [] });
});
