import { describe, expect, it } from "vitest";
import { SHIPPED_DISPATCH } from "../../../schema/configuration/dispatch/shipped.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import { takeSection } from "../../../worker/domain/commit/take-section.ts";
import { aDay, issue, KIOSK } from "../a-day.ts";

const HOUR_MS = 3_600_000;
const [FIRST, ...OTHERS] = SHIPPED_DISPATCH.classes;

const withFirst = (change: object) => ({ ...SHIPPED_DISPATCH, classes: [{ ...FIRST, ...change }, ...OTHERS] });

describe("a calling order that makes no sense", () => {
	it.each<[string, object, string]>([
		["a negative budget", withFirst({ overtakeBudget: -1 }), "classes.0.overtakeBudget"],
		["a class without rank", withFirst({ rank: undefined }), "classes.0.rank"],
		["a head start over an hour", withFirst({ headStartMs: HOUR_MS + 1 }), "classes.0.headStartMs"],
		["a class that is not there", { ...SHIPPED_DISPATCH, defaultClass: "nobody" }, "defaultClass"],
	])("[QUE-11] is refused with the place and a sentence in both languages: %s", (_, value, field) => {
		const [fault, ...more] = faultsOf("dispatch", JSON.parse(JSON.stringify(value)));
		expect(more).toEqual([]);
		expect(fault?.field).toBe(field);
		expect(fault?.zh).toMatch(/请/);
		expect(fault?.en.length).toBeGreaterThan(20);
		// A running branch that is told of it all the same goes on with its own.
		const day = aDay().given([KIOSK, issue("cash")]);
		const told = { section: "dispatch" as const, key: "v1", value: JSON.parse(JSON.stringify(value)) };
		expect(takeSection(day.state, told, null, day.now)).toMatchObject({ refused: "section-unfit" });
		expect(day.state.configuration?.dispatch).toEqual(SHIPPED_DISPATCH);
	});
});
