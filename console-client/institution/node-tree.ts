import type { InstitutionNode } from "../../schema/institution.ts";

export type Branching = { readonly node: InstitutionNode; readonly below: readonly Branching[] };

/**
 * The tree of these nodes, in the order of their ids. A node whose parent is not among them stands at the top, for
 * whoever sees a part of the bank sees no more of what is above it than the server sends.
 */
export function treeOf(nodes: readonly InstitutionNode[]): readonly Branching[] {
	const known = new Set(nodes.map(({ nodeId }) => nodeId));
	const children = new Map<string | null, InstitutionNode[]>();
	for (const node of nodes) {
		const above = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
		children.set(above, [...(children.get(above) ?? []), node]);
	}
	const below = (above: string | null): readonly Branching[] =>
		(children.get(above) ?? []).map((node) => ({ node, below: below(node.nodeId) }));
	return below(null);
}
