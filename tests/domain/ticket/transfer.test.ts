import { describe, expect, it } from "vitest";
import type { Command } from "../../../schema/hall/command.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { ticketView } from "../../../worker/domain/view/ticket-view.ts";
import {
	aDay,
	at,
	CHEN,
	callByName,
	callNext,
	gist,
	HEAD,
	id,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	SUN,
	WANG,
} from "../a-day.ts";

const ticketId = id("A001");
const to = (target: Record<string, string>) => on("transfer-ticket", "A001", target);
const close = (counterId: string): Command => ({ type: "close-counter", counterId });
const pause = (counterId: string): Command => ({ type: "pause-counter", counterId, reason: "lunch" });

/** Liu at 1 serves A001 since 09:10; Wang is at 6; A002 waits. */
const serving = () =>
	aDay().given(
		"09:00",
		[KIOSK, issue("cash")],
		[KIOSK, issue("cash")],
		[LIU, open("1")],
		[WANG, open("6")],
		[LIU, callNext("1")],
		"09:10",
		[LIU, on("start-service", "A001")],
		"09:15",
	);

describe("transfer-ticket", () => {
	it("[TKT-4] to another service, with a reason and the original waiting time", () => {
		const day = serving();
		expect(day.when(LIU, to({ serviceId: "corporate", reason: "it was for the firm" }))).toEqual({
			events: [
				{ type: "service-finished", ticketId, serviceId: "cash", outcome: "transferred" },
				{ type: "ticket-transferred", ticketId, serviceId: "corporate", reason: "it was for the firm" },
			],
		});
		expect(day.ticket("A001")).toMatchObject({
			status: "waiting",
			services: ["corporate"],
			queuedAt: at("09:00"),
			orderAt: at("09:00"),
			overtaken: 0,
			since: at("09:15"),
		});
		expect(day.counter("1").ticketId).toBeNull();
		expect(day.answer(WANG, callNext("6"))).toMatchObject({ number: "A001" });
	});

	it.each([
		["transfer-to-nothing", {}],
		["transfer-to-nothing", { serviceId: "cash" }],
		["unknown-service", { serviceId: "haircut" }],
		["unknown-counter", { counterId: "99" }],
		["counter-not-open", { counterId: "2" }],
		["counter-cannot-serve", { counterId: "6" }],
		["counter-cannot-serve", { serviceId: "wealth", counterId: "6" }],
		["staff-not-on-duty", { staffId: "chen-jing" }],
		["staff-not-on-duty", { staffId: "nobody" }],
		["counter-cannot-serve", { staffId: "wang-fang" }],
	])("[TKT-4] the target must be able to serve: %s %o", (refused, target) => {
		const day = serving();
		expect(gist(day.when(LIU, to(target)))).toBe(refused);
		expect(day.ticket("A001").status).toBe("serving");
	});

	it("[TKT-18] with the sender at the customer's side: staff see who comes along until it is transferred again, nobody else does", () => {
		const day = serving().given([CHEN, open("2")]);
		const seen = () => staffView(day.state).tickets.find(({ number }) => number === "A001");
		day.given([MANAGER, { type: "transfer-ticket", ticketId, counterId: "2", accompanied: true }]);
		expect(seen()).toMatchObject({ companion: "li-na", target: { kind: "counter", counterId: "2" } });
		day.given([CHEN, callNext("2")], [CHEN, on("start-service", "A001")]);
		expect(seen()).toMatchObject({ status: "serving", companion: "li-na" });
		const shown = JSON.stringify([displayView(day.state), ticketView(day.state, ticketId)]);
		expect(shown).not.toContain("li-na");
		day.given([CHEN, on("transfer-ticket", "A001", { counterId: "1" })]);
		expect(seen()).not.toHaveProperty("companion");
	});

	it.each([
		["counter", { counterId: "6", serviceId: "transfer" }, { kind: "counter", counterId: "6" }],
		["person", { staffId: "wang-fang", serviceId: "transfer" }, { kind: "staff", staffId: "wang-fang" }],
	])("[TKT-4] to a %s: only there it is called", (_, target, expected) => {
		const day = serving().given([CHEN, open("2")], [LIU, to(target)]);
		expect(day.ticket("A001").target).toEqual(expected);
		// Chen can do transfers too, and A001 is the oldest, yet hers is A002.
		expect(day.when(CHEN, callByName("2", "A001", "quick"))).toEqual({ refused: "counter-cannot-serve", detail: "2" });
		expect(day.answer(CHEN, callNext("2"))).toMatchObject({ number: "A002" });
		expect(day.answer(WANG, callNext("6"))).toMatchObject({ number: "A001" });
	});

	it("[TKT-4] a person is followed from counter to counter only while on duty", () => {
		const day = serving().given([CHEN, open("2")], [LIU, to({ staffId: "chen-jing" })]);
		expect(day.when(CHEN, close("2"))).toEqual({
			events: [
				{ type: "counter-closed", counterId: "2" },
				{ type: "ticket-released", ticketId },
			],
		});
		expect(day.ticket("A001").target).toBeUndefined();
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A001" });
	});

	it("[TKT-4] a pause frees nobody, closing while paused does", () => {
		const day = serving().given([CHEN, open("2")], [LIU, to({ counterId: "2" })], [CHEN, pause("2")]);
		expect(day.ticket("A001").target).toEqual({ kind: "counter", counterId: "2" });
		expect(gist(day.when(HEAD, close("2")))).toEqual(["counter-closed", "ticket-released"]);
	});

	it("[TKT-4] a change of mode frees those the counter can no longer serve, and only those", () => {
		const day = serving()
			.given([KIOSK, issue("corporate")], [LIU, to({ serviceId: "transfer", counterId: "6" })])
			.given([MANAGER, { type: "transfer-ticket", ticketId: id("E001"), counterId: "6" }]);
		expect(day.when(WANG, { type: "change-counter-mode", counterId: "6", modeId: "corporate" })).toMatchObject({
			events: [{ type: "counter-mode-changed" }, { type: "ticket-released", ticketId }],
		});
		expect(day.ticket("E001").target).toEqual({ kind: "counter", counterId: "6" });
	});

	it("[TKT-4] a no-show whose target went off duty comes back free", () => {
		const day = serving().given([CHEN, open("2")], [LIU, to({ counterId: "2" })], [CHEN, callByName("2", "A001")]);
		day.given([CHEN, on("mark-no-show", "A001")], [CHEN, close("2")]);
		expect(gist(day.when(MANAGER, on("return-ticket", "A001")))).toEqual(["ticket-returned", "ticket-released"]);
		expect(day.ticket("A001").target).toBeUndefined();
	});

	it("[TKT-4] transferred again without a target, it is free", () => {
		const day = serving().given([SUN, open("8")], [LIU, to({ staffId: "sun-lei" })]);
		day.given([SUN, callNext("8")], [SUN, to({ serviceId: "transfer" })]);
		expect(day.ticket("A001").target).toBeUndefined();
	});

	it("[TKT-3] a transfer to a service that was to come anyway does not ask for it twice", () => {
		const day = aDay().given([KIOSK, issue(["cash", "corporate", "transfer"])], [LIU, open("1")], [LIU, callNext("1")]);
		day.given([LIU, to({ serviceId: "transfer" })]);
		expect(day.ticket("A001").services).toEqual(["transfer", "corporate"]);
	});
});

describe("a no-show", () => {
	/** Called at 09:10 after ten minutes, missed at 09:12; A002 waits since 09:04. */
	const missed = () =>
		aDay().given(
			"09:00",
			[KIOSK, issue("cash")],
			"09:04",
			[KIOSK, issue("cash")],
			"09:10",
			[LIU, open("1")],
			[LIU, callNext("1")],
			"09:12",
			[LIU, on("mark-no-show", "A001")],
		);

	it("[TKT-5] comes back as much later as it was away", () => {
		const day = missed().at("09:17");
		expect(day.when(MANAGER, on("return-ticket", "A001"))).toEqual({
			events: [{ type: "ticket-returned", ticketId, queuedAt: at("09:05") }],
		});
		expect(day.ticket("A001")).toMatchObject({ status: "waiting", queuedAt: at("09:05"), issuedAt: at("09:00") });
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A002" });
	});

	it("[TKT-5] back within a moment it is still the first", () => {
		const day = missed()
			.at("09:14")
			.given([MANAGER, on("return-ticket", "A001")]);
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A001" });
	});

	it.each([
		["09:27:00", ["ticket-returned"]],
		["09:27:01", "return-too-late"],
	])("[TKT-5] the grace time ends: at %s", (time, expected) => {
		expect(gist(missed().at(time).when(MANAGER, on("return-ticket", "A001")))).toEqual(expected);
	});

	it("[TKT-5] time away adds up over two no-shows", () => {
		const day = missed()
			.at("09:17")
			.given([MANAGER, on("return-ticket", "A001")], [LIU, callByName("1", "A001", "seen")]);
		day.given("09:20", [LIU, on("mark-no-show", "A001")], "09:22", [MANAGER, on("return-ticket", "A001")]);
		expect(day.ticket("A001").queuedAt).toBe(at("09:07"));
		expect(day.state.tally.noShows).toBe(0);
	});
});
