import { describe, expect, it } from "vitest";
import { plannedBranch, SHIPPED_ORIGIN, unserved, usualCounters } from "../../console-client/new-branch/branch-plan.ts";
import { BranchConfiguration, BranchKind } from "../../schema/hall/configuration.ts";
import { configured } from "../domain/a-day.ts";

const WHO = {
	branchId: "sh-new",
	name: { zh: "新网点", en: "New" },
	region: { zh: "上海", en: "Shanghai" },
	kind: "convenience",
} as const;

describe("the plan of a new branch", () => {
	it("[CFG-17] of every kind is a valid branch from what ships, with what its counters cannot do left out", () => {
		for (const kind of BranchKind.options) {
			const counterIds = usualCounters(SHIPPED_ORIGIN, kind);
			const planned = plannedBranch(SHIPPED_ORIGIN, { ...WHO, kind, counterIds });
			expect(BranchConfiguration.safeParse(planned).error).toBeUndefined();
			expect(planned.counters.map(({ id }) => id)).toEqual(counterIds);
			expect(planned.staff).toEqual([]);
			const left = unserved(SHIPPED_ORIGIN, counterIds).map(({ id }) => id);
			expect(planned.services.map(({ id }) => id)).not.toEqual(expect.arrayContaining(["none", ...left]));
			expect(planned.services.length + left.length).toBe(SHIPPED_ORIGIN.services.length);
		}
		expect(usualCounters(SHIPPED_ORIGIN, "wealth_center")).toHaveLength(12);
		const small = usualCounters(SHIPPED_ORIGIN, "convenience");
		expect(unserved(SHIPPED_ORIGIN, small).map(({ id }) => id)).toEqual(["wealth", "loan"]);
	});

	it("[CFG-17] copied from a sister has her counters, hours and limits, and neither her people nor her days by hand", () => {
		const sister = configured((each) => {
			each.limits.returnGraceMs = 61_000;
			each.calendar.byHand = [{ date: "2026-11-30", hours: null, name: { zh: "停电", en: "Power cut" } }];
		});
		const planned = plannedBranch(sister, { ...WHO, counterIds: usualCounters(sister, "convenience") });
		expect(planned).toMatchObject({ ...WHO, limits: sister.limits, counters: sister.counters, staff: [] });
		expect(planned.calendar).toEqual({ ...sister.calendar, byHand: undefined });
		expect(BranchConfiguration.safeParse(planned).error).toBeUndefined();
	});
});
