import { describe, expect, it } from "vitest";
import { aDay, at, callNext, issue, LIU, MANAGER, on, open } from "../a-day.ts";

describe("an appointment", () => {
	/** Who is called in what order, by the time of coming, when one with an appointment comes among walk-ins. */
	const order = (walkIns: string[], comes: string, appointed: string) => {
		const day = aDay();
		const arrivals: [time: string, appointmentAt: number | null][] = [
			...walkIns.map((time): [string, null] => [time, null]),
			[comes, at(appointed)],
		];
		const names = new Map<string, string>();
		for (const [time, appointmentAt] of arrivals.sort(([a], [b]) => (a < b ? -1 : 1))) {
			const answer = day.at(time).answer(MANAGER, issue("cash", appointmentAt === null ? {} : { appointmentAt }));
			if (answer.status === "done") names.set(answer.ticketId ?? "", appointmentAt === null ? time : "appointment");
		}
		day.given([LIU, open("1")]);
		return arrivals.map(() => {
			const answer = day.answer(LIU, callNext("1"));
			if (answer.status !== "done") return answer.code;
			day.given([LIU, on("cancel-ticket", answer.number ?? "")]);
			return names.get(answer.ticketId ?? "");
		});
	};

	it.each([
		["kept to the minute: 20 minutes ahead", "10:00", "10:00", ["09:30", "appointment", "09:50", "09:55"]],
		["a little late: ahead as of the arrival", "10:10", "10:00", ["09:30", "09:50", "appointment", "09:55"]],
		["too late: a walk-in like any other", "10:11", "10:00", ["09:30", "09:50", "09:55", "appointment"]],
		["early: as of the appointed time", "09:10", "10:12", ["09:30", "09:50", "appointment", "09:55"]],
		["very early: after those who come first", "09:10", "11:00", ["09:30", "09:50", "09:55", "appointment"]],
	])("[QUE-7] %s", (_, comes, appointed, expected) => {
		expect(order(["09:30", "09:50", "09:55"], comes, appointed)).toEqual(expected);
	});

	it("[QUE-7] early by an hour it competes as of the appointed time however many come in between", () => {
		const walkIns = ["09:05", "09:10", "09:15", "09:20", "09:25", "09:30", "09:35"];
		expect(order(walkIns, "09:00", "10:00")).toEqual([...walkIns, "appointment"]);
	});

	it.each([
		["of 1970", 0],
		["of yesterday", at("10:00", "2026-11-22")],
		["before opening", at("08:59")],
		["at closing time", at("17:00")],
		["of tomorrow", at("10:00", "2026-11-24")],
		["of next year", at("10:00", "2027-11-23")],
		["in the year 275760", 8_640_000_000_000_000],
	])("[QUE-7] %s is refused, and no number is given", (_, appointmentAt) => {
		const day = aDay().given([LIU, open("1")]);
		const refused = { refused: "appointment-not-today", detail: "2026-11-23" };
		expect(day.when(MANAGER, issue("cash", { appointmentAt }))).toEqual(refused);
		expect(day.state.tickets.size).toBe(0);
		for (const kept of [at("09:00"), at("16:59")]) {
			expect(day.answer(MANAGER, issue("cash", { appointmentAt: kept })).status).toBe("done");
		}
	});
});
