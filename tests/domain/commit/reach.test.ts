import { describe, expect, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { Command, CommandType, Expectation } from "../../../schema/hall/command.ts";
import { TicketStatus } from "../../../schema/hall/ticket.ts";
import { aDay, BRANCH_ID, callNext, customer, type Day, id, issue, KIOSK, LIU, on, open, pad } from "../a-day.ts";
import { COMMAND_TYPES, EVERY_COMMAND } from "../every-command.ts";
import { everybodyAt } from "../who-may.ts";

/** Codes that say "not yours": whoever hears one learns nothing else. */
const BEYOND: ReadonlySet<string> = new Set(["not-permitted", "wrong-place", "not-your-counter", "class-not-allowed"]);

/** Days on which A001, a stranger's, is in every state, at Liu's counter 1 and away from it, or is not there at all. */
const waiting = () => aDay().given([KIOSK, issue("cash")], [KIOSK, issue("cash")], [LIU, open("1")]);
const called = () => waiting().given([LIU, callNext("1")]);
const serving = () => called().given([LIU, on("start-service", "A001")]);
const AWAY: Readonly<Record<string, () => Day>> = {
	nobody: () => aDay(),
	waiting,
	held: () => waiting().given([LIU, on("hold-ticket", "A001")]),
	"no-show": () => called().given([LIU, on("mark-no-show", "A001")]),
	ended: () => serving().given([LIU, on("finish-service", "A001")]),
};
const THERE: Readonly<Record<string, () => Day>> = { called, serving };
const STATES = { ...AWAY, ...THERE };

const EXPECTATIONS: readonly (Expectation | undefined)[] = [
	undefined,
	{},
	{ counterTicket: null },
	{ counterTicket: id("A001") },
	...TicketStatus.options.map((ticketStatus) => ({ ticketStatus })),
];

/** All that an actor is told of a command in some states, whatever it expects: code and detail of each refusal, or "done". */
function told(actor: Actor, command: Command, states: Readonly<Record<string, () => Day>>): Set<string> {
	const answers = new Set<string>();
	for (const make of Object.values(states)) {
		for (const expectation of EXPECTATIONS) {
			const day = make();
			const { seq } = day.state;
			const outcome = day.when(actor, command, expectation);
			const beyond = "refused" in outcome && BEYOND.has(outcome.refused);
			if (beyond) expect(day.state.seq).toBe(seq);
			answers.add("refused" in outcome ? JSON.stringify(outcome) : "done");
		}
	}
	return answers;
}

const codesOf = (answers: Set<string>) =>
	[...answers].map((answer) => (answer === "done" ? answer : (JSON.parse(answer) as { refused: string }).refused));

/** Everybody with a place, and a customer with another ticket. */
const EVERYBODY = [
	...everybodyAt({ kind: "branch", branchId: BRANCH_ID }),
	["a pad elsewhere", pad("2")],
	["a customer", customer("A002")],
] as const;

describe("what an actor may not touch", () => {
	it.each(COMMAND_TYPES)("[MAY-7] %s answers a customer alike whatever goes on with another's ticket", (type) => {
		const answers = told(customer("A002"), EVERY_COMMAND[type], STATES);
		expect([...answers]).toEqual([JSON.stringify({ refused: "not-permitted" })]);
	});

	it.each(COMMAND_TYPES)("[MAY-7] %s answers everybody alike once it is refused as not theirs", (type) => {
		for (const [who, actor] of EVERYBODY) {
			// At counter 1 somebody else is working: what is going on there is no business of theirs.
			const there = told(actor as Actor, EVERY_COMMAND[type], THERE);
			const beyond = codesOf(there).filter((code) => BEYOND.has(code));
			if (beyond.length > 0) expect([who, there.size]).toEqual([who, 1]);
		}
	});

	it.each(["call-next", "pause-counter", "resume-counter", "change-counter-mode", "call-ticket"] as CommandType[])(
		"[MAY-7] %s at a counter of somebody else says so, open or closed, busy or not",
		(type) => {
			const stranger = everybodyAt({ kind: "branch", branchId: BRANCH_ID }).find(([who]) => who === "open-teller");
			const states = { ...STATES, closed: () => aDay() };
			expect(codesOf(told(stranger?.[1] as Actor, EVERY_COMMAND[type], states))).toEqual(["not-your-counter"]);
		},
	);

	it("[MAY-7] a kiosk's call for help tells nothing of who is at which counter", () => {
		const command: Command = { type: "ask-for-help", reason: "queue", counterId: "1" };
		expect([...told(KIOSK, command, STATES)]).toEqual(["done"]);
	});

	it("[CMD-3] within reach an expectation is looked at as before", () => {
		const outcome = called().when(LIU, on("start-service", "A001"), { ticketStatus: "waiting" });
		expect(outcome).toEqual({ refused: "changed-meanwhile", detail: "called" });
		expect(called().when(customer("A001"), on("cancel-ticket", "A001"), { ticketStatus: "waiting" })).toEqual({
			refused: "changed-meanwhile",
			detail: "called",
		});
	});
});
