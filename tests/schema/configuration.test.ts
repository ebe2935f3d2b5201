import { describe, expect, it } from "vitest";
import { BranchConfiguration } from "../../schema/configuration.ts";
import { CONFIGURATION, configured } from "../domain/a-day.ts";

type Change = Parameters<typeof configured>[0];

/** The paths at which a changed configuration is faulty. */
function faults(change: Change): string[] {
	const parsed = BranchConfiguration.safeParse(configured(change));
	return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));
}

describe("a branch configuration", () => {
	it.each<[string, Change, string]>([
		["a counter's zone", (each) => (each.counters[2]!.zone = "attic"), "counters.2.zone"],
		["a mode's service", (each) => each.counters[3]!.modes[1]!.services.push("haircut"), "counters.3.modes.1"],
		["a person's service", (each) => each.staff[5]!.services.push("haircut"), "staff.5.services"],
		["the default class", (each) => (each.dispatch.defaultClass = "emperor"), "dispatch.defaultClass"],
		["the class of appointments", (each) => (each.dispatch.appointmentClass = "emperor"), "dispatch.appointmentClass"],
		["two counters of one id", (each) => (each.counters[1]!.id = "1"), "counters"],
		["two services of one id", (each) => (each.services[1]!.id = "cash"), "services"],
		["two zones of one id", (each) => each.zones.push(each.zones[0]!), "zones"],
		["two people of one id", (each) => each.staff.push(each.staff[0]!), "staff"],
		["two classes of one id", (each) => each.dispatch.classes.push(each.dispatch.classes[0]!), "dispatch.classes"],
		["two modes of one id", (each) => (each.counters[3]!.modes[1]!.id = "cash"), "counters.3.modes"],
		["an unknown time zone", (each) => (each.timeZone = "Asia/Atlantis"), "timeZone"],
		["a day that closes before it opens", (each) => (each.calendar.week[0]!.closesAt = "08:00"), "calendar"],
		["a time that does not exist", (each) => (each.calendar.week[0]!.opensAt = "25:00"), "calendar.week.0.opensAt"],
	])("[CFG-1] %s is refused with its path", (_, change, path) => {
		expect(faults(change)).toContain(path);
	});

	it("[CFG-1] every fault is named, not the first alone", () => {
		const paths = faults((each) => {
			each.counters[2]!.zone = "attic";
			each.staff[0]!.services.push("haircut");
			each.dispatch.defaultClass = "emperor";
		});
		expect(paths).toEqual(["counters.2.zone", "staff.0.services", "dispatch.defaultClass"]);
	});

	it.each([
		["VIP 窗口", "Counter 8"],
		["8号窗口", "Private counter"],
		["贵宾窗口", "Counter 8"],
		["财富柜台", "Counter 8"],
		["8号窗口", "Ordinary customers"],
	])("[CFG-2] a public label that names a segment is refused: %s, %s", (zh, en) => {
		expect(faults((each) => (each.counters[7]!.label = { zh, en }))).toEqual(["counters.7.label"]);
	});

	it("[CFG-2] a class has no number series", () => {
		const withSeries = { ...CONFIGURATION.dispatch.classes[0], series: "V" };
		const faulty = configured(() => undefined);
		Object.assign(faulty.dispatch.classes, { 0: withSeries });
		expect(BranchConfiguration.safeParse(faulty).success).toBe(false);
	});
});
