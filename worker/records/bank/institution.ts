import { sql } from "drizzle-orm";
import { kindOfNode } from "../../../rules/institution.ts";
import { nodeOf } from "../../../rules/place.ts";
import type { Place } from "../../../schema/actor.ts";
import type { Bilingual, NodeId } from "../../../schema/ids.ts";
import { InstitutionNode } from "../../../schema/institution.ts";
import { BRANCHES_PER_SUB_BRANCH_MAX } from "../../../schema/limits.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import type { Memory } from "../memory.ts";
import { unlessRefused } from "../refusal.ts";
import { withinAny } from "../within-place.ts";

type WrittenNode = InstitutionNode | { readonly refused: ProblemCode };
type NodeAt = { readonly nodeId: NodeId; readonly name: Bilingual; readonly parentId: NodeId | null };

const COLUMNS = sql`node_id, kind, parent_id, name_zh, name_en, version`;

export async function findNode(memory: Memory, nodeId: NodeId): Promise<InstitutionNode | null> {
	const [row] = await memory.all(sql`select ${COLUMNS} from institution_nodes where node_id = ${nodeId}`);
	return row === undefined ? null : nodeFrom(row);
}

/** Those of these nodes that exist. */
export async function knownNodeIds(memory: Memory, nodeIds: readonly NodeId[]): Promise<Set<NodeId>> {
	const rows = await memory.all<{ node_id: string }>(
		sql`select node_id from institution_nodes where node_id in (select value from json_each(${JSON.stringify(nodeIds)}))`,
	);
	return new Set(rows.map((row) => row.node_id));
}

/** The Chinese and English names of those of these nodes that exist. */
export async function namesOfNodes(memory: Memory, nodeIds: readonly NodeId[]): Promise<string[]> {
	const rows = await memory.all<{ name_zh: string; name_en: string }>(
		sql`select name_zh, name_en from institution_nodes where node_id in (select value from json_each(${JSON.stringify(nodeIds)}))`,
	);
	return rows.flatMap((row) => [row.name_zh, row.name_en]);
}

/** One page, by id, of the nodes within any of these and of those above them. */
export async function listNodes(
	memory: Memory,
	places: readonly Place[],
	page: { readonly limit: number; readonly after: NodeId | null },
): Promise<InstitutionNode[]> {
	const rows = await memory.all(sql`
		with recursive above (id) as (
			select value from json_each(${JSON.stringify(places.map(nodeOf))})
			union
			select parent_id from institution_nodes join above on node_id = id where parent_id is not null
		)
		select ${COLUMNS} from institution_nodes
		where (${withinAny(sql`node_id`, places)} or node_id in (select id from above)) and node_id > ${page.after ?? ""}
		order by node_id limit ${page.limit}`);
	return rows.map(nodeFrom);
}

/** Adds a node; the number of branches under a sub-branch is checked in the same statement. */
export function addNode(memory: Memory, { nodeId, name, parentId }: NodeAt): Promise<WrittenNode> {
	return unlessRefused(async (): Promise<WrittenNode> => {
		const [row] = await memory.all(sql`insert into institution_nodes (${COLUMNS})
			select ${nodeId}, ${kindOfNode(nodeId)}, ${parentId}, ${name.zh}, ${name.en}, 1 where ${hasRoom(parentId, nodeId)}
			returning ${COLUMNS}`);
		return row === undefined ? { refused: "sub-branch-full" } : nodeFrom(row);
	});
}

/** Renames or moves a node, if the version is still the one that was read. */
export function changeNode(memory: Memory, node: NodeAt, version: number): Promise<WrittenNode> {
	const { nodeId, name, parentId } = node;
	return unlessRefused(async (): Promise<WrittenNode> => {
		const [row] = await memory.all(sql`update institution_nodes
			set name_zh = ${name.zh}, name_en = ${name.en}, parent_id = ${parentId}, version = version + 1
			where node_id = ${nodeId} and version = ${version} and ${hasRoom(parentId, nodeId)} returning ${COLUMNS}`);
		if (row !== undefined) return nodeFrom(row);
		const present = await findNode(memory, nodeId);
		if (present === null) return { refused: "unknown-node" };
		return { refused: present.version === version ? "sub-branch-full" : "changed-since-read" };
	});
}

/** A node that stands there already needs no more room. */
function hasRoom(parentId: NodeId | null, nodeId: NodeId) {
	if (parentId === null || kindOfNode(parentId) !== "sub-branch") return sql`1`;
	return sql`(select count(*) from institution_nodes where parent_id = ${parentId} and node_id <> ${nodeId})
		< ${BRANCHES_PER_SUB_BRANCH_MAX}`;
}

type NodeRow = Readonly<Record<"node_id" | "kind" | "parent_id" | "name_zh" | "name_en" | "version", unknown>>;

function nodeFrom(row: unknown): InstitutionNode {
	const { node_id, kind, parent_id, name_zh, name_en, version } = row as NodeRow;
	const name = { zh: name_zh, en: name_en };
	return InstitutionNode.parse({ nodeId: node_id, kind, parentId: parent_id, name, version });
}
