import type { Actor } from "../../schema/actor.ts";
import type { LedgerActor } from "../../schema/ledger.ts";

/** Who an actor is, wherever that now stands and in whatever role: two of one identity are the same sender. */
export function identityOf(actor: Actor): string {
	switch (actor.kind) {
		case "staff":
			return `staff ${actor.staffId}`;
		case "device":
			return `device ${actor.deviceId}`;
		case "customer":
			return `customer ${actor.ticketId}`;
		case "system":
			return "system";
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
		case "customer":
		case "system":
			return actor.kind;
		default:
			return actor satisfies never;
	}
}
