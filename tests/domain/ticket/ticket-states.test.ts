import { describe, expect, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { TicketStatus } from "../../../schema/hall/ticket.ts";
import { commitFor } from "../../../worker/domain/commit/commit.ts";
import { snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { aDay, callByName, callNext, type Day, gist, id, issue, KIOSK, LIU, on, open } from "../a-day.ts";

/** A day on which A001 is in each status; Liu works at counter 1, B001 waits as well. */
const IN: Record<TicketStatus, () => Day> = {
	waiting: () => aDay().given([KIOSK, issue("cash")], [KIOSK, issue("transfer")], [LIU, open("1")]),
	called: () => IN.waiting().given([LIU, callNext("1")]),
	serving: () => IN.called().given([LIU, on("start-service", "A001")]),
	held: () => IN.waiting().given([LIU, on("hold-ticket", "A001")]),
	"no-show": () => IN.called().given([LIU, on("mark-no-show", "A001")]),
	ended: () => IN.serving().given([LIU, on("finish-service", "A001")]),
};

const elsewhere = on("transfer-ticket", "A001", { serviceId: "transfer" });
type Verb = { readonly command: Command; readonly from: Partial<Record<TicketStatus, string[]>> };
const ENDED = ["ticket-ended"];
const CUT_OFF = ["service-finished", "ticket-ended"];

/** What each verb does in the states it makes sense in. */
const VERBS: Record<string, Verb> = {
	"call-ticket": { command: callByName("1", "A001"), from: { waiting: ["ticket-called"] } },
	"recall-ticket": { command: on("recall-ticket", "A001"), from: { called: ["ticket-recalled"] } },
	"start-service": { command: on("start-service", "A001"), from: { called: ["service-started"] } },
	"finish-service": { command: on("finish-service", "A001"), from: { serving: CUT_OFF } },
	"mark-no-show": { command: on("mark-no-show", "A001"), from: { called: ["ticket-missed"] } },
	"return-ticket": { command: on("return-ticket", "A001"), from: { "no-show": ["ticket-returned"] } },
	"transfer-ticket": {
		command: elsewhere,
		from: {
			waiting: ["ticket-transferred"],
			called: ["ticket-transferred"],
			serving: ["service-finished", "ticket-transferred"],
		},
	},
	"hold-ticket": {
		command: on("hold-ticket", "A001"),
		from: { waiting: ["ticket-held"], called: ["ticket-held"], serving: ["service-finished", "ticket-held"] },
	},
	"resume-ticket": { command: on("resume-ticket", "A001"), from: { held: ["ticket-resumed"] } },
	"redirect-ticket": {
		command: on("redirect-ticket", "A001"),
		from: { waiting: ENDED, called: ENDED, serving: CUT_OFF },
	},
	"cancel-ticket": { command: on("cancel-ticket", "A001"), from: { waiting: ENDED, called: ENDED, held: ENDED } },
};

/** Where each verb leads from where it is accepted. */
const LEADS_TO: Record<string, TicketStatus> = {
	"call-ticket": "called",
	"recall-ticket": "called",
	"start-service": "serving",
	"finish-service": "ended",
	"mark-no-show": "no-show",
	"return-ticket": "waiting",
	"transfer-ticket": "waiting",
	"hold-ticket": "held",
	"resume-ticket": "waiting",
	"redirect-ticket": "ended",
	"cancel-ticket": "ended",
};

const everywhere = Object.keys(VERBS).flatMap((verb) => TicketStatus.options.map((status) => [verb, status] as const));

describe("every verb in every status", () => {
	it.each(everywhere)("[TKT-2] %s while %s", (verb, status) => {
		const day = IN[status]();
		const { command, from } = VERBS[verb] as Verb;
		const before = contentOf(day);
		const outcome = day.when(LIU, command);
		const expected = from[status];
		if (expected !== undefined) {
			expect(gist(outcome)).toEqual(expected);
			expect(day.ticket("A001").status).toBe(LEADS_TO[verb]);
			return;
		}
		// A counter with a customer is busy before anything else is asked.
		const busy = verb === "call-ticket" && (status === "called" || status === "serving");
		expect(outcome).toEqual(
			busy ? { refused: "counter-busy", detail: id("A001") } : { refused: "wrong-status", detail: status },
		);
		expect(contentOf(day)).toEqual(before);
	});

	it.each(Object.keys(VERBS))("[TKT-2] %s of a ticket that never was", (verb) => {
		const command = { ...(VERBS[verb] as Verb).command, ticketId: id("Z999") } as Command;
		expect(IN.waiting().when(LIU, command)).toEqual({ refused: "unknown-ticket", detail: id("Z999") });
	});

	it.each(TicketStatus.options)("[TKT-2] whoever is %s is at a counter only if called or served", (status) => {
		const day = IN[status]();
		const there = status === "called" || status === "serving";
		expect(day.ticket("A001").counterId).toBe(there ? "1" : undefined);
		expect(day.counter("1").ticketId).toBe(there ? id("A001") : null);
	});

	it("[TKT-2] a refusal is remembered and changes nothing else", () => {
		const day = IN.waiting();
		const actor: Actor = LIU;
		const request = { commandId: "command-of-liu", command: on("finish-service", "A001") };
		const made = commitFor(day.state, { request, actor, now: day.now, link: "" });
		expect(made).toMatchObject({ seq: day.state.seq + 1, events: [], refused: { code: "wrong-status" } });
	});
});

/** The state without its memory of what was asked. */
function contentOf(day: Day): unknown {
	const { seq: _seq, lastAt: _at, recent: _ids, ...content } = JSON.parse(snapshotOf(day.state));
	return content;
}
