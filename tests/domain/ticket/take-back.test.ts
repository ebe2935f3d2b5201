import { describe, expect, it } from "vitest";
import { auditOvertakes } from "../../../simulation/overtake-audit.ts";
import { snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { aDay, CHEN, callNext, type Day, gist, id, issue, KIOSK, LIU, MANAGER, on, open } from "../a-day.ts";

const takeBack = (counterId: string, number: string) =>
	({ type: "take-back-ticket", counterId, ticketId: id(number) }) as const;

/** Liu serves A001 at counter 1 since 09:05; A002 waits. Chen sits at counter 2. */
const serving = () =>
	aDay().given(
		"09:00",
		[KIOSK, issue(["cash", "foreign-exchange"])],
		[KIOSK, issue("cash")],
		[LIU, open("1")],
		"09:04",
		[LIU, callNext("1")],
		"09:05",
		[LIU, on("start-service", "A001")],
	);
const called = () => aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")], "09:04", [LIU, callNext("1")]);

/** Each way to leave a counter, with the day on which it was not gone yet. */
const WAYS = [
	["a no-show", called, on("mark-no-show", "A001")],
	["a hold of who was called", called, on("hold-ticket", "A001")],
	["a hold of who was served", serving, on("hold-ticket", "A001")],
	["a transfer", serving, on("transfer-ticket", "A001", { serviceId: "transfer" })],
	["a finish after which the visit waits on", serving, on("finish-service", "A001")],
	[
		"a finish that ends the visit",
		() => called().given("09:05", [LIU, on("start-service", "A001")]),
		on("finish-service", "A001"),
	],
	[
		"a finish that goes on here",
		() =>
			aDay().given(
				"09:00",
				[KIOSK, issue(["cash", "transfer"])],
				[LIU, open("1")],
				"09:04",
				[LIU, callNext("1")],
				"09:05",
				[LIU, on("start-service", "A001")],
			),
		on("finish-service", "A001"),
	],
] as const;

/** All that a state shows and counts, without what says only how many commits there were. */
function content(day: Day) {
	const {
		seq: _,
		recent: _ids,
		lastAt: _at,
		changed: _changed,
		// When the hall was looked at last, and what was seen.
		quotes: _quotes,
		counters,
		tickets,
		...rest
	} = JSON.parse(snapshotOf(day.state));
	return {
		...rest,
		counters: counters.map(({ left: _left, ...counter }: { left?: unknown }) => counter),
		tickets: tickets.map(
			({ changedSeq: _seq, quote: _quote, ...ticket }: { changedSeq: number; quote?: unknown }) => ticket,
		),
	};
}

describe("taken back at the counter", () => {
	it.each(WAYS)("[TKT-15] %s leaves ticket, counter, board, tally and own day as they were", (_, make, command) => {
		const day = make();
		const before = content(day);
		day.given("09:10", [LIU, command]);
		expect(content(day)).not.toEqual(before);
		expect(gist(day.given("09:10:08").when(LIU, takeBack("1", "A001")))).toEqual(["ticket-taken-back"]);
		expect(content(day)).toEqual(before);
	});

	it.each(WAYS)("[TKT-15] [REP-1] %s is in no figure of the report", (_, make, command) => {
		const rest = (day: Day) => {
			day.given("09:20", [MANAGER, { type: "close-day" }]);
			const { lastSeq: _seq, ...report } = reportOf(day.commits) ?? {};
			return { report, own: day.state.personDays, faults: auditOvertakes(day.commits).faults };
		};
		const never = make();
		const undone = make().given("09:10", [LIU, command], "09:10:08", [LIU, takeBack("1", "A001")]);
		expect(rest(undone)).toEqual(rest(never));
		expect(auditOvertakes(undone.commits).faults).toEqual([]);
	});

	it("[TKT-15] stands on the board again, and goes on as a service of its whole time", () => {
		const day = called().given("09:05", [LIU, on("start-service", "A001")], "09:10", [
			LIU,
			on("finish-service", "A001"),
		]);
		day.given("09:10:05", [LIU, takeBack("1", "A001")]);
		expect(displayView(day.state).calls).toMatchObject([{ id: "A001", counterId: "1", active: true, serving: true }]);
		day.given("09:15", [LIU, on("finish-service", "A001")]);
		expect(staffView(day.state).personDays).toEqual([
			{ id: "liu-yang", served: 1, services: 1, serviceMs: 10 * 60_000 },
		]);
		expect(day.state.tally).toMatchObject({ served: 1, called: 1 });
	});

	it("[TKT-15] is refused once somebody stands there, the ticket was touched, time is over, or the counter has closed", () => {
		const over = { refused: "changed-meanwhile" };
		const gone = () => serving().given("09:10", [LIU, on("finish-service", "A001")]);
		expect(
			gone()
				.given([LIU, callNext("1")])
				.when(LIU, takeBack("1", "A001")),
		).toEqual(over);
		expect(
			gone()
				.given([MANAGER, on("cancel-ticket", "A001")])
				.when(LIU, takeBack("1", "A001")),
		).toEqual(over);
		expect(gone().given("09:12:01").when(LIU, takeBack("1", "A001"))).toEqual(over);
		expect(gone().given("09:12").when(LIU, takeBack("1", "A001"))).toHaveProperty("events");
		expect(gone().when(LIU, takeBack("1", "A002"))).toEqual(over);
		const twice = gone().given([LIU, takeBack("1", "A001")]);
		expect(twice.when(LIU, takeBack("1", "A001"))).toEqual(over);
		const closed = gone().given([LIU, { type: "close-counter", counterId: "1" }]);
		expect(closed.when(MANAGER, takeBack("1", "A001"))).toHaveProperty("refused");
		const again = closed.given([CHEN, open("1")]);
		expect(again.when(CHEN, takeBack("1", "A001"))).toEqual(over);
	});

	it("[TKT-15] is for whoever works that counter alone; a redirect or a day that ended is not taken back", () => {
		const day = called().given([CHEN, open("2")], [LIU, on("mark-no-show", "A001")]);
		expect(day.when(CHEN, takeBack("1", "A001"))).toEqual({ refused: "not-your-counter", detail: "1" });
		expect(day.when(CHEN, takeBack("2", "A001"))).toEqual({ refused: "changed-meanwhile" });
		const redirected = called().given([LIU, on("redirect-ticket", "A001")]);
		expect(redirected.when(LIU, takeBack("1", "A001"))).toEqual({ refused: "changed-meanwhile" });
	});
});

describe("a person's own day", () => {
	it("[REP-4] counts by the report's measures, and a day that closed cuts nobody's service into it", () => {
		const day = serving().given("09:09", [LIU, on("hold-ticket", "A001")], "09:10", [LIU, callNext("1")]);
		day.given("09:11", [LIU, on("start-service", "A002")], "09:15", [LIU, on("finish-service", "A002")]);
		expect(staffView(day.state).personDays).toEqual([
			{ id: "liu-yang", served: 1, services: 2, serviceMs: 8 * 60_000 },
		]);
		day.given([MANAGER, on("resume-ticket", "A001")], [LIU, callNext("1")], [LIU, on("start-service", "A001")]);
		day.given("09:30", [MANAGER, { type: "close-day" }]);
		const line = reportOf(day.commits)?.byCounter.find((each) => each.id === "1");
		expect(staffView(day.state).personDays).toEqual([
			{ id: "liu-yang", served: line?.tickets.served, services: line?.services.count, serviceMs: 8 * 60_000 },
		]);
		expect(line?.services.meanMs).toBe(4 * 60_000);
	});
});
