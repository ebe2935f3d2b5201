import type { Place } from "../schema/actor.ts";
import type { BranchId, NodeId } from "../schema/ids.ts";
import { BANK, kindOfNode, NODE_KINDS, regionOf } from "./institution.ts";

/** The node of the institution tree that a place is. */
export function nodeOf(place: Place): NodeId {
	switch (place.kind) {
		case "bank":
			return BANK;
		case "region":
			return place.region;
		case "sub-branch":
			return place.nodeId;
		case "branch":
			return place.branchId;
		default:
			return place satisfies never;
	}
}

/** The place that a node is; of a sub-branch the branches must be said, because no id tells them. */
export function placeAt<Branches extends BranchId[] | null>(nodeId: NodeId, branchIds: Branches) {
	const kind = kindOfNode(nodeId);
	switch (kind) {
		case "bank":
			return { kind };
		case "region":
			return { kind, region: nodeId };
		case "sub-branch":
			return { kind, nodeId, branchIds };
		case "branch":
			return { kind, branchId: nodeId };
		default:
			return kind satisfies never;
	}
}

/** Whether a place covers a node of the institution tree, or a branch: itself, and all that lies below it. */
export function covers(place: Place, nodeId: NodeId | BranchId): boolean {
	switch (place.kind) {
		case "bank":
			return true;
		case "region":
			return nodeId !== BANK && regionOf(nodeId) === place.region;
		case "sub-branch":
			return nodeId === place.nodeId || place.branchIds.includes(nodeId);
		case "branch":
			return nodeId === place.branchId;
		default:
			return place satisfies never;
	}
}

/** Orders places by their level, the widest first. */
export function byWidth(one: Place, other: Place): number {
	return NODE_KINDS.indexOf(one.kind) - NODE_KINDS.indexOf(other.kind);
}
