import type { HolderActor, Place, Role } from "../../schema/actor.ts";

/** Whether a place holds a branch; the part of a branch id before its first dash is its region. */
function holdsBranch(place: Place, branchId: string): boolean {
	switch (place.kind) {
		case "bank":
			return true;
		case "region":
			return branchId.split("-")[0] === place.region;
		case "sub-branch":
			return place.branchIds.includes(branchId);
		case "branch":
			return place.branchId === branchId;
		default:
			return place satisfies never;
	}
}

/** The roles somebody holds at a branch. */
export function rolesAt(actors: readonly HolderActor[], branchId: string): Role[] {
	return actors.flatMap((actor) => (actor.kind === "staff" && holdsBranch(actor.place, branchId) ? [actor.role] : []));
}
