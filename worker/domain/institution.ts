import type { NodeId } from "../../schema/ids.ts";
import { BANK, kindOfNode, regionOfNode } from "../../schema/institution.ts";

/**
 * Whether a node may stand under this one: the bank under nothing, a region under the bank, a sub-branch under its own
 * region, a branch under its own region or a sub-branch there.
 */
export function mayStandUnder(nodeId: NodeId, parentId: NodeId | null): boolean {
	const kind = kindOfNode(nodeId);
	if (parentId === null || kind === "bank") return parentId === null && kind === "bank";
	const above = kindOfNode(parentId);
	switch (kind) {
		case "region":
			return above === "bank";
		case "sub-branch":
			return above === "region" && parentId === regionOfNode(nodeId);
		case "branch":
			return (above === "region" || above === "sub-branch") && regionOfNode(parentId) === regionOfNode(nodeId);
		default:
			return kind satisfies never;
	}
}

/** The nodes whose people reach other branches than before when a branch moves from one parent to another. */
export function nodesTouchedByMove(before: NodeId | null, after: NodeId | null): NodeId[] {
	if (before === after) return [];
	return [before, after].filter((nodeId): nodeId is NodeId => nodeId !== null && nodeId !== BANK);
}
