import { describe, expect, it } from "vitest";
import type { Role } from "../../../schema/actor.ts";
import type { Command } from "../../../schema/hall/command.ts";
import {
	LIVE_TICKETS_MAX,
	LIVE_TICKETS_OF_STAFF,
	NUMBERS_OF_STAFF,
	TICKETS_PER_DAY_MAX,
} from "../../../schema/limits.ts";
import { decide } from "../../../worker/domain/commit/decide.ts";
import type { Ticket } from "../../../worker/domain/hall/branch-state.ts";
import {
	aDay,
	at,
	CONFIGURATION,
	customer,
	gist,
	HEAD,
	id,
	issue,
	KIOSK,
	LIU,
	linkOf,
	MANAGER,
	on,
	open,
	pad,
	staff,
} from "../a-day.ts";

describe("issue-ticket", () => {
	it("[TKT-1] the first number of a day opens the day with all it works by", () => {
		const outcome = aDay().when(KIOSK, issue("cash"));
		expect(outcome).toEqual({
			events: [
				{
					type: "day-opened",
					businessDay: "2026-11-23",
					startsAt: at("00:00"),
					endsAt: at("00:00", "2026-11-24"),
					opensAt: at("09:00"),
					closesAt: at("17:00"),
					firstTicketAt: at("08:45"),
					lastTicketAt: at("16:50"),
					closesItselfAt: at("18:00"),
					closesAtLatestAt: at("21:00"),
					configuration: CONFIGURATION,
				},
				{
					type: "ticket-issued",
					ticketId: "20261123-A001",
					number: "A001",
					services: ["cash"],
					class: "unknown",
					channel: "kiosk",
					link: linkOf(2),
				},
			],
		});
	});

	it("[TKT-1] numbers count up by series, whatever service of the series is asked for", () => {
		const day = aDay();
		const numbers = ["cash", "transfer", "bill-payment", "corporate", "foreign-exchange", "cash"].map((service) => {
			const answer = day.answer(KIOSK, issue(service));
			return answer.status === "done" ? answer.number : answer.code;
		});
		expect(numbers).toEqual(["A001", "B001", "A002", "E001", "B002", "A003"]);
	});

	it("[TKT-1] series start again the next day, under ids that never repeat", () => {
		const day = aDay().given([KIOSK, issue("cash")], [KIOSK, issue("cash")], [MANAGER, { type: "close-day" }]);
		day.at(at("09:00", "2026-11-24"));
		expect(day.answer(KIOSK, issue("cash"))).toMatchObject({ number: "A001", ticketId: "20261124-A001" });
	});

	it("[TKT-1] a number is not given again after its ticket has ended and is forgotten", () => {
		const day = aDay().given([KIOSK, issue("cash")], [MANAGER, on("cancel-ticket", "A001")], "10:00");
		expect(day.answer(KIOSK, issue("cash"))).toMatchObject({ number: "A002" });
		expect(day.state.tickets.has(id("A001"))).toBe(false);
	});

	it("[TKT-1] when a series is used up there are no more of its numbers", () => {
		const day = aDay().given([KIOSK, issue("cash")]);
		const context = { actor: MANAGER, now: day.now, link: "" };
		const last = { ...day.state, nextNumber: { A: TICKETS_PER_DAY_MAX } };
		expect(decide(last, issue("cash"), context)).toMatchObject({ events: [{ number: "A9999" }] });
		const beyond = { ...day.state, nextNumber: { A: TICKETS_PER_DAY_MAX + 1 } };
		expect(decide(beyond, issue("cash"), context)).toEqual({ refused: "numbers-exhausted", detail: "A" });
		expect(decide(beyond, issue("transfer"), context)).toMatchObject({ events: [{ number: "B001" }] });
	});

	it("[TKT-1] a full branch gives no more numbers", () => {
		const day = aDay().given([KIOSK, issue("cash")]);
		const crowd = new Map<string, Ticket>();
		for (let each = 0; each < LIVE_TICKETS_MAX; each++) crowd.set(String(each), day.ticket("A001"));
		const full = { ...day.state, tickets: crowd };
		expect(decide(full, issue("cash"), { actor: MANAGER, now: day.now, link: "" })).toEqual({ refused: "queue-full" });
	});

	it("[TKT-13] what devices fill leaves numbers and room to staff", () => {
		const day = aDay().given([KIOSK, issue("cash")]);
		const context = { actor: KIOSK, now: day.now, link: "" };
		const late = { ...day.state, nextNumber: { A: TICKETS_PER_DAY_MAX - NUMBERS_OF_STAFF + 1 } };
		expect(decide(late, issue("cash"), context)).toEqual({ refused: "numbers-exhausted", detail: "A" });
		expect(decide(late, issue("cash"), { ...context, actor: MANAGER })).toHaveProperty("events");
		const crowd = new Map<string, Ticket>();
		for (let each = LIVE_TICKETS_OF_STAFF; each < LIVE_TICKETS_MAX; each++) crowd.set(String(each), day.ticket("A001"));
		const crowded = { ...day.state, tickets: crowd };
		expect(decide(crowded, issue("cash"), context)).toEqual({ refused: "queue-full" });
		expect(decide(crowded, issue("cash"), { ...context, actor: MANAGER })).toHaveProperty("events");
	});

	it.each([
		["08:44:59", "before-opening"],
		["08:45:00", "done"],
		["16:49:59", "done"],
		["16:50:00", "after-last-ticket"],
		["17:59:59", "after-last-ticket"],
		["18:00:00", "after-last-ticket"],
	])("[TKT-8] at %s: %s", (time, expected) => {
		const answer = aDay().at(time).answer(KIOSK, issue("cash"));
		expect(answer.status === "done" ? "done" : answer.code).toBe(expected);
		const opened = aDay()
			.given("08:30", [LIU, open("1")])
			.at(time)
			.answer(KIOSK, issue("cash"));
		expect(opened.status === "done" ? "done" : opened.code).toBe(expected);
	});

	it.each([
		["unknown-service", KIOSK, issue("haircut"), "haircut"],
		["unknown-service", MANAGER, issue(["cash", "haircut"]), "haircut"],
		["unknown-class", MANAGER, issue("cash", { class: "emperor" }), "emperor"],
		["service-not-on-kiosk", KIOSK, issue("large-cash"), "large-cash"],
		["service-not-on-kiosk", KIOSK, issue(["cash", "large-cash"]), "large-cash"],
		["service-named-twice", KIOSK, issue(["cash", "cash", "cash"]), "cash"],
		["service-named-twice", MANAGER, issue(["cash", "transfer", "cash"]), "cash"],
	] as const)("[TKT-2] [TKT-12] %s, and no number is used up", (refused, actor, command, detail) => {
		const day = aDay();
		expect(day.when(actor, command)).toEqual({ refused, detail });
		expect(day.answer(MANAGER, issue("large-cash"))).toMatchObject({ number: "A001" });
	});
});

describe("class and appointment", () => {
	const named: [string, Command][] = [
		["class", issue("cash", { class: "private" })],
		["the default class", issue("cash", { class: "unknown" })],
		["an appointment", issue("cash", { appointmentAt: at("10:00") })],
		["both", issue("cash", { class: "green", appointmentAt: at("10:00") })],
	];
	const may: Role[] = [
		"branch-head",
		"deputy-head",
		"lobby-manager",
		"stand-in",
		"lobby-usher",
		"relationship-manager",
	];
	const mayNot: Role[] = ["closed-teller", "open-teller", "marketing-manager"];

	it.each(named)("[MAY-3] naming %s is for those who know the customer", (_, command) => {
		for (const role of may)
			expect(gist(aDay().when(staff("x", role), command))).toEqual(["day-opened", "ticket-issued"]);
		for (const role of mayNot) expect(aDay().when(staff("x", role), command)).toEqual({ refused: "class-not-allowed" });
		expect(aDay().when(KIOSK, command)).toEqual({ refused: "class-not-allowed" });
	});

	it.each(named)(
		"[MAY-3] neither a customer nor a counter pad gets a number at all, naming %s or not",
		(_, command) => {
			expect(aDay().when(customer("A001"), command)).toEqual({ refused: "not-permitted" });
			expect(aDay().when(pad("1"), command)).toEqual({ refused: "not-permitted" });
			expect(aDay().when(customer("A001"), issue("cash"))).toEqual({ refused: "not-permitted" });
		},
	);

	it.each([
		["nothing is known", issue("cash"), "unknown", 3, 4, 0],
		["a class is named", issue("cash", { class: "mid" }), "mid", 3, 10, 4 * 60_000],
		["an appointment is kept", issue("cash", { appointmentAt: at("09:00") }), "unknown", 3, 4, 20 * 60_000],
		["both", issue("cash", { class: "high", appointmentAt: at("09:00") }), "high", 2, 4, 20 * 60_000],
	] as const)("[QUE-7] %s: class, rank, budget and head start come from the policy", (_, command, ...expected) => {
		const { class: ticketClass, rank, budget, headStartMs } = aDay().given([HEAD, command]).ticket("A001");
		expect([ticketClass, rank, budget, headStartMs]).toEqual(expected);
	});
});
