import type { Command } from "../../../schema/hall/command.ts";
import type { BranchEvent, Commit, WayOut } from "../../../schema/hall/event.ts";
import { TAKE_BACK_WITHIN_MS } from "../../../schema/limits.ts";
import { departureTakenBack } from "../alert/guests.ts";
import { changeCounter } from "../counter/evolve-counter.ts";
import type { BranchState, LeftState } from "../hall/branch-state.ts";
import { type Configured, type Context, counterOf, type Decision, isRefusal, refuse } from "../hall/decision.ts";
import { withCall } from "../queue/board-calls.ts";
import { withoutFreed } from "../quote/learn.ts";

/** As long as nobody has touched the ticket or stands at the counter, and the same person sits there. */
export function takeBackTicket(
	state: Configured,
	{ counterId, ticketId }: Extract<Command, { type: "take-back-ticket" }>,
	{ now }: Context,
): Decision {
	const counter = counterOf(state, counterId);
	if (isRefusal(counter)) return counter;
	if (counter.status !== "open") return refuse("counter-not-open", counterId);
	const { left } = counter;
	const isFree = counter.ticketId === null || counter.ticketId === ticketId;
	if (left == null || left.ticket.id !== ticketId || !isFree) return refuse("changed-meanwhile");
	const isAsLeft = state.tickets.get(ticketId)?.changedSeq === left.seq;
	if (!isAsLeft || left.staffId !== counter.staffId || now > left.at + TAKE_BACK_WITHIN_MS) {
		return refuse("changed-meanwhile");
	}
	const back = { type: "ticket-taken-back", ticketId, counterId, of: left.of } as const;
	return { events: [back, ...departureTakenBack(state, ticketId)] };
}

const WAYS_OUT: { readonly [Type in BranchEvent["type"]]?: WayOut } = {
	"ticket-missed": "no-show",
	"ticket-held": "hold",
	"ticket-transferred": "transfer",
};

/** How an event lets a customer leave a counter; undefined: it does not, or not so that it can be taken back. */
export function wayOut(event: BranchEvent): WayOut | undefined {
	if (event.type === "service-finished") return event.outcome === "done" ? "finish" : undefined;
	return WAYS_OUT[event.type];
}

/** Who leaves which counter by this commit, as they are before it; null: nobody does so that it can be taken back. */
export function leaving(draft: BranchState, { events, at, seq }: Commit): [counterId: string, left: LeftState] | null {
	for (const event of events) {
		const of = wayOut(event);
		const ticket = of === undefined || !("ticketId" in event) ? undefined : draft.tickets.get(event.ticketId);
		if (of === undefined || ticket?.counterId === undefined) continue;
		const staffId = draft.counters.get(ticket.counterId)?.staffId ?? null;
		return [ticket.counterId, { ticket, of, at, seq, staffId, day: draft.personDays[staffId ?? ""] ?? null }];
	}
	return null;
}

/** The customer and all that is counted as before; overtakes since stay, for those who passed have passed. */
export function takenBack(
	draft: BranchState,
	{ ticketId, counterId }: Extract<BranchEvent, { type: "ticket-taken-back" }>,
	{ seq }: Commit,
): void {
	const left = draft.counters.get(counterId)?.left;
	const now = draft.tickets.get(ticketId);
	if (left == null || now === undefined) throw new Error(`ticket ${ticketId} did not leave counter ${counterId}`);
	const { ticket, staffId, day } = left;
	if (now.counterId === undefined) draft.learning = withoutFreed(draft.learning, ticket, left.at);
	draft.tickets.set(ticketId, { ...ticket, overtaken: now.overtaken, changedSeq: seq });
	changeCounter(draft, counterId, { ticketId, left: null });
	const { number, calledAt = 0, recalls } = ticket;
	draft.calls = withCall(draft, { number, ticketId, counterId, calledAt, times: recalls + 1 });
	const { served, noShows } = draft.tally;
	if (now.status === "ended") draft.tally = { ...draft.tally, served: served - 1 };
	if (now.status === "no-show") draft.tally = { ...draft.tally, noShows: noShows - 1 };
	const { [staffId ?? ""]: _day, ...days } = draft.personDays;
	draft.personDays = day === null ? days : { ...days, [day.id]: day };
}
