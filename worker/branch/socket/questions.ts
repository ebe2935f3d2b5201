import type { Result } from "../../../rules/result.ts";
import type { BranchTicket, LiveStatus, TicketFilter } from "../../../schema/endpoint/branch-endpoints.ts";
import type { Position } from "../../../schema/hall/view.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import type { Configured } from "../../domain/hall/decision.ts";
import { positionOf } from "../../domain/queue/position.ts";
import { type AfterTicket, branchTicket, ticketList } from "../../domain/ticket/ticket-list.ts";
import { statusView } from "../../domain/view/status-view.ts";

/** One branch's status at this moment. */
export function liveStatus(
	state: BranchState,
	parked: number,
	clock: { readonly at: number; readonly epoch: number },
): Result<LiveStatus> {
	if (state.configuration === null) return { ok: false, code: "branch-not-configured" };
	const view = statusView(state as Configured, parked);
	const [branch] = view.branch;
	const [status] = view.status;
	if (branch === undefined || status === undefined) throw new Error("a status view has one record of each kind");
	return { ok: true, value: { branch, status, ...clock, seq: state.seq, ageMs: 0 } };
}

export function positionFor(state: BranchState, ticketId: string): Result<Position> {
	if (state.configuration === null) return { ok: false, code: "branch-not-configured" };
	const ticket = state.tickets.get(ticketId);
	return ticket === undefined ? { ok: false, code: "unknown-ticket" } : { ok: true, value: positionOf(state, ticket) };
}

/** What is asked of a branch's tickets of today. */
export type TicketQuestion = {
	readonly filter: TicketFilter;
	readonly after: AfterTicket | null;
	readonly limit: number;
};
export type TicketPage = { readonly businessDay: string | null; readonly at: number; readonly tickets: BranchTicket[] };

export function ticketsFor(state: BranchState, { filter, ...page }: TicketQuestion, at: number): Result<TicketPage> {
	if (state.configuration === null) return { ok: false, code: "branch-not-configured" };
	const tickets = ticketList(state, filter, page);
	return { ok: true, value: { businessDay: state.day?.businessDay ?? null, at, tickets } };
}

export function ticketFor(state: BranchState, ticketId: string): Result<BranchTicket> {
	if (state.configuration === null) return { ok: false, code: "branch-not-configured" };
	const ticket = state.tickets.get(ticketId);
	return ticket === undefined ? { ok: false, code: "unknown-ticket" } : { ok: true, value: branchTicket(ticket) };
}
