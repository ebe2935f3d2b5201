import * as z from "zod";
import { Bilingual, type BranchId, NodeId, regionOf } from "./ids.ts";

/** The levels of the institution tree, highest first. */
export const NodeKind = z.enum(["bank", "region", "sub-branch", "branch"]);
export type NodeKind = z.infer<typeof NodeKind>;

/** The root of every tree. */
export const BANK: NodeId = "bank";

export const InstitutionNode = z.object({
	nodeId: NodeId,
	kind: NodeKind,
	/** Null for the bank itself. */
	parentId: NodeId.nullable(),
	name: Bilingual,
	/** Rises by one with each change; sent back as `If-Match`. */
	version: z.number().int(),
});
export type InstitutionNode = z.infer<typeof InstitutionNode>;

/** The level of a node, which its id's form tells. */
export function kindOfNode(nodeId: NodeId): NodeKind {
	if (nodeId === BANK) return "bank";
	if (nodeId.includes("-")) return "branch";
	return nodeId.includes(".") ? "sub-branch" : "region";
}

/** The region a sub-branch or branch lies in; the region itself for a region. Not for the bank. */
export function regionOfNode(nodeId: NodeId | BranchId): string {
	return nodeId.includes("-") ? regionOf(nodeId) : (nodeId.split(".")[0] ?? nodeId);
}
