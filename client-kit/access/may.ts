import { covers } from "../../rules/place.ts";
import type { HolderActor } from "../../schema/actor.ts";
import { GRANTED, GRANTED_TO_PADS, type Right } from "./grants.ts";

/** Whether whoever looks at a page may do something where that page stands. */
export type May = (right: Right) => boolean;

/** Whether somebody's roles, or the pad that this is, give a right: somewhere, or at the given node of the institution tree. */
export function may(actors: readonly HolderActor[], right: Right, nodeId?: string): boolean {
	return actors.some((actor) => holds(actor, right) && (nodeId === undefined || covers(actor.place, nodeId)));
}

function holds(actor: HolderActor, right: Right): boolean {
	switch (actor.kind) {
		case "staff":
			return (GRANTED[right] as readonly string[]).includes(actor.role);
		case "device":
			return actor.purpose === "counter-pad" && GRANTED_TO_PADS.includes(right);
		default:
			return actor satisfies never;
	}
}
