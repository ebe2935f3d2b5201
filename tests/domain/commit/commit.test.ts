import { describe, expect, it } from "vitest";
import type { CommandRequest } from "../../../schema/hall/command.ts";
import { commitFor, fingerprintOf, isRepeatOf } from "../../../worker/domain/commit/commit.ts";
import {
	aDay,
	at,
	callNext,
	customer,
	id,
	issue,
	KIOSK,
	LIU,
	linkOf,
	MANAGER,
	on,
	open,
	pad,
	SYSTEM,
	staff,
} from "../a-day.ts";

const request = (command: CommandRequest["command"], expect?: CommandRequest["expect"]): CommandRequest => ({
	commandId: "command-1",
	command,
	...(expect === undefined ? {} : { expect }),
});

describe("a commit", () => {
	it("[CMD-2] is repeated only by the same command of the same sender, wherever that now stands", () => {
		const made = commitFor(aDay().state, { request: request(open("1")), actor: LIU, now: at("09:00"), link: "" });
		if ("status" in made) throw new Error("refused");
		const fromRegion = staff("liu-yang", "closed-teller", { kind: "region", region: "sh" });
		for (const actor of [LIU, fromRegion]) expect(isRepeatOf(made, request(open("1")), actor)).toBe(true);
		for (const actor of [MANAGER, KIOSK, pad("1"), customer("A001"), SYSTEM]) {
			expect(isRepeatOf(made, request(open("1")), actor)).toBe(false);
		}
		for (const other of [request(open("2")), request(callNext("1")), request(open("1"), { counterTicket: null })]) {
			expect(isRepeatOf(made, other, LIU)).toBe(false);
		}
	});

	it.each([
		["device", pad("1"), pad("2")],
		["customer", customer("A001"), customer("A002")],
		["staff", LIU, staff("somebody", "closed-teller")],
	] as const)("[CMD-2] another %s is somebody else", (_, actor, other) => {
		const made = {
			seq: 1,
			commandId: "command-1",
			fingerprint: fingerprintOf(request(on("cancel-ticket", "A001"))),
			actor,
			at: 0,
			events: [],
		};
		expect(isRepeatOf(made, request(on("cancel-ticket", "A001")), actor)).toBe(true);
		expect(isRepeatOf(made, request(on("cancel-ticket", "A001")), other)).toBe(false);
	});

	it("[DAY-4] branch time never runs backwards, whatever the clock does", () => {
		const day = aDay().given("10:00", [KIOSK, issue("cash")], "09:00", [KIOSK, issue("cash")]);
		expect(day.commits.map((commit) => commit.at)).toEqual([at("07:00"), at("10:00"), at("10:00")]);
		expect(day.ticket("A002").issuedAt).toBe(at("10:00"));
		day.given("10:05", [KIOSK, issue("cash")]);
		expect(day.state.lastAt).toBe(at("10:05"));
	});
});

describe("the answer to a command", () => {
	const day = aDay();
	it.each([
		["a new ticket with its secret", KIOSK, issue("cash"), { ticketId: id("A001"), number: "A001", link: linkOf(2) }],
		["an opened counter", LIU, open("1"), {}],
		["who was called", LIU, callNext("1"), { ticketId: id("A001"), number: "A001" }],
		["whose service began", LIU, on("start-service", "A001"), { ticketId: id("A001"), number: "A001" }],
		["a transfer", LIU, on("transfer-ticket", "A001", { counterId: "1" }), { ticketId: id("A001"), number: "A001" }],
		["a closed counter, not the tickets it frees", LIU, { type: "close-counter", counterId: "1" }, {}],
		["a closed day, not the tickets left", MANAGER, { type: "close-day" }, {}],
	] as const)("[CMD-1] names %s", (_, actor, command, about) => {
		expect(day.answer(actor, command)).toEqual({ status: "done", seq: day.state.seq, ...about });
	});

	it("[CMD-1] a refusal is answered by code and subject", () => {
		expect(day.answer(LIU, open("1"))).toEqual({ status: "refused", code: "day-closed", detail: "2026-11-23" });
	});
});
