import { describe, expect, it } from "vitest";
import { COUNTERS } from "../../../schema/configuration/counters/counters.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import { SERVICES } from "../../../schema/configuration/services/services.ts";
import { takeSection } from "../../../worker/domain/commit/take-section.ts";
import { aDay, CONFIGURATION, issue, KIOSK, LIU, open } from "../a-day.ts";

const { services } = SERVICES.shipped;
const { zones, counters } = COUNTERS.shipped;
const told = (section: "services" | "counters", value: object) => ({ section, key: "1.0.0", value });

describe("services and counters as sections", () => {
	it("[CFG-14] are the branch's own parts of the configuration, to the letter", () => {
		for (const section of [SERVICES, COUNTERS]) {
			const made = section.into(CONFIGURATION, section.of(CONFIGURATION) as never);
			expect(JSON.stringify(made)).toBe(JSON.stringify(CONFIGURATION));
			expect(section.of(CONFIGURATION)).toEqual(section.shipped);
		}
	});

	it("[CFG-14] two called the same, a segment's name and a zone that is not there are refused with what to do", () => {
		const [first, second] = services;
		const [one] = counters;
		if (first === undefined || second === undefined || one === undefined) throw new Error("nothing ships");
		const twins = [first, { ...second, name: first.name }];
		expect(faultsOf("services", { services: twins })).toMatchObject([
			{ field: `services.${second.id}`, zh: expect.stringContaining("请改名") },
			{ field: `services.${second.id}` },
		]);
		expect(faultsOf("services", { services: [first, first] }).length).toBeGreaterThan(0);
		const vip = { ...first, name: { zh: "私人银行业务", en: "Private banking" } };
		expect(faultsOf("services", { services: [vip] })).toMatchObject([{ field: `services.${first.id}` }]);
		expect(faultsOf("counters", { zones, counters: [{ ...one, zone: "attic" }] })).toMatchObject([
			{ field: `counters.${one.id}`, zh: expect.stringContaining("请另选分区") },
		]);
		const [mode] = one.modes;
		expect(faultsOf("counters", { zones, counters: [{ ...one, modes: [mode, mode] }] }).length).toBeGreaterThan(0);
	});

	it("[CFG-14] an open counter has what its mode gains at once; what it or a customer stands on is not taken", () => {
		const day = aDay().given([LIU, open("1")], [KIOSK, issue("cash")]);
		const more = counters.map((each) => ({
			...each,
			modes: each.modes.map((mode) => ({ ...mode, services: [...new Set([...mode.services, "loan"])] })),
		}));
		const gained = takeSection(day.state, told("counters", { zones, counters: more }), null, day.now);
		expect(gained).toMatchObject({ events: [{ type: "branch-configured" }, { type: "section-taken" }] });
		const less = counters.filter(({ id }) => id !== "1");
		expect(takeSection(day.state, told("counters", { zones, counters: less }), null, day.now)).toMatchObject({
			refused: "configuration-in-use",
		});
		const noCash = services.filter(({ id }) => id !== "cash");
		expect(takeSection(day.state, told("services", { services: noCash }), null, day.now)).toMatchObject({
			refused: "section-unfit",
		});
	});

	it("[CFG-18] what does not fit in at a branch is refused by its name there, with what to do, in both languages", () => {
		const day = aDay();
		const refusal = (section: "services" | "counters", value: object) =>
			takeSection(day.state, told(section, value), null, day.now);
		const unserved = services.filter(({ id }) => id !== "loan");
		expect(refusal("services", { services: unserved })).toMatchObject({
			refused: "section-unfit",
			detail: expect.stringMatching(/^“综合服务”用到了该网点没有的业务：请.*\n“All services” names a service/),
		});
		const none = counters.map((each) => ({
			...each,
			modes: each.modes.map((mode) => ({
				...mode,
				services: mode.services.filter((id) => id !== "cash" && id !== "large-cash"),
			})),
		}));
		expect(refusal("counters", { zones, counters: none })).toMatchObject({
			refused: "section-unfit",
			detail: expect.stringMatching(/^没有窗口能办理“现金.*”：请.*\nNo counter can do.*add it/),
		});
	});
});
