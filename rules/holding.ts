import type { Actor, HolderActor } from "../schema/actor.ts";
import type { NodeId } from "../schema/ids.ts";
import { PERMISSIONS, type Permission, type PermissionRow, type Right, type RightGiver } from "./permission.ts";
import { covers } from "./place.ts";
import type { Role } from "./role.ts";

/** Whether this actor holds a permission at all; where it counts is `covers`'s question. */
export function holds(actor: Actor, permission: Permission): boolean {
	const row: PermissionRow = PERMISSIONS[permission];
	if (row.everybody) return true;
	switch (actor.kind) {
		case "staff":
			return row.roles?.includes(actor.role) ?? false;
		case "device":
			return row.devices?.includes(actor.purpose) ?? false;
		case "service":
			return row.services?.some((scope) => actor.scopes.includes(scope)) ?? false;
		case "customer":
			return row.customer === true;
		case "system":
			return row.system === true;
		default:
			return actor satisfies never;
	}
}

/** Whether one of these holds a right somewhere, or at the given node of the institution tree. */
export function anyHolds(actors: readonly HolderActor[], right: Right, nodeId?: NodeId): boolean {
	return actors.some((actor) => holds(actor, right) && (nodeId === undefined || covers(actor.place, nodeId)));
}

/** Whether whoever looks at a page may do something where that page stands. */
export type May = (right: Right) => boolean;

/** The roles that give a right. */
export function rolesWithRight(right: Right): readonly Role[] {
	return PERMISSIONS[right].roles;
}

/** Whom to ask for a right that was refused with this code; when only the place is wrong, those who say where somebody works. */
export function whomToAsk(right: Right | null, code: string): RightGiver {
	return right === null || code === "wrong-place" ? "human-resources" : PERMISSIONS[right].ask;
}
