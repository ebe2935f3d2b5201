import { describe, expect, it } from "vitest";
import { positionOf } from "../../../worker/domain/queue/position.ts";
import {
	aDay,
	CHEN,
	callByName,
	callNext,
	type Day,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	SUN,
	WANG,
} from "../a-day.ts";

const position = (day: Day, number: string) => positionOf(day.state, day.ticket(number));
const reasons = (day: Day, number: string) =>
	Object.fromEntries(position(day, number).counters.map(({ counterId, reason }) => [counterId, reason]));

/** A001 and A002 (ordinary), A003 (mid), A004 (high), B001 for the desk; Liu at 1, Chen at 2 paused, Wang at 5. */
const line = () =>
	aDay().given(
		"09:00",
		[KIOSK, issue("cash")],
		"09:01",
		[KIOSK, issue("cash")],
		"09:02",
		[MANAGER, issue("cash", { class: "mid" })],
		"09:10",
		[MANAGER, issue("cash", { class: "high" })],
		[KIOSK, issue("corporate")],
		[LIU, open("1")],
		[CHEN, open("2")],
		[CHEN, { type: "pause-counter", counterId: "2", reason: "cash" }],
		[WANG, open("5")],
	);

describe("a ticket's position", () => {
	it("[QUE-6] says how many are ahead and how many overtakes are left", () => {
		const day = line();
		const ahead = ["A004", "A003", "A001", "A002", "E001"].map((number) => position(day, number).ahead);
		expect(ahead).toEqual([0, 1, 2, 3, 0]);
		expect(position(day, "A001")).toMatchObject({ overtakesLeft: 4, status: "waiting", number: "A001" });
		day.given([LIU, callNext("1")]);
		expect(position(day, "A001")).toMatchObject({ overtakesLeft: 3, ahead: 1 });
		expect(position(day, "A004")).toMatchObject({ overtakesLeft: null, ahead: null, status: "called" });
	});

	it("[QUE-6] never promises fewer than no overtakes", () => {
		const day = line();
		for (let each = 5; each < 11; each++) {
			const number = `A${String(each).padStart(3, "0")}`;
			day.given([KIOSK, issue("cash")], [LIU, callByName("1", number, "a row")], [LIU, on("mark-no-show", number)]);
		}
		expect(day.ticket("A001").overtaken).toBe(6);
		expect(position(day, "A001").overtakesLeft).toBe(0);
	});

	it("[QUE-6] says at each counter why it is or is not the next", () => {
		const day = line();
		expect(reasons(day, "A004")).toMatchObject({ 1: "next", 2: "counter-not-open", 3: "counter-not-open" });
		expect(reasons(day, "A001")).toMatchObject({ 1: "higher-class-first", 5: "counter-cannot-serve" });
		expect(reasons(day, "E001")).toMatchObject({ 1: "counter-cannot-serve", 5: "next" });
		day.given([LIU, callNext("1")], [SUN, open("3")]);
		// A003 came two minutes after A001 with a head start of four.
		expect(reasons(day, "A003")).toMatchObject({ 1: "next", 3: "next" });
		expect(reasons(day, "A001")).toMatchObject({ 3: "head-start-first" });
		expect(reasons(day, "A002")).toMatchObject({ 3: "head-start-first" });
		day.given([SUN, callNext("3")]);
		expect(reasons(day, "A002")).toMatchObject({ 3: "earlier-first" });
		expect(reasons(day, "A003")).toMatchObject({ 1: "not-waiting", 3: "not-waiting" });
	});

	it("[QUE-6] a spent budget and a meant counter are reasons too", () => {
		const day = line().given([MANAGER, on("transfer-ticket", "A002", { counterId: "2" })]);
		expect(reasons(day, "A002")).toMatchObject({ 1: "meant-for-another", 2: "counter-not-open" });
		for (const number of ["A004", "A003", "A005", "A006"]) {
			day.given([MANAGER, issue("cash", { class: "mid" })], [LIU, callByName("1", number, "x")]);
			day.given([LIU, on("mark-no-show", number)]);
		}
		day.given([MANAGER, issue("cash", { class: "green" })]);
		expect(reasons(day, "A009")).toMatchObject({ 1: "budget-spent-first" });
		expect(reasons(day, "A001")).toMatchObject({ 1: "next" });
	});

	it("[QUE-6] with no counter open for it, those who wait for the same are the line", () => {
		const day = aDay().given([KIOSK, issue("wealth")], [KIOSK, issue("cash")], [KIOSK, issue("wealth")]);
		expect(position(day, "D002").ahead).toBe(1);
		expect(position(day, "A001").ahead).toBe(0);
	});
});
