import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Guest } from "../hall/lobby-state.ts";

/** More than any branch greets in a day; the earliest are forgotten first. */
const GUESTS_MAX = 500;

export function guestOf({ lobby }: BranchState, customer: string | undefined): Guest | undefined {
	return lobby.guests?.find((guest) => guest.customer === customer);
}

/** Somebody of the staff knows that this customer of value is here. */
export function guestKnown(draft: BranchState, customer: string, staffIds: readonly string[]): void {
	const others = draft.lobby.guests?.filter((guest) => guest.customer !== customer).slice(1 - GUESTS_MAX) ?? [];
	const known = new Set([...(guestOf(draft, customer)?.staffIds ?? []), ...staffIds]);
	draft.lobby = { ...draft.lobby, guests: [...others, { customer, staffIds: [...known] }] };
}

/** Whoever takes an alert about a customer of value, or the offer of their number, is with them. */
export function guestMet(draft: BranchState, { where }: AlertState, staffId: string): void {
	const customer =
		where?.kind === "case"
			? draft.tickets.get(where.ticketId ?? "")?.customer
			: where?.kind === "customer" && where.customer;
	if (customer && guestOf(draft, customer) !== undefined) guestKnown(draft, customer, [staffId]);
}

/** Who is back at a counter, because that was taken back, does not leave. */
export function departureTakenBack({ alerts }: BranchState, ticketId: string): BranchEvent[] {
	return [...alerts.values()].flatMap(({ id, kind, about }) =>
		kind === "departure" && about === ticketId ? [{ type: "alert-ended", alertId: id } as const] : [],
	);
}
