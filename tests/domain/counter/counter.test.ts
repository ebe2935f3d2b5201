import { describe, expect, it } from "vitest";
import type { Command } from "../../../schema/hall/command.ts";
import {
	aDay,
	at,
	CHEN,
	callNext,
	gist,
	HEAD,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	pad,
	SUN,
	staff,
	WANG,
} from "../a-day.ts";

const pause = (counterId: string): Command => ({ type: "pause-counter", counterId, reason: "lunch" });
const resume = (counterId: string): Command => ({ type: "resume-counter", counterId });
const close = (counterId: string): Command => ({ type: "close-counter", counterId });
const mode = (counterId: string, modeId: string): Command => ({ type: "change-counter-mode", counterId, modeId });

describe("open-counter", () => {
	it("[CTR-1] a counter does what its mode and its person can both do", () => {
		const outcome = aDay()
			.given([KIOSK, issue("cash")])
			.when(WANG, open("8"));
		expect(outcome).toEqual({
			events: [
				{
					type: "counter-opened",
					counterId: "8",
					staffId: "wang-fang",
					modeId: "vip",
					kind: "vip",
					services: ["bill-payment", "transfer", "loss-report", "account-opening", "other", "foreign-exchange"],
				},
			],
		});
	});

	it("[CTR-1] a mode may be named; the first is the usual one", () => {
		const first = aDay()
			.given([SUN, open("4")])
			.counter("4");
		expect([first.status, first.staffId, first.modeId]).toEqual(["open", "sun-lei", "cash"]);
		const named = aDay()
			.given([SUN, open("4", { modeId: "quick" })])
			.counter("4");
		expect([named.modeId, named.services]).toEqual(["quick", ["cash", "bill-payment", "transfer"]]);
	});

	it.each([
		["unknown-counter", LIU, open("99"), "99"],
		["unknown-mode", LIU, open("1", { modeId: "desk" }), "desk"],
		["unknown-staff", pad("1"), open("1", { staffId: "nobody" }), "nobody"],
		["unknown-staff", staff("hired-today", "closed-teller"), open("1"), "hired-today"],
		["counter-cannot-serve", LIU, open("7"), "7"],
		["role-not-at-counter", pad("1"), open("1", { staffId: "li-na" }), "1"],
		["counter-not-closed", CHEN, open("2"), "2"],
		["already-signed-on", HEAD, open("3", { staffId: "liu-yang" }), "2"],
	] as const)("[CTR-1] %s", (refused, actor, command, detail) => {
		const day = aDay().given([LIU, open("2")]);
		const free =
			refused === "counter-cannot-serve" || refused === "role-not-at-counter" || refused === "unknown-mode"
				? aDay()
				: day;
		expect(free.when(actor, command)).toEqual({ refused, detail });
	});

	it("[CTR-1] also while paused, a person sits nowhere else; after closing, anywhere", () => {
		const day = aDay().given([LIU, open("1")], [LIU, pause("1")]);
		expect(day.when(LIU, open("2"))).toEqual({ refused: "already-signed-on", detail: "1" });
		day.given([LIU, close("1")], [LIU, open("2")]);
		expect([day.counter("1").staffId, day.counter("2").staffId]).toEqual([null, "liu-yang"]);
	});
});

describe("change-counter-mode", () => {
	it("[CTR-2] one command changes what an open or a paused counter does", () => {
		const day = aDay().given([WANG, open("6")]);
		expect(day.when(WANG, mode("6", "corporate"))).toEqual({
			events: [
				{ type: "counter-mode-changed", counterId: "6", modeId: "corporate", kind: "open", services: ["corporate"] },
			],
		});
		day.given([WANG, pause("6")], [WANG, mode("6", "desk")]);
		expect([day.counter("6").status, day.counter("6").services.length]).toEqual(["paused", 7]);
	});

	it("[CTR-2] never with a customer at it", () => {
		const called = aDay().given([KIOSK, issue("corporate")], [WANG, open("6")], [WANG, callNext("6")]);
		expect(called.when(WANG, mode("6", "corporate"))).toEqual({ refused: "counter-busy", detail: "6" });
		const serving = called.given([WANG, on("start-service", "E001")]);
		expect(serving.when(WANG, mode("6", "corporate"))).toEqual({ refused: "counter-busy", detail: "6" });
	});

	it("[CTR-2] never to what the person may not do, nor to a mode it does not have", () => {
		const day = aDay().given([HEAD, open("6", { staffId: "chen-jing" })]);
		expect(gist(day.when(CHEN, mode("6", "corporate")))).toEqual(["counter-mode-changed"]);
		expect(day.when(CHEN, mode("6", "vip"))).toEqual({ refused: "unknown-mode", detail: "vip" });
	});

	it("[CTR-2] a closed counter has no mode to change", () => {
		expect(aDay().when(pad("6"), mode("6", "corporate"))).toEqual({ refused: "counter-not-open", detail: "6" });
	});
});

describe("pausing, resuming, closing", () => {
	const idle = () => aDay().given([KIOSK, issue("cash")], [LIU, open("1")]);
	const paused = () => idle().given([LIU, pause("1")]);
	const called = () => idle().given([LIU, callNext("1")]);
	const serving = () => called().given([LIU, on("start-service", "A001")]);
	const closed = () => idle().given([LIU, close("1")]);
	const states = { idle, paused, called, serving, closed };
	const verbs: Record<string, Command> = {
		call: callNext("1"),
		pause: pause("1"),
		resume: resume("1"),
		close: close("1"),
	};

	it.each([
		["idle", "call", ["ticket-called"]],
		["idle", "pause", ["counter-paused"]],
		["idle", "resume", "counter-not-paused"],
		["idle", "close", ["counter-closed"]],
		["paused", "call", "counter-not-open"],
		["paused", "pause", "counter-not-open"],
		["paused", "resume", ["counter-resumed"]],
		["paused", "close", ["counter-closed"]],
		["called", "call", "counter-busy"],
		["called", "pause", "counter-busy"],
		["called", "resume", "counter-not-paused"],
		["called", "close", "counter-busy"],
		["serving", "call", "counter-busy"],
		["serving", "pause", "counter-busy"],
		["serving", "resume", "counter-not-paused"],
		["serving", "close", "counter-busy"],
		["closed", "call", "counter-not-open"],
		["closed", "pause", "counter-not-open"],
		["closed", "resume", "counter-not-paused"],
		["closed", "close", "counter-not-open"],
	] as const)("[CTR-3] %s: %s -> %s", (state, verb, expected) => {
		// The pad stands at its counter whoever is signed on, or nobody.
		expect(gist(states[state]().when(pad("1"), verbs[verb] as Command))).toEqual(expected);
	});

	it("[CTR-3] a paused counter says why and since when, an open one no longer", () => {
		const day = idle()
			.at("10:00")
			.given([LIU, pause("1")]);
		expect(day.counter("1")).toMatchObject({ status: "paused", pauseReason: "lunch", since: at("10:00") });
		day.at("10:30").given([LIU, resume("1")]);
		expect(day.counter("1")).toMatchObject({ status: "open", pauseReason: null, since: at("10:30") });
	});

	it.each([pause("99"), resume("99"), close("99"), mode("99", "cash"), callNext("99")])(
		"[CTR-3] no such counter: $type",
		(command) => {
			expect(aDay().when(pad("99"), command)).toEqual({ refused: "unknown-counter", detail: "99" });
		},
	);

	it("[CTR-3] an overseer closes no counter over the head of a customer", () => {
		expect(called().when(MANAGER, close("1"))).toEqual({ refused: "counter-busy", detail: "1" });
	});
});
