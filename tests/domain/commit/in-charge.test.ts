import { describe, expect, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { Command } from "../../../schema/hall/command.ts";
import {
	aDay,
	BRANCH_ID,
	CHEN,
	callByName,
	callNext,
	customer,
	gist,
	HEAD,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	pad,
	staff,
	type TicketVerb,
	WANG,
} from "../a-day.ts";

const DUTY = staff("he-ping", "duty-supervisor");
const DEPUTY = staff("huang-xia", "deputy-head");
const STAND_IN = staff("lin-tao", "stand-in");
const USHER = staff("zhu-lin", "lobby-usher");
const PAD_OF_NOWHERE: Actor = {
	kind: "device",
	deviceId: "pad",
	purpose: "counter-pad",
	place: { kind: "branch", branchId: BRANCH_ID },
};

/** Liu works at counter 1; A001 is called there and A002 waits. */
const called = () =>
	aDay().given([KIOSK, issue("cash")], [KIOSK, issue("cash")], [LIU, open("1")], [LIU, callNext("1")]);
const idle = () => aDay().given([KIOSK, issue("cash")], [LIU, open("1")]);

describe("whose counter it is", () => {
	const verbs: [string, Command][] = [
		["call-next", callNext("1")],
		["call-ticket", callByName("1", "A001")],
		["pause-counter", { type: "pause-counter", counterId: "1", reason: "lunch" }],
		["change-counter-mode", { type: "change-counter-mode", counterId: "1", modeId: "cash" }],
	];
	it.each(verbs)("[MAY-4] %s belongs to the person signed on and the pad standing there", (_, command) => {
		for (const actor of [LIU, pad("1")]) expect("events" in idle().when(actor, command)).toBe(true);
		for (const actor of [CHEN, WANG, HEAD, DEPUTY, USHER, pad("2"), PAD_OF_NOWHERE]) {
			expect(idle().when(actor, command)).toEqual({ refused: "not-your-counter", detail: "1" });
		}
	});

	it("[MAY-4] a paused counter is resumed by those who work there", () => {
		const paused = () => idle().given([LIU, { type: "pause-counter", counterId: "1", reason: "cash" }]);
		const resume: Command = { type: "resume-counter", counterId: "1" };
		for (const actor of [LIU, pad("1")]) expect("events" in paused().when(actor, resume)).toBe(true);
		for (const actor of [CHEN, HEAD, pad("2")]) {
			expect(paused().when(actor, resume)).toEqual({ refused: "not-your-counter", detail: "1" });
		}
	});

	it("[MAY-4] a counter is closed by those who work there or oversee all", () => {
		const close: Command = { type: "close-counter", counterId: "1" };
		for (const actor of [LIU, pad("1"), HEAD, DEPUTY, MANAGER, STAND_IN, DUTY]) {
			expect("events" in idle().when(actor, close)).toBe(true);
		}
		for (const actor of [CHEN, WANG, USHER, pad("2"), PAD_OF_NOWHERE]) {
			expect(idle().when(actor, close)).toEqual({ refused: "not-your-counter", detail: "1" });
		}
	});

	it("[MAY-4] staff sign themselves on; heads and the counter's own pad sign on others", () => {
		const openFor = open("1", { staffId: "liu-yang" });
		for (const actor of [LIU, HEAD, DEPUTY, pad("1")]) expect("events" in aDay().when(actor, openFor)).toBe(true);
		for (const actor of [CHEN, USHER]) {
			expect(aDay().when(actor, openFor)).toEqual({ refused: "not-permitted", detail: "liu-yang" });
		}
		for (const actor of [pad("2"), PAD_OF_NOWHERE]) {
			expect(aDay().when(actor, openFor)).toEqual({ refused: "not-your-counter", detail: "1" });
		}
		expect(aDay().when(pad("1"), open("1"))).toEqual({ refused: "unknown-staff" });
	});
});

describe("whose customer it is", () => {
	const atCounter: TicketVerb[] = [
		"recall-ticket",
		"start-service",
		"mark-no-show",
		"hold-ticket",
		"redirect-ticket",
		"cancel-ticket",
	];
	it.each(atCounter)("[MAY-4] %s on a called customer: who works there, or oversees all counters", (verb) => {
		for (const actor of [LIU, pad("1"), HEAD, DEPUTY, MANAGER, STAND_IN]) {
			expect("events" in called().when(actor, on(verb, "A001"))).toBe(true);
		}
		for (const actor of [CHEN, WANG, USHER, pad("2"), PAD_OF_NOWHERE]) {
			expect(called().when(actor, on(verb, "A001"))).toEqual({ refused: "not-your-counter", detail: "1" });
		}
	});

	it("[MAY-4] finishing and transferring somebody who is being served too", () => {
		const serving = () => called().given([LIU, on("start-service", "A001")]);
		for (const command of [on("finish-service", "A001"), on("transfer-ticket", "A001", { serviceId: "transfer" })]) {
			for (const actor of [LIU, pad("1"), MANAGER]) expect("events" in serving().when(actor, command)).toBe(true);
			for (const actor of [CHEN, pad("2")]) expect(gist(serving().when(actor, command))).toBe("not-your-counter");
		}
	});

	it("[MAY-4] overseeing gives nobody a permission for tickets that is not theirs", () => {
		expect(called().when(DUTY, on("mark-no-show", "A001"))).toEqual({ refused: "not-permitted" });
	});

	it("[MAY-4] who only waits is in anybody's charge who manages tickets", () => {
		for (const actor of [LIU, CHEN, USHER, MANAGER, pad("2")]) {
			expect(gist(called().when(actor, on("hold-ticket", "A002")))).toEqual(["ticket-held"]);
		}
	});
});

describe("a customer", () => {
	it("[MAY-5] gives up the own ticket while waiting, called or on hold, and nobody else's", () => {
		const giveUp = on("cancel-ticket", "A001");
		expect(gist(idle().when(customer("A001"), giveUp))).toEqual(["ticket-ended"]);
		expect(gist(called().when(customer("A001"), giveUp))).toEqual(["ticket-ended"]);
		const held = called().given([LIU, on("hold-ticket", "A001")]);
		expect(gist(held.when(customer("A001"), giveUp))).toEqual(["ticket-ended"]);
		const other = called().when(customer("A002"), giveUp);
		expect(other).toEqual({ refused: "not-permitted" });
	});

	it.each([
		["being served", "serving", () => called().given([LIU, on("start-service", "A001")])],
		["missed", "no-show", () => called().given([LIU, on("mark-no-show", "A001")])],
		["gone", "ended", () => called().given([LIU, on("cancel-ticket", "A001")])],
	] as const)("[MAY-5] not while %s", (_, status, day) => {
		const outcome = day().when(customer("A001"), on("cancel-ticket", "A001"));
		expect(outcome).toEqual({ refused: "wrong-status", detail: status });
	});

	it("[MAY-5] a ticket long forgotten is unknown", () => {
		const outcome = idle().when(customer("A099"), on("cancel-ticket", "A099"));
		expect(outcome).toEqual({ refused: "unknown-ticket", detail: "20261123-A099" });
	});
});
