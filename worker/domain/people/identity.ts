import type { Actor, HolderActor } from "../../../schema/actor.ts";
import type { LedgerActor } from "../../../schema/ledger/ledger.ts";

/** Who an actor is, wherever that now stands and in whatever role: two of one identity are the same sender. */
export function identityOf(actor: Actor): string {
	switch (actor.kind) {
		case "staff":
			return `staff ${actor.staffId}`;
		case "device":
			return `device ${actor.deviceId}`;
		case "service":
			return `service ${actor.accountId}`;
		case "customer":
			return `customer ${actor.ticketId}`;
		case "system":
			return "system";
		default:
			return actor satisfies never;
	}
}

/** The number or name under which somebody has a credential. */
export function idOf(actor: HolderActor): string {
	switch (actor.kind) {
		case "staff":
			return actor.staffId;
		case "device":
			return actor.deviceId;
		case "service":
			return actor.accountId;
		default:
			return actor satisfies never;
	}
}

/** As what an actor acts, without saying who: a role, what a device is for, or the kind alone. */
export function capacityOf(actor: Actor | LedgerActor): string {
	switch (actor.kind) {
		case "staff":
			return actor.role;
		case "device":
			return actor.purpose;
		case "service":
		case "customer":
		case "system":
			return actor.kind;
		default:
			return actor satisfies never;
	}
}

/** How an alert names whoever acts: a staff id, or what kind of device it is. */
export function nameOf(actor: Actor): string {
	return actor.kind === "staff" ? actor.staffId : capacityOf(actor);
}
