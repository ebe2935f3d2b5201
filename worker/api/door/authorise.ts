import { holds } from "../../../rules/holding.ts";
import type { Permission } from "../../../rules/permission.ts";
import { byWidth, covers } from "../../../rules/place.ts";
import type { HolderActor, Place } from "../../../schema/actor.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import type { Caller } from "./authenticate.ts";

type At = { readonly branchId?: string | undefined; readonly nodeId?: string | undefined };

/**
 * The role in which a caller may use a permission at the place its address names; null for the holder of a link, whose
 * place only the branch knows. A problem when no role may.
 */
export function actorFor(permission: Permission, caller: Caller, at: At): HolderActor | null | ProblemCode {
	if (caller.kind === "link") {
		return holds({ kind: "customer", ticketId: "00000000-A000" }, permission) ? null : "not-permitted";
	}
	// Widest first: who holds a right at several places sees the most of it.
	const able = caller.actors
		.filter((actor) => holds(actor, permission))
		.sort((one, other) => byWidth(one.place, other.place));
	if (able.length === 0) return "not-permitted";
	return able.find(({ place }) => isThere(place, at)) ?? "wrong-place";
}

function isThere(place: Place, { branchId, nodeId }: At): boolean {
	if (branchId !== undefined && !covers(place, branchId)) return false;
	return nodeId === undefined || covers(place, nodeId);
}
