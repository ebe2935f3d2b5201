import { describe, expect, it } from "vitest";
import { BranchConfiguration } from "../../schema/hall/configuration.ts";
import { beginningOf, dayBefore, dayForReplay } from "../../simulation/business-days.ts";
import { deriveSample } from "../../simulation/derive-sample.ts";
import { CALL_LOG_HEADER } from "../../simulation/read/read-call-log.ts";
import { readRecordedDay } from "../../simulation/read/read-recorded-day.ts";
import { replayConfiguration } from "../../simulation/replay-configuration.ts";
import { serviceMapping } from "../../simulation/service-mapping.ts";
import { CONFIGURATION, dayOf, IDENTITY, MONDAY, plan, sampleDay } from "./a-recorded-day.ts";

const DAY_MS = 86_400_000;

describe("the sample day", () => {
	it("[PLAY-1] names only services and classes of the branch that ships, within its hours", () => {
		const day = sampleDay();
		expect(day.visits).toHaveLength(330);
		const services = CONFIGURATION.services.map((service) => service.id);
		const classes = CONFIGURATION.dispatch.classes.map((each) => each.id);
		for (const visit of day.visits) {
			expect(services).toContain(visit.services[0]);
			expect(classes).toContain(visit.class);
		}
		// Nobody came for another service that day.
		expect(new Set(day.visits.flatMap((visit) => visit.services)).size).toBe(services.length - 1);
		expect(plan(day, { seed: 1 }).visits).toHaveLength(330);
	});

	it("[PLAY-2] is derived alike from the same calls and seed", () => {
		const calls = Array.from({ length: 400 }, (_, index) => ({
			arrivalMs: index,
			services: ["PS"],
			class: "",
			serviceMs: [20_000 + index * 500],
			...(index % 8 === 0 ? { leavesAfterMs: 1_000 * index } : {}),
		}));
		expect(deriveSample(calls, 300, 5)).toEqual(deriveSample(calls, 300, 5));
		expect(deriveSample(calls, 300, 5)).not.toEqual(deriveSample(calls, 300, 6));
		expect(() => deriveSample(calls, 401, 5)).toThrow("400 calls");
	});
});

describe("a plan", () => {
	it("sends the unknown to the kiosk and the classified to the greeter", () => {
		const recorded = dayOf(
			{ minute: 0, class: "" },
			{ minute: 1, class: "unknown" },
			{ minute: 2, class: "high" },
			{ minute: 3, class: "never heard of" },
			{ minute: 4, services: ["large-cash"] },
		);
		const taken = plan(recorded, { seed: 1 }).visits.map((visit) => [visit.takesNumberAt, visit.class]);
		expect(taken).toEqual([
			["kiosk", null],
			["kiosk", null],
			["staff", "high"],
			["kiosk", null],
			["staff", null],
		]);
	});

	it("keeps one line's changes from changing the other visits", () => {
		const [first, second] = [dayOf({ minute: 0 }, { minute: 5 }), dayOf({ minute: 0, noShow: true }, { minute: 5 })];
		expect(plan(first, { seed: 3 }).visits[1]).toEqual(plan(second, { seed: 3 }).visits[1]);
	});

	it("says what it leaves out", () => {
		const recorded = dayOf({ minute: 0 }, { minute: 600 });
		expect(plan(recorded, { seed: 1 }).setAside).toEqual({ "outside the hours of the branch": 1 });
		const closed = {
			...CONFIGURATION,
			staff: CONFIGURATION.staff.filter((member) => member.role !== "relationship-manager"),
		};
		const advice = dayOf({ minute: 0 }, { minute: 1, services: ["wealth"] });
		expect(plan(advice, { seed: 1 }, closed).setAside).toEqual({ "no counter can do it": 1 });
	});

	it("maps services by id, then by name, then by how many counters can do it", () => {
		const recorded = dayOf({
			minute: 0,
			services: ["Loans", "cash", "PS", "PS", "开户办卡"],
			serviceMs: [1, 1, 1, 1, 1],
		});
		const mapping = serviceMapping(recorded, CONFIGURATION);
		expect(mapping.get("cash")).toBe("cash");
		expect(mapping.get("Loans")).toBe("loan");
		expect(mapping.get("开户办卡")).toBe("account-opening");
		expect(CONFIGURATION.services.map((service) => service.id)).toContain(mapping.get("PS"));
	});
});

describe("the day of a replay", () => {
	it("is the next business day that holds the recording, never one that has been", () => {
		const recorded = sampleDay();
		const monday = dayForReplay(CONFIGURATION, recorded, MONDAY, null);
		expect(monday?.businessDay).toBe("2026-11-23");
		expect(dayForReplay(CONFIGURATION, recorded, MONDAY, "2026-11-23")?.businessDay).toBe("2026-11-24");
		const late = (monday === null ? 0 : beginningOf(monday, recorded)) + 1;
		expect(dayForReplay(CONFIGURATION, recorded, late, null)?.businessDay).toBe("2026-11-24");
		// Saturday opens too late and closes too early for it.
		expect(dayForReplay(CONFIGURATION, recorded, MONDAY + 4 * DAY_MS, "2026-11-27")?.businessDay).toBe("2026-11-30");
		expect(dayBefore(CONFIGURATION, recorded, MONDAY)?.businessDay).toBe("2026-11-20");
	});

	it("is none at a branch that never opens", () => {
		const shut = { ...CONFIGURATION, calendar: { week: Array.from({ length: 7 }, () => null), exceptions: [] } };
		expect(dayForReplay(shut, sampleDay(), MONDAY, null)).toBeNull();
	});
});

describe("a branch made to fit a recording", () => {
	it("[PLAY-1] is a valid configuration with counters for the busiest half hour", () => {
		const calls = Array.from({ length: 60 }, (_, index) => {
			const arrival = 30_600 + index * 30;
			return `1999-02-02,${arrival},${arrival},${arrival + 300},SERVED,0,${index % 2 ? "PS" : "NW"},0,A01`;
		});
		const result = readRecordedDay([CALL_LOG_HEADER, ...calls].join("\n"));
		if (result.status !== "read") throw new Error(result.errors.join("\n"));
		const configuration = replayConfiguration(IDENTITY, result.day);
		expect(BranchConfiguration.safeParse(configuration).error).toBeUndefined();
		expect(configuration.services.map((service) => service.id)).toEqual(["nw", "ps"]);
		// 60 calls of 315 s in half an hour keep 10.5 counters busy.
		expect(configuration.counters.length).toBeGreaterThanOrEqual(12);
		expect(plan(result.day, { seed: 1 }, configuration).visits).toHaveLength(60);
	});
});
