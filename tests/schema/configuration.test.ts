import { describe, expect, it } from "vitest";
import { CaseFields } from "../../schema/customer/case-fields.ts";
import { EraseBody } from "../../schema/customer/disclosure.ts";
import { NewNode } from "../../schema/endpoint/people-endpoints.ts";
import { HoldTicket } from "../../schema/hall/command.ts";
import { BranchConfiguration } from "../../schema/hall/configuration.ts";
import { BranchConfigured } from "../../schema/hall/event.ts";
import { DeviceName } from "../../schema/people/device.ts";
import { CONFIGURATION, configured } from "../domain/a-day.ts";

type Change = Parameters<typeof configured>[0];

const HOURS = { opensAt: "09:00", closesAt: "17:00" };
const EVE = { zh: "除夕", en: "New Year's Eve" };

/** The paths at which a changed configuration is faulty. */
function faults(change: Change): string[] {
	const parsed = BranchConfiguration.safeParse(configured(change));
	return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));
}

describe("a branch configuration", () => {
	it.each<[string, Change, string[]]>([
		[
			"closes before it opens",
			({ calendar }) => (calendar.week[2] = { opensAt: "17:00", closesAt: "09:00" }),
			["week.2"],
		],
		[
			"gives its last ticket before its first",
			({ calendar }) => (calendar.week[0] = { ...HOURS, firstTicketAt: "15:00", lastTicketAt: "10:00" }),
			["week.0.firstTicketAt"],
		],
		[
			"gives tickets after closing time",
			({ calendar }) => (calendar.week[0] = { ...HOURS, lastTicketAt: "17:30" }),
			["week.0.lastTicketAt"],
		],
		[
			"has two exceptions for one date",
			({ calendar }) => {
				calendar.exceptions = [
					{ date: "2027-02-05", hours: null, name: EVE },
					{ date: "2027-02-05", hours: HOURS, name: EVE },
				];
			},
			["exceptions.1.date"],
		],
		[
			"has an exception that contradicts itself",
			({ calendar }) => {
				calendar.exceptions = [{ date: "2027-02-05", hours: { ...HOURS, firstTicketAt: "17:00" }, name: EVE }];
			},
			["exceptions.0.hours.firstTicketAt"],
		],
		[
			"gives tickets before it opens, which many do",
			({ calendar }) => (calendar.week[0] = { ...HOURS, firstTicketAt: "08:30" }),
			[],
		],
	])("[CFG-6] that %s is refused with the path, or taken", (_, change, paths) => {
		expect(faults(change)).toEqual(paths.map((path) => `calendar.${path}`));
	});

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
		["a day that closes before it opens", (each) => (each.calendar.week[0]!.closesAt = "08:00"), "calendar.week.0"],
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

	it.each([
		"ＶＩＰ窗口",
		"V\u200bIP窗口",
		"V I P 窗口",
		"V.I.P. Counter",
		"VІP Counter",
		"ⅤIP",
		"VÍP",
		"貴賓窗口",
		"贵 宾 窗口",
		"財富櫃檯",
		"PRIVATE",
		"рrivate",
	])("[CFG-2] %j is a segment in disguise, wherever the hall sees it", (text) => {
		const disguised = { zh: text, en: "Counter" };
		expect(faults((each) => (each.counters[7]!.label = disguised))).toEqual(["counters.7.label"]);
		expect(faults((each) => (each.counters[7]!.label = { zh: "八号柜", en: text }))).toEqual(["counters.7.label"]);
		expect(faults((each) => (each.services[0]!.name = disguised))).toEqual(["services.0.name"]);
		expect(faults((each) => (each.zones[0]!.name = disguised))).toEqual(["zones.0.name"]);
		expect(faults((each) => (each.counters[3]!.modes[1]!.name = disguised))).toEqual(["counters.3.modes.1.name"]);
	});

	it.each(["Navi Park", "提前还贷", "8号窗口", "Service IP", "Chevi Peak"])("[CFG-2] %s names no segment", (text) => {
		expect(faults((each) => (each.zones[0]!.name = { zh: text, en: text }))).toEqual([]);
	});

	it("[CFG-2] a class of the queue and a branch may be called after a segment: the hall does not see it", () => {
		const named = configured((each) => {
			each.dispatch.classes[1]!.name = { zh: "私人银行", en: "Private" };
			each.name = { zh: "陆家嘴财富中心", en: "Lujiazui Wealth Centre" };
		});
		expect(BranchConfiguration.safeParse(named).success).toBe(true);
	});

	it.each(["1号窗口", "１号窗口", "1 号窗口", "一号窗口", "1\u200b号窗口"])(
		"[CFG-5] a second counter called %j is refused, with the first",
		(zh) => {
			expect(faults((each) => (each.counters[1]!.label = { zh, en: "Another" }))).toEqual(["counters.1.label.zh"]);
		},
	);

	it("[CFG-5] what sounds different is different, and what sounds the same is not, in either language", () => {
		expect(faults((each) => (each.counters[1]!.label = { zh: "二十号窗口", en: "Counter 20" }))).toEqual([]);
		expect(faults((each) => (each.counters[1]!.label = { zh: "十一号窗口", en: "Counter 21" }))).toEqual([
			"counters.10.label.zh",
		]);
		expect(faults((each) => (each.counters[1]!.label = { zh: "甲", en: "COUNTER 1" }))).toEqual([
			"counters.1.label.en",
		]);
		expect(faults((each) => (each.services[1]!.name = each.services[0]!.name))).toEqual([
			"services.1.name.zh",
			"services.1.name.en",
		]);
		expect(faults((each) => (each.zones[1]!.name = { zh: "甲", en: each.zones[0]!.name.en }))).toEqual([
			"zones.1.name.en",
		]);
		expect(faults((each) => (each.counters[3]!.modes[1]!.name.zh = each.counters[3]!.modes[0]!.name.zh))).toEqual([
			"counters.3.modes.1.name.zh",
		]);
	});

	it.each(["   ", "\u200b", "\u202e", "\u0000", "\n", "\u3164", "—", "\ud800"])(
		"[CFG-5] a text of %j alone is refused with its path, of whatever it is the name",
		(empty) => {
			expect(faults((each) => (each.counters[0]!.label.zh = empty))).toEqual(["counters.0.label.zh"]);
			expect(faults((each) => (each.dispatch.classes[0]!.name.en = empty))).toEqual(["dispatch.classes.0.name.en"]);
			expect(faults((each) => (each.staff[0]!.name.zh = empty))).toEqual(["staff.0.name.zh"]);
			expect(faults((each) => (each.name.zh = empty))).toEqual(["name.zh"]);
			expect(faults((each) => (each.calendar.exceptions[0]!.name.zh = empty))).toEqual([
				"calendar.exceptions.0.name.zh",
			]);
			const node = { nodeId: "sh.pudong", parentId: "sh", name: { zh: empty, en: "Pudong" } };
			expect(NewNode.safeParse(node).success).toBe(false);
		},
	);

	it("[CFG-5] what cannot be seen is taken away, and a reason or a name never carries it on", () => {
		const dirty = " 1\u202e号\u0000窗\u001b口\ud800\n(东) ";
		const kept = BranchConfiguration.parse(configured((each) => (each.counters[0]!.label.zh = dirty)));
		expect(kept.counters[0]!.label.zh).toBe("1号窗口 (东)");
		expect(HoldTicket.parse({ type: "hold-ticket", ticketId: "20261121-A012", reason: dirty }).reason).toBe(
			"1号窗口 (东)",
		);
		expect(EraseBody.parse({ reason: dirty }).reason).toBe("1号窗口 (东)");
		expect(DeviceName.parse(dirty)).toBe("1号窗口 (东)");
		expect(CaseFields.parse({ remarks: "第一行\r\n第\u200b二行" }).remarks).toBe("第一行\n第二行");
	});

	it("[CFG-5] one that was stored under earlier rules is still read", () => {
		const former = configured((each) => {
			each.counters[1]!.label = { zh: "1号窗口", en: " " };
			each.services[0]!.name.zh = "贵宾业务";
		});
		const event = { type: "branch-configured", configuration: former };
		expect(BranchConfigured.parse(event)).toEqual(event);
	});

	it("[CFG-2] a class has no number series", () => {
		const withSeries = { ...CONFIGURATION.dispatch.classes[0], series: "V" };
		const faulty = configured(() => undefined);
		Object.assign(faulty.dispatch.classes, { 0: withSeries });
		expect(BranchConfiguration.safeParse(faulty).success).toBe(false);
	});
});
