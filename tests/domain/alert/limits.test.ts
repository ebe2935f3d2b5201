import { describe, expect, it } from "vitest";
import { noticeLimits, USUAL_LIMITS } from "../../../rules/measure/usual-limits.ts";
import { LIMITS } from "../../../schema/configuration/limits/limits.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { type BranchConfiguration, BranchLimits, StoredConfiguration } from "../../../schema/hall/configuration.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import { takeSection } from "../../../worker/domain/commit/take-section.ts";
import { isRefusal } from "../../../worker/domain/hall/decision.ts";
import { coverageDueAt } from "../../../worker/domain/presence/coverage.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import {
	aDay,
	at,
	CONFIGURATION,
	callNext,
	configured,
	type Day,
	gist,
	HEAD,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	SYSTEM,
} from "../a-day.ts";

const MINUTE = 60_000;
const tick: Command = { type: "tick" };
const raisedAt = (day: Day, time: string) => gist(day.at(time).when(SYSTEM, tick));

function withLimits(limits: Partial<BranchConfiguration["limits"]>): BranchConfiguration {
	return configured((configuration) => Object.assign(configuration.limits, limits));
}

/** One is served for cash since 09:01, one waits for the desk where nobody sits. */
function aHall(configuration: BranchConfiguration): Day {
	return aDay(configuration)
		.onDuty(MANAGER, HEAD)
		.given([LIU, open("1")], [KIOSK, issue("cash")], "09:01", [LIU, callNext("1")], [LIU, on("start-service", "A001")])
		.given([MANAGER, issue("corporate")]);
}

describe("limits of a branch", () => {
	it("[ALR-24] ship as what days of before go by, which say nothing of them", () => {
		expect(LIMITS.shipped).toMatchObject(USUAL_LIMITS);
		const { returnGraceMs, closeAfterMs } = CONFIGURATION.limits;
		const old = StoredConfiguration.parse({ ...CONFIGURATION, limits: { returnGraceMs, closeAfterMs } });
		expect(noticeLimits(old)).toMatchObject(USUAL_LIMITS);
		expect(nextDueAt(aHall(old).state)).toBe(nextDueAt(aHall(CONFIGURATION).state));
	});

	it("[ALR-24] say when a service and a wait are too long, and what phones mark", () => {
		const own = withLimits({ longServiceTimes: 1, longServiceLeastMs: 3 * MINUTE, longWaitLeastMs: 40 * MINUTE });
		const day = aHall(own);
		const cash = day.state.configuration?.services.find(({ id }) => id === "cash");
		const limitMs = Math.max(3 * MINUTE, cash?.usualServiceMs ?? 0);
		expect(nextDueAt(day.state)).toBe(at("09:01") + limitMs);
		const marked = staffView(day.state).services.find(({ id }) => id === "cash");
		expect(marked?.longServiceMs).toBe(limitMs);
		day.given([LIU, on("finish-service", "A001")]);
		expect(raisedAt(day, "09:40")).toEqual([]);
		expect(raisedAt(day, "09:41")).toEqual(["alert-raised"]);
	});

	it("[ALR-24] say how far a line has to be in order again", () => {
		const kept = (settledShare: number) => {
			const day = aHall(withLimits({ settledShare })).given("09:05", [MANAGER, issue("corporate")]);
			raisedAt(day, "09:16");
			const [first] = [...day.state.tickets.values()].filter(({ status }) => status === "waiting");
			day.given([MANAGER, { type: "cancel-ticket", ticketId: first?.id ?? "" }]);
			return [...day.state.alerts.values()].filter(({ kind }) => kind === "long-wait").length;
		};
		// The other has waited for eleven of fifteen minutes.
		expect([kept(0.8), kept(0.7)]).toEqual([0, 1]);
	});

	it("[ALR-24] say when the head hears that nobody has the lobby", () => {
		const people = [{ id: "li-na", name: { zh: "李娜", en: "Li Na" }, roles: ["lobby-manager" as const] }];
		const uncovered = (configuration: BranchConfiguration) =>
			aDay(configuration)
				.onDuty(HEAD)
				.given([SYSTEM, { type: "change-staff", people }], [KIOSK, issue("cash")]).state;
		expect(coverageDueAt(uncovered(CONFIGURATION))).toBe(at("09:01"));
		const patient = withLimits({ uncoveredAfterMs: 5 * MINUTE });
		expect(coverageDueAt(uncovered(patient))).toBe(at("09:05"));
		const day = aDay(patient)
			.onDuty(HEAD)
			.given([SYSTEM, { type: "change-staff", people }], [KIOSK, issue("cash")]);
		expect(raisedAt(day, "09:04:59")).toEqual([]);
		expect(raisedAt(day, "09:05")).toEqual(["alert-raised"]);
		expect([...day.state.alerts.values()]).toMatchObject([{ kind: "coverage", raisedAt: at("09:05") }]);
	});

	it("[ALR-24] say how much more than the limit is foreseen before anybody is told, and when", () => {
		const told = (limits: Partial<BranchConfiguration["limits"]>) => {
			const day = aDay(withLimits(limits))
				.onDuty(MANAGER, HEAD)
				.given([LIU, open("1")]);
			for (let number = 0; number < 20; number++) day.at(at("09:00") + number * 12_000).given([KIOSK, issue("cash")]);
			day.given([LIU, callNext("1")]);
			return nextDueAt(day.state) ?? 0;
		};
		const shipped = told({});
		expect(shipped).toBeLessThan(at("09:15"));
		// Later in the wait, and not at all where ten times the limit would have to be foreseen.
		expect(told({ foreseenShare: 0.8 })).toBeGreaterThan(shipped + 3 * MINUTE);
		expect(told({ foreseenTimes: 10, longServiceLeastMs: 120 * MINUTE })).toBe(at("09:15:12"));
	});

	it("[ALR-24] change in the middle of a day, as one commit, and hold from then on", () => {
		const day = aHall(CONFIGURATION);
		const value = { ...LIMITS.of(CONFIGURATION), longServiceTimes: 1, longServiceLeastMs: MINUTE };
		const made = takeSection(day.state, { section: "limits", key: "v1", value }, null, day.now);
		if (isRefusal(made)) throw new Error(made.refused);
		const before = nextDueAt(day.state) ?? 0;
		day.replay({
			...{ seq: day.state.seq + 1, commandId: "section", actor: { kind: "system" as const }, at: day.now },
			...{ command: { type: "take-section", section: "limits", key: "v1" }, events: [...made.events] },
		} as never);
		expect(nextDueAt(day.state)).toBeLessThan(before);
		expect(raisedAt(day, "09:12")).toEqual(["alert-raised"]);
	});

	it("[ALR-24] are refused with their place where they make no sense", () => {
		const faults = (limits: object) =>
			BranchLimits.safeParse({ ...CONFIGURATION.limits, ...limits }).error?.issues.map(({ path }) => path.join("."));
		expect(faults({ settledShare: 1 })).toEqual(["settledShare"]);
		expect(faults({ foreseenTimes: 0.5 })).toEqual(["foreseenTimes"]);
		expect(faults({ offerRingsMs: 0 })).toEqual(["offerRingsMs"]);
		expect(faults({ notReachableAfterMs: 1 })).toEqual(["notReachableAfterMs"]);
		expect(faults({})).toBeUndefined();
	});
});
