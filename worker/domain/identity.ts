import type { Actor } from "../../schema/actor.ts";

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
