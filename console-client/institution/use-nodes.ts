import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Refusal } from "../../react-kit/data/refusal.ts";
import { NODES } from "../../rules/routes/people.ts";
import type { InstitutionNode } from "../../schema/institution.ts";
import { ask } from "../data/ask.ts";
import type { Read } from "../data/use-read.ts";
import { useWords } from "../words/words.ts";

const PAGE_ROWS = 200;
/** A tree of more nodes than this is not shown whole. */
const PAGES_MAX = 50;
const FRESH_MS = 60_000;

/** The institution tree within the person's place with the nodes above it, whole. */
export function useNodes(): Read<InstitutionNode[]> {
	return useQuery<InstitutionNode[], Refusal>({
		queryKey: [NODES.name],
		queryFn: allNodes,
		staleTime: FRESH_MS,
	});
}

async function allNodes(): Promise<InstitutionNode[]> {
	const nodes: InstitutionNode[] = [];
	let cursor: string | null = null;
	for (let page = 0; page < PAGES_MAX; page++) {
		const query: { limit: number; cursor?: string } = { limit: PAGE_ROWS, ...(cursor !== null && { cursor }) };
		const { rows, next } = await ask(NODES, { query });
		nodes.push(...rows);
		if (next === null) break;
		cursor = next;
	}
	return nodes;
}

/** Names a node in the present language; its id until the tree is read, and for a node outside it. */
export function useNodeName(): (nodeId: string) => string {
	const { name } = useWords();
	const { data } = useNodes();
	const byId = useMemo(() => new Map(data?.map((node) => [node.nodeId, node])), [data]);
	return useCallback(
		(nodeId) => {
			const node = byId.get(nodeId);
			return node === undefined ? nodeId : name(node.name);
		},
		[byId, name],
	);
}
