import { sql } from "drizzle-orm";
import { BANK, regionOf } from "../../../rules/institution.ts";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import { SectionVersion } from "../../../schema/configuration/version.ts";
import type { NodeId } from "../../../schema/ids.ts";
import type { Memory } from "../memory.ts";

/** Writes a new version; false when its id or number is taken: then the one that is there stands. */
export async function addVersion(memory: Memory, version: SectionVersion): Promise<boolean> {
	const added = await memory.all(sql`insert into section_versions
		(version_id, section_id, node_id, ordinal, is_out, due_at, version, body)
		values (${version.versionId}, ${version.section}, ${version.nodeId}, ${version.ordinal}, ${isOut(version)},
			${dueAt(version)}, ${version.version}, ${JSON.stringify(version)})
		on conflict do nothing returning version_id`);
	return added.length > 0;
}

/** Writes what became of a version, if nobody else has changed it since; false when somebody has. */
export async function changeVersion(memory: Memory, next: SectionVersion): Promise<boolean> {
	const changed = await memory.all(sql`update section_versions
		set is_out = ${isOut(next)}, due_at = ${dueAt(next)}, version = ${next.version}, body = ${JSON.stringify(next)}
		where version_id = ${next.versionId} and version = ${next.version - 1} returning version_id`);
	return changed.length > 0;
}

export async function findVersion(memory: Memory, versionId: string): Promise<SectionVersion | null> {
	const [row] = await memory.all(sql`select body from section_versions where version_id = ${versionId}`);
	return row === undefined ? null : versionFrom(row);
}

/** The newest versions of a section at a place, newest first. */
export async function versionsAt(
	memory: Memory,
	section: SectionId,
	nodeId: NodeId,
	{ limit, before }: { readonly limit: number; readonly before: number | null },
): Promise<SectionVersion[]> {
	const rows = await memory.all(sql`select body from section_versions
		where section_id = ${section} and node_id = ${nodeId} and ordinal < ${before ?? Number.MAX_SAFE_INTEGER}
		order by ordinal desc limit ${limit}`);
	return rows.map(versionFrom);
}

/** The number of a place's newest version that was ever published; 0: none. */
export async function newestPublished(memory: Memory, section: SectionId, nodeId: NodeId): Promise<number> {
	const [row] = await memory.all<{ ordinal: number }>(sql`select ordinal from section_versions
		where section_id = ${section} and node_id = ${nodeId} and body ->> '$.status' not in ('draft', 'approved')
		order by ordinal desc limit 1`);
	return row?.ordinal ?? 0;
}

/** The newest version below a number that was published and never taken back: what may be gone back to. */
export async function versionBefore(
	memory: Memory,
	{ section, nodeId, ordinal }: Pick<SectionVersion, "section" | "nodeId" | "ordinal">,
): Promise<SectionVersion | null> {
	const [row] = await memory.all(sql`select body from section_versions
		where section_id = ${section} and node_id = ${nodeId} and ordinal < ${ordinal}
			and body ->> '$.status' not in ('draft', 'approved', 'taken-back')
		order by ordinal desc limit 1`);
	return row === undefined ? null : versionFrom(row);
}

/** How many versions of a place are drafted or approved and not yet published. */
export async function countWaiting(memory: Memory, section: SectionId, nodeId: NodeId): Promise<number> {
	const [row] = await memory.all<{ waiting: number }>(sql`select count(*) as waiting from section_versions
		where section_id = ${section} and node_id = ${nodeId} and body ->> '$.status' in ('draft', 'approved')`);
	return row?.waiting ?? 0;
}

/** Every version that may hold at a place and above it, newest first. */
export async function versionsOut(memory: Memory, nodeId: NodeId): Promise<SectionVersion[]> {
	const nodes = JSON.stringify([BANK, ...(nodeId === BANK ? [] : [regionOf(nodeId), nodeId])]);
	const rows = await memory.all(sql`select body from section_versions
		where is_out = 1 and node_id in (select value from json_each(${nodes})) order by ordinal desc`);
	return rows.map(versionFrom);
}

/** Versions that are to be published by now, or whose branches have not all been told. */
export async function versionsDue(memory: Memory, now: number, limit: number): Promise<SectionVersion[]> {
	const rows = await memory.all(sql`select body from section_versions
		where due_at is not null and due_at <= ${now} order by due_at limit ${limit}`);
	return rows.map(versionFrom);
}

/** Those that are out below this number at its place, which a version that has reached everybody replaces. */
export async function replaceBefore(memory: Memory, { section, nodeId, ordinal }: SectionVersion): Promise<void> {
	await memory.run(sql`update section_versions
		set is_out = 0, due_at = null, version = version + 1,
			body = json_set(body, '$.status', 'replaced', '$.version', version + 1)
		where section_id = ${section} and node_id = ${nodeId} and ordinal < ${ordinal} and is_out = 1`);
}

function isOut({ status }: SectionVersion): 0 | 1 {
	return status === "published" || status === "paused" ? 1 : 0;
}

function dueAt({ status, publishAt, publishedAt, told }: SectionVersion): number | null {
	if (status === "approved") return publishAt;
	return status === "published" && !told.done ? publishedAt : null;
}

function versionFrom(row: unknown): SectionVersion {
	return SectionVersion.parse(JSON.parse((row as { readonly body: string }).body));
}
