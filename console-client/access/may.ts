import type { HolderActor } from "../../schema/actor.ts";
import { GRANTED, type Right } from "./grants.ts";
import { holdsNode } from "./place.ts";

/** Whether one of a person's roles gives a right: somewhere, or at the given node of the institution tree. */
export function may(actors: readonly HolderActor[], right: Right, nodeId?: string): boolean {
	const roles: readonly string[] = GRANTED[right];
	return actors.some(
		(actor) =>
			actor.kind === "staff" && roles.includes(actor.role) && (nodeId === undefined || holdsNode(actor.place, nodeId)),
	);
}
