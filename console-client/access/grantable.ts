import { holdsNode } from "../../client-kit/access/place.ts";
import type { HolderActor, Role } from "../../schema/actor.ts";
import type { NodeKind } from "../../schema/institution.ts";

const ABOVE_BRANCH: readonly Role[] = ["retail-department", "human-resources"];
const REGION_AND_BANK: readonly Role[] = ["head-office-operator", "auditor"];

/** The level of a node, which its id's form tells. */
export function kindOf(nodeId: string): NodeKind {
	if (nodeId === "bank") return "bank";
	if (nodeId.includes("-")) return "branch";
	return nodeId.includes(".") ? "sub-branch" : "region";
}

/** At which levels of the institution tree a role is held. */
export function mayBeHeldAt(role: Role, nodeId: string): boolean {
	const kind = kindOf(nodeId);
	if (role === "it-support") return true;
	if (ABOVE_BRANCH.includes(role)) return kind !== "branch";
	if (REGION_AND_BANK.includes(role)) return kind === "region" || kind === "bank";
	return kind === "branch";
}

/** Whether a person in these roles may give this one at this place, or take it away. The server asks the same again. */
export function mayGrant(actors: readonly HolderActor[], role: Role, nodeId: string): boolean {
	return actors.some((actor) => {
		if (actor.kind !== "staff" || !holdsNode(actor.place, nodeId)) return false;
		if (actor.role === "branch-head") return role !== "branch-head" && kindOf(nodeId) === "branch";
		if (actor.role === "human-resources") return !REGION_AND_BANK.includes(role);
		return actor.role === "head-office-operator";
	});
}
