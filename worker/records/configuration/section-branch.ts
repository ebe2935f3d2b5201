import { type SQL, sql } from "drizzle-orm";
import type { Reach } from "../../../rules/configuration/reach.ts";
import type { Place } from "../../../schema/actor.ts";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import { type SectionRefusal, SectionVersion } from "../../../schema/configuration/version.ts";
import type { BranchId, NodeId } from "../../../schema/ids.ts";
import type { Memory } from "../memory.ts";
import { branchesAfter, withinPlace } from "../within-place.ts";

/** What a branch says of a section; `silent`: it could not be told. */
export type SectionAtBranch = {
	readonly branchId: BranchId;
	readonly section: SectionId;
	readonly state: "holds" | "refused" | "silent";
	/** The key it goes by; empty while it goes by none. */
	readonly heldKey: string;
	readonly code: string;
	readonly detail: string;
};

/** Writes what is new of what branches say, since when; what a branch has said already is not written over by its having been silent. */
export async function rememberSaid(memory: Memory, said: readonly SectionAtBranch[], at: number): Promise<void> {
	if (said.length === 0) return;
	await memory.run(sql`insert into section_branches (branch_id, section_id, state, held_key, code, detail, at)
		select value ->> 'branchId', value ->> 'section', value ->> 'state', value ->> 'heldKey', value ->> 'code',
			value ->> 'detail', ${at}
		from json_each(${JSON.stringify(said)}) where true
		on conflict (branch_id, section_id) do update set state = excluded.state, code = excluded.code,
			detail = excluded.detail, at = excluded.at,
			held_key = case excluded.state when 'silent' then held_key else excluded.held_key end
		where state <> excluded.state or code <> excluded.code or detail <> excluded.detail
			or (excluded.state <> 'silent' and held_key <> excluded.held_key)`);
}

/** A page of the branches of a place, by id. */
export async function branchIdsWithin(
	memory: Memory,
	place: Place | NodeId,
	after: string,
	limit: number,
): Promise<BranchId[]> {
	const rows = await memory.all<{ branch_id: BranchId }>(sql`select branch_id from branches
		where ${branchesAfter(sql`branch_id`, place, after)} order by branch_id limit ${limit}`);
	return rows.map((row) => row.branch_id);
}

/** Of those, the next that a version may be for: who is named stands in one page, however many branches the bank has. Of a share, all. */
export async function branchIdsReached(
	memory: Memory,
	{ nodeId, reach }: Pick<SectionVersion, "nodeId" | "reach">,
	after: string,
	limit: number,
): Promise<BranchId[]> {
	const rows = await memory.all<{ branch_id: BranchId }>(sql`select branch_id from branches
		where ${branchesAfter(sql`branch_id`, nodeId, after)} and ${named(reach)}
		order by branch_id limit ${limit}`);
	return rows.map((row) => row.branch_id);
}

/** One parameter however many are named: the memory takes a hundred at most. */
function named(reach: Reach): SQL {
	switch (reach.kind) {
		case "branches":
			return sql`branch_id in (select value from json_each(${JSON.stringify(reach.branchIds)}))`;
		case "regions":
			return sql`region in (select value from json_each(${JSON.stringify(reach.regions)}))`;
		case "all":
		case "share":
			return sql`1`;
		default:
			return reach satisfies never;
	}
}

/** Branches that could not be told, a few. */
export async function silentBranches(memory: Memory, limit: number): Promise<BranchId[]> {
	const rows = await memory.all<{ branch_id: BranchId }>(
		sql`select distinct branch_id from section_branches where state = 'silent' limit ${limit}`,
	);
	return rows.map((row) => row.branch_id);
}

/** How many branches of a place say what of a section. */
export async function countSaid(memory: Memory, section: SectionId, place: NodeId) {
	const [row] = await memory.all<{ branches: number; holds: number; refused: number; silent: number }>(sql`select
		(select count(*) from branches where ${withinPlace(sql`branch_id`, place)}) as branches,
		coalesce(sum(state = 'holds'), 0) as holds, coalesce(sum(state = 'refused'), 0) as refused,
		coalesce(sum(state = 'silent'), 0) as silent
		from section_branches where section_id = ${section} and ${withinPlace(sql`branch_id`, place)}`);
	return row ?? { branches: 0, holds: 0, refused: 0, silent: 0 };
}

/** Branches of a place that refuse what is published for them. */
export async function refusedAt(
	memory: Memory,
	section: SectionId,
	place: NodeId,
	limit: number,
): Promise<SectionRefusal[]> {
	const rows = await memory.all<{
		branch_id: BranchId;
		code: string;
		detail: string;
	}>(sql`select branch_id, code, detail
		from section_branches where section_id = ${section} and state = 'refused' and ${withinPlace(sql`branch_id`, place)}
		order by branch_id limit ${limit}`);
	return rows.map(({ branch_id: branchId, code, detail }) => ({ branchId, code, detail }));
}

/** Branches that would not take a draft, by its check. */
export async function rememberRefusals(
	memory: Memory,
	versionId: string,
	refusals: readonly SectionRefusal[],
): Promise<void> {
	if (refusals.length === 0) return;
	await memory.run(sql`insert into section_refusals (version_id, branch_id, code, detail)
		select ${versionId}, value ->> 'branchId', value ->> 'code', value ->> 'detail' from json_each(${JSON.stringify(refusals)})
		where true on conflict (version_id, branch_id) do update set code = excluded.code, detail = excluded.detail`);
}

/** What `rememberRefusals` wrote, a page. */
export async function refusalsOf(memory: Memory, versionId: string, limit: number): Promise<SectionRefusal[]> {
	const rows = await memory.all<{
		branch_id: BranchId;
		code: string;
		detail: string;
	}>(sql`select branch_id, code, detail
		from section_refusals where version_id = ${versionId} order by branch_id limit ${limit}`);
	return rows.map(({ branch_id: branchId, code, detail }) => ({ branchId, code, detail }));
}

/** The versions that are out at places below this one and set something there, of one section or of all, by place. */
export async function versionsBelow(
	memory: Memory,
	section: SectionId | null,
	place: NodeId,
	limit: number,
): Promise<SectionVersion[]> {
	const rows = await memory.all<{ body: string }>(sql`select body from section_versions
		where is_out = 1 and node_id <> ${place} and ${withinPlace(sql`node_id`, place)}
			and ${section === null ? sql`1` : sql`section_id = ${section}`} and json_extract(body, '$.set') <> '{}'
		order by node_id, ordinal desc limit ${limit}`);
	return rows.map(({ body }) => SectionVersion.parse(JSON.parse(body)));
}

/** How many versions other than the bank's own word stand below a place: the places that differ from it. */
export async function placesThatDiffer(
	memory: Memory,
	section: SectionId,
	place: NodeId,
	limit: number,
): Promise<NodeId[]> {
	const rows = await memory.all<{
		node_id: NodeId;
	}>(sql`select node_id from section_versions where section_id = ${section}
		and is_out = 1 and node_id <> ${place} and ${withinPlace(sql`node_id`, place)}
		and json_extract(body, '$.set') <> '{}' group by node_id order by node_id limit ${limit}`);
	return rows.map((row) => row.node_id);
}
