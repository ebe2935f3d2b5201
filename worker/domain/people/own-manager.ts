import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { staffOf } from "./staff.ts";

/** The parts of a branch that say whose customers are here. */
type Here = {
	readonly configuration: BranchConfiguration | null;
	readonly people: readonly BranchPerson[] | null;
	readonly tickets: ReadonlyMap<string, { readonly customer?: string; readonly managerId?: string }>;
};

/** Whom the bank's directory names, where that is somebody of this branch; null otherwise. */
export function managerHere({ configuration, people }: Here, managerId: string | undefined): string | null {
	if (managerId === undefined || configuration === null) return null;
	return staffOf({ configuration, people }).some(({ id }) => id === managerId) ? managerId : null;
}

type Ties = { readonly ticketId?: string | null | undefined; readonly customerReference?: string | null | undefined };

/** Whose customer the bank's directory said it is when the number was given that a record is about, or one to the same customer. */
export function managerOfVisit(here: Here, { ticketId, customerReference }: Ties): string | null {
	const known = ticketId == null ? undefined : here.tickets.get(ticketId)?.managerId;
	if (known !== undefined || customerReference == null) return managerHere(here, known);
	for (const { customer, managerId } of here.tickets.values())
		if (customer === customerReference && managerId !== undefined) return managerHere(here, managerId);
	return null;
}
