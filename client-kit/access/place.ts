import type { Place } from "../../schema/actor.ts";

/** The node of the institution tree that a place is. */
export function nodeOfPlace(place: Place): string {
	switch (place.kind) {
		case "bank":
			return "bank";
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

/** Whether a place holds a node: itself, or anything below it. */
export function holdsNode(place: Place, nodeId: string): boolean {
	switch (place.kind) {
		case "bank":
			return true;
		case "region":
			return nodeId.split(/[.-]/)[0] === place.region;
		case "sub-branch":
			return nodeId === place.nodeId || place.branchIds.includes(nodeId);
		case "branch":
			return nodeId === place.branchId;
		default:
			return place satisfies never;
	}
}
