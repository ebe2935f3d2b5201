import type { NodeId } from "../schema/ids.ts";

/** The levels of the institution tree, highest first. */
export const NODE_KINDS = ["bank", "region", "sub-branch", "branch"] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** The root of every tree. */
export const BANK = "bank" satisfies NodeId;

/** How the ids of each level below it are formed: a region's shard key, then `.` and a sub-branch or `-` and a branch. */
export const NODE_FORMS = {
	region: /^[a-z0-9]{2,12}$/,
	"sub-branch": /^[a-z0-9]{2,12}\.[a-z0-9]{2,24}$/,
	branch: /^[a-z0-9]{2,12}-[a-z0-9]{2,24}$/,
} as const satisfies Readonly<Record<Exclude<NodeKind, "bank">, RegExp>>;

/** The level of a node, which its id's form tells. */
export function kindOfNode(nodeId: NodeId): NodeKind {
	if (nodeId === BANK) return "bank";
	if (nodeId.includes("-")) return "branch";
	return nodeId.includes(".") ? "sub-branch" : "region";
}

/** The region a sub-branch or branch lies in, which is its shard key; the region itself for a region. Not for the bank. */
export function regionOf(nodeId: NodeId): string {
	return nodeId.split(/[.-]/)[0] ?? nodeId;
}

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
			return above === "region" && parentId === regionOf(nodeId);
		case "branch":
			return (above === "region" || above === "sub-branch") && regionOf(parentId) === regionOf(nodeId);
		default:
			return kind satisfies never;
	}
}
