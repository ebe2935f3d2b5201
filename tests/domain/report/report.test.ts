import { describe, expect, it } from "vitest";
import { DayReport } from "../../../schema/hall/report.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { statusView } from "../../../worker/domain/view/status-view.ts";
import {
	aDay,
	at,
	CHEN,
	callByName,
	callNext,
	configured,
	type Day,
	HEAD,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	OPERATOR,
	on,
	open,
	XU,
} from "../a-day.ts";

const MINUTE = 60_000;
const close = [MANAGER, { type: "close-day" }] as const;

function report(day: Day): DayReport {
	const made = reportOf(day.commits);
	if (made === null) throw new Error("the day is not closed");
	return made;
}
/** Count, mean, median, 90th percentile and longest, in minutes. */
function minutes(of: DayReport["waits"] | DayReport["services"]): (number | null)[] {
	const inMinutes = (ms: number | null) => (ms === null ? null : ms / MINUTE);
	return [of.count, inMinutes(of.meanMs), inMinutes(of.p50Ms), inMinutes(of.p90Ms), inMinutes(of.maxMs)];
}
const line = (lines: DayReport["byService"], name: string) => lines.find((each) => each.id === name);

describe("waits", () => {
	it.each([
		["early, called after the appointed time", "10:12", 12],
		["early, called before it", "09:40", 0],
	])("[REP-3] for an appointment run from its time: %s", (_, called, waited) => {
		const day = aDay().given("09:10", [MANAGER, issue("cash", { appointmentAt: at("10:00") })], [LIU, open("1")]);
		day.given(
			called,
			[LIU, callNext("1")],
			[LIU, on("start-service", "A001")],
			[LIU, on("finish-service", "A001")],
			close,
		);
		expect(minutes(report(day).waits)).toEqual([1, waited, waited, waited, waited]);
		expect(day.state.tally.waitedMs).toBe(waited * MINUTE);
	});

	it("[REP-3] run from the number to the call that led to service, not to its start or a recall", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")], "09:07", [LIU, callNext("1")]);
		day.given("09:08", [LIU, on("recall-ticket", "A001")], "09:09", [LIU, on("start-service", "A001")]);
		day.given("09:20", [LIU, on("finish-service", "A001")], close);
		expect(minutes(report(day).waits)).toEqual([1, 7, 7, 7, 7]);
		expect(minutes(report(day).services)).toEqual([1, 11, 11, 11, 11]);
	});

	it("[REP-3] without time on hold, whether held from the queue or from a call", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")]);
		day.given("09:05", [LIU, on("hold-ticket", "A001")], "09:20", [LIU, on("resume-ticket", "A001")]);
		day.given("09:25", [LIU, callNext("1")], "09:26", [LIU, on("hold-ticket", "A001")]);
		day.given("09:36", [LIU, on("resume-ticket", "A001")], "09:40", [LIU, callNext("1")]);
		day.given("09:41", [LIU, on("start-service", "A001")], "09:51", [LIU, on("finish-service", "A001")], close);
		// 40 minutes since the number, 15 and 10 of them on hold.
		expect(minutes(report(day).waits)).toEqual([1, 15, 15, 15, 15]);
	});

	it("[REP-3] without time away, from the no-show to the return", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")], "09:10", [LIU, callNext("1")]);
		day.given("09:12", [LIU, on("mark-no-show", "A001")], "09:20", [MANAGER, on("return-ticket", "A001")]);
		day.given("09:30", [LIU, callNext("1")], [LIU, on("start-service", "A001")]);
		day.given("09:35", [LIU, on("finish-service", "A001")], close);
		expect(minutes(report(day).waits)).toEqual([1, 22, 22, 22, 22]);
		expect(report(day)).toMatchObject({ returns: 1, tickets: { issued: 1, served: 1, noShows: 0 } });
	});

	it("[REP-3] after a transfer from service a new wait begins, for the new service at the new counter", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")], [XU, open("12")]);
		day.given("09:04", [LIU, callNext("1")], [LIU, on("start-service", "A001")]);
		day.given("09:10", [LIU, on("transfer-ticket", "A001", { serviceId: "wealth" })]);
		day.given("09:16", [XU, callNext("12")], [XU, on("start-service", "A001")]);
		day.given("09:46", [XU, on("finish-service", "A001")], close);
		const made = report(day);
		expect(minutes(made.waits)).toEqual([2, 5, 4, 6, 6]);
		expect(minutes(made.services)).toEqual([2, 18, 6, 30, 30]);
		expect([line(made.byCounter, "1"), line(made.byCounter, "12")].map((each) => each?.waits.maxMs)).toEqual([
			4 * MINUTE,
			6 * MINUTE,
		]);
		expect(made.transfers).toBe(1);
		expect(line(made.byCounter, "12")?.tickets.served).toBe(1);
	});

	it("[REP-3] after a transfer from a call the whole time until the second call was a wait", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")], [CHEN, open("2")]);
		day.given("09:04", [LIU, callNext("1")], "09:05", [LIU, on("transfer-ticket", "A001", { counterId: "2" })]);
		day.given("09:09", [CHEN, callNext("2")], [CHEN, on("start-service", "A001")]);
		day.given("09:10", [CHEN, on("finish-service", "A001")], close);
		expect(minutes(report(day).waits)).toEqual([1, 9, 9, 9, 9]);
		expect(day.state.tally).toMatchObject({ called: 1, waitedMs: 9 * MINUTE });
	});

	it("[REP-3] what follows at the same counter had no wait, what is left elsewhere has one of its own", () => {
		const day = aDay().given(
			"09:00",
			[KIOSK, issue(["cash", "transfer", "wealth"])],
			[LIU, open("1")],
			[XU, open("12")],
		);
		day.given("09:03", [LIU, callNext("1")], [LIU, on("start-service", "A001")]);
		day.given("09:07", [LIU, on("finish-service", "A001")], "09:12", [LIU, on("finish-service", "A001")]);
		day.given("09:20", [XU, callNext("12")], [XU, on("start-service", "A001")]);
		day.given("09:40", [XU, on("finish-service", "A001")], close);
		const made = report(day);
		expect(minutes(made.waits)).toEqual([2, 5.5, 3, 8, 8]);
		expect(minutes(made.services)).toEqual(
			[3, (4 + 5 + 20) / 3, 5, 20, 20].map((each) => Math.round(each * MINUTE) / MINUTE),
		);
		expect(made.tickets).toMatchObject({ issued: 1, served: 1 });
	});

	it("[REP-3] a call that led to no service was no end of a wait, and one cut off by closing was not measured", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [KIOSK, issue("cash")], [KIOSK, issue("cash")]);
		day.given([LIU, open("1")], [CHEN, open("2")], "09:05", [LIU, callNext("1")], [LIU, on("mark-no-show", "A001")]);
		day.given("09:10", [LIU, callNext("1")], [LIU, on("start-service", "A002")], [CHEN, callNext("2")]);
		day.given("17:30", close);
		const made = report(day);
		expect(minutes(made.waits)).toEqual([1, 10, 10, 10, 10]);
		expect(day.state.tally).toMatchObject({ called: 1, waitedMs: 10 * MINUTE });
		expect(minutes(made.services)).toEqual([0, null, null, null, null]);
		expect(made.tickets).toEqual({ issued: 3, served: 0, noShows: 1, cancelled: 0, redirected: 0, unserved: 2 });
	});

	it("[REP-3] the live hall counts by the same clock: not before an appointment's time, nor on hold, nor while away", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [KIOSK, issue("cash")], [LIU, open("1")]);
		day.given([MANAGER, issue("cash", { appointmentAt: at("10:00") })]);
		const readyAt = (number: string) =>
			staffView(day.state).tickets.find((each) => each.number === number)?.readyAt ?? Number.NaN;
		expect([readyAt("A001"), readyAt("A003")]).toEqual([at("09:00"), at("10:00")]);
		day.given("09:05", [LIU, callNext("1")], "09:06", [LIU, on("mark-no-show", "A001")]);
		day.given("09:10", [MANAGER, on("return-ticket", "A001")], [LIU, callNext("1")]);
		expect(readyAt("A001")).toBe(at("09:04"));
		const held = day.state.counters.get("1")?.ticketId?.slice(-4) ?? "";
		day.given("09:12", [LIU, on("hold-ticket", held)], "09:20", [MANAGER, on("resume-ticket", held)]);
		const before = held === "A001" ? at("09:04") : at("09:00");
		expect(readyAt(held)).toBe(before + 8 * MINUTE);
		expect(statusView(day.state, 0).status[0]?.oldestReadyAt).toBe(Math.min(readyAt("A001"), readyAt("A002")));
		expect(day.state.tally).toMatchObject({ noShows: 0, returns: 1 });
	});

	it("[REP-3] the share within target goes by the service waited for, as its target was then", () => {
		const day = aDay().given(
			"09:00",
			[KIOSK, issue("cash")],
			[KIOSK, issue("wealth")],
			[LIU, open("1")],
			[XU, open("12")],
		);
		day.given("09:10", [LIU, callNext("1")], [LIU, on("start-service", "A001")]);
		day.given([XU, callNext("12")], [XU, on("start-service", "D001")]);
		day.given("09:15", [LIU, on("finish-service", "A001")], [XU, on("finish-service", "D001")]);
		const patient = configured((each) => {
			for (const service of each.services) service.targetWaitMs = 60 * MINUTE;
		});
		day.given([OPERATOR, { type: "configure", configuration: patient }], close);
		expect(report(day).waits.withinTarget).toBe(0.5);
		expect(line(report(day).byService, "cash")?.waits.withinTarget).toBe(0);
		expect(line(report(day).byService, "wealth")?.waits.withinTarget).toBe(1);
	});
});

describe("a day's report", () => {
	const whole = () => {
		const day = aDay().given("08:50", [LIU, open("1")], "09:00", [KIOSK, issue("cash")]);
		day.given("09:10", [MANAGER, issue("cash", { class: "high" })], "09:40", [KIOSK, issue("corporate")]);
		day.given([LIU, callByName("1", "A001", "asked first")], [LIU, on("start-service", "A001")]);
		day.given("09:50", [LIU, on("finish-service", "A001")], [LIU, callNext("1")], [LIU, on("recall-ticket", "A002")]);
		day.given("09:55", [LIU, on("redirect-ticket", "A002")], [MANAGER, on("cancel-ticket", "E001")]);
		day.given([KIOSK, { type: "ask-for-help", reason: "device" }], [KIOSK, { type: "ask-for-help", reason: "other" }]);
		const seq = day.state.seq;
		day.given("09:57", [MANAGER, { type: "accept-alert", alertId: `h${seq}` }]);
		day.when(LIU, callNext("1"));
		return day.given("17:05", close);
	};

	it("[REP-1] counts tickets by service, class, channel, half hour and counter, and all else that happened", () => {
		const day = whole();
		const made = report(day);
		expect(DayReport.parse(made)).toEqual(made);
		expect(made.tickets).toEqual({ issued: 3, served: 1, noShows: 0, cancelled: 1, redirected: 1, unserved: 0 });
		const issued = (lines: DayReport["byService"]) => lines.map((each) => [each.id, each.tickets.issued]);
		expect(issued(made.byService)).toEqual([
			["cash", 2],
			["corporate", 1],
		]);
		expect(issued(made.byClass)).toEqual([
			["high", 1],
			["unknown", 2],
		]);
		expect(issued(made.byChannel)).toEqual([
			["kiosk", 2],
			["staff", 1],
		]);
		expect(issued(made.byHalfHour)).toEqual([
			["09:00", 2],
			["09:30", 1],
		]);
		expect(made.byCounter.map((each) => [each.id, each.tickets])).toEqual([
			["1", { issued: 2, served: 1, noShows: 0, cancelled: 0, redirected: 1, unserved: 0 }],
		]);
		const override = {
			at: at("09:40"),
			number: "A001",
			counterId: "1",
			staffId: "liu-yang",
			reason: "asked first",
			passed: 0,
		};
		expect(made.overrides).toEqual([override]);
		expect(made).toMatchObject({
			recalls: 1,
			refusals: 1,
			openedAt: at("08:50"),
			closedAt: at("17:05"),
			closedBy: "staff",
		});
		expect(made.alerts).toMatchObject([
			{ kind: "help", raised: 2, accepted: 1, passedOn: 0, escalated: 0, response: { meanMs: 2 * MINUTE } },
		]);
		expect([made.firstSeq, made.lastSeq]).toEqual([2, day.state.seq]);
	});

	it("[REP-2] is the same however often and wherever it is made from the same commits", () => {
		const { commits } = whole();
		const throughText = JSON.parse(JSON.stringify(commits));
		expect(JSON.stringify(reportOf(throughText))).toBe(JSON.stringify(reportOf(commits)));
	});

	it("[REP-2] what the branch does after closing does not change it", () => {
		const day = whole();
		const made = JSON.stringify(report(day));
		day.given("17:10", [KIOSK, { type: "ask-for-help", reason: "other" }]);
		day.when(LIU, open("1"));
		expect(JSON.stringify(report(day))).toBe(made);
	});

	it("[REP-1] there is none before the day is closed", () => {
		expect(reportOf(aDay().given([LIU, open("1")]).commits)).toBeNull();
		expect(reportOf(aDay().commits)).toBeNull();
	});

	it("[REP-1] overtakes are held against the bound each ticket was given, not against a later policy", () => {
		const day = aDay().given([LIU, open("1")], [KIOSK, issue("cash")]);
		for (const number of ["A002", "A003", "A004"]) {
			day.given([MANAGER, issue("cash", { class: "high" })], [LIU, callNext("1")], [LIU, on("mark-no-show", number)]);
		}
		const strict = configured((each) => {
			for (const ticketClass of each.dispatch.classes) ticketClass.overtakeBudget = 0;
		});
		day.given([OPERATOR, { type: "configure", configuration: strict }], [HEAD, { type: "close-day" }]);
		expect(report(day).overtakes).toEqual({ most: 3, beyondBound: 0 });
	});

	it("[REP-1] half hours are local also where the clocks change", () => {
		const berlin = configured((each) => {
			each.timeZone = "Europe/Berlin";
			each.calendar = { week: Array(7).fill({ opensAt: "00:00", closesAt: "24:00" }), exceptions: [] };
		});
		const day = aDay(null).at(Date.parse("2027-03-27T12:00+01:00"));
		day.given([OPERATOR, { type: "configure", configuration: berlin }]);
		for (const time of ["01:40+01:00", "03:10+02:00", "09:10+02:00"]) {
			day.at(Date.parse(`2027-03-28T${time}`)).given([KIOSK, issue("cash")]);
		}
		day.given([MANAGER, { type: "close-day" }]);
		expect(report(day).byHalfHour.map((each) => each.id)).toEqual(["01:30", "03:00", "09:00"]);
	});
});
