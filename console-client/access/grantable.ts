import { kindOfNode } from "../../rules/institution.ts";
import { covers } from "../../rules/place.ts";
import type { HolderActor, Role } from "../../schema/actor.ts";

const ABOVE_BRANCH: readonly Role[] = ["retail-department", "human-resources"];
const REGION_AND_BANK: readonly Role[] = ["head-office-operator", "auditor"];

/** At which levels of the institution tree a role is held. */
export function mayBeHeldAt(role: Role, nodeId: string): boolean {
	const kind = kindOfNode(nodeId);
	if (role === "it-support") return true;
	if (ABOVE_BRANCH.includes(role)) return kind !== "branch";
	if (REGION_AND_BANK.includes(role)) return kind === "region" || kind === "bank";
	return kind === "branch";
}

/** Whether a person in these roles may give this one at this place, or take it away. The server asks the same again. */
export function mayGrant(actors: readonly HolderActor[], role: Role, nodeId: string): boolean {
	return actors.some((actor) => {
		if (actor.kind !== "staff" || !covers(actor.place, nodeId)) return false;
		if (actor.role === "branch-head") return role !== "branch-head" && kindOfNode(nodeId) === "branch";
		if (actor.role === "human-resources") return !REGION_AND_BANK.includes(role);
		return actor.role === "head-office-operator";
	});
}
