import type { BranchState } from "../hall/branch-state.ts";
import { staffOf } from "./staff.ts";

/** Whom the bank's directory names, where that is somebody of this branch; null otherwise. */
export function managerHere(state: BranchState, managerId: string | undefined): string | null {
	const { configuration, people } = state;
	if (managerId === undefined || configuration === null) return null;
	return staffOf({ configuration, people }).some(({ id }) => id === managerId) ? managerId : null;
}

type Ties = { readonly ticketId?: string | null | undefined; readonly customerReference?: string | null | undefined };

/** Whose customer the bank's directory said it is when the number was given that a record is about, or one to the same customer. */
export function managerOfVisit(state: BranchState, { ticketId, customerReference }: Ties): string | null {
	const known = ticketId == null ? undefined : state.tickets.get(ticketId)?.managerId;
	if (known !== undefined || customerReference == null) return managerHere(state, known);
	for (const { customer, managerId } of state.tickets.values())
		if (customer === customerReference && managerId !== undefined) return managerHere(state, managerId);
	return null;
}
