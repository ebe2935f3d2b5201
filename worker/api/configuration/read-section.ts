import { SECTION_IDS, sectionOf } from "../../../schema/configuration/sections.ts";
import { chosenAt, keyOf } from "../../domain/configuration/chosen.ts";
import { changesOf } from "../../domain/configuration/version.ts";
import { countSaid, placesThatDiffer, refusalsOf, refusedAt } from "../../records/configuration/section-branch.ts";
import { findVersion, versionsAt, versionsOut } from "../../records/configuration/section-version.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { heldAt } from "./place-levels.ts";

/** Of lists that a page shows beside a section. */
const SHOWN_MAX = 50;

export const sections: Handler<"sections"> = async ({ env, params: { nodeId } }) => {
	const memory = memoryOf(env.DB);
	const out = await versionsOut(memory, nodeId);
	const rows = SECTION_IDS.map(async (section) => {
		const [versions, said, differing] = await Promise.all([
			versionsAt(memory, section, nodeId, { limit: SHOWN_MAX, before: null }),
			countSaid(memory, section, nodeId),
			placesThatDiffer(memory, section, nodeId, SHOWN_MAX),
		]);
		const chosen = chosenAt(out, section, nodeId);
		const times = chosen.flatMap((each) => (each?.publishedAt == null ? [] : [each.publishedAt]));
		return {
			section,
			kind: sectionOf(section).kind,
			key: keyOf(chosen),
			since: times.length === 0 ? null : Math.max(...times),
			waiting: versions.filter(({ status }) => status === "draft" || status === "approved").length,
			said,
			differing,
		};
	});
	return { sections: await Promise.all(rows) };
};

export const sectionAt: Handler<"sectionAt"> = async ({ env, params: { nodeId, section } }) => {
	const memory = memoryOf(env.DB);
	const [out, versions, said, refused, differing] = await Promise.all([
		versionsOut(memory, nodeId),
		versionsAt(memory, section, nodeId, { limit: SHOWN_MAX, before: null }),
		countSaid(memory, section, nodeId),
		refusedAt(memory, section, nodeId, SHOWN_MAX),
		placesThatDiffer(memory, section, nodeId, SHOWN_MAX),
	]);
	const { chosen, ...held } = heldAt(out, section, nodeId);
	const own = chosen.at(-1);
	return {
		section,
		nodeId,
		kind: sectionOf(section).kind,
		...held,
		locked: [...(own?.locked ?? [])],
		newest: newestOf(versions),
		said,
		refused,
		differing,
		versions,
	};
};

export const sectionVersion: Handler<"sectionVersion"> = async ({ env, params: { nodeId, versionId } }) => {
	const memory = memoryOf(env.DB);
	const version = await findVersion(memory, versionId);
	if (version === null || version.nodeId !== nodeId) return new Refused("unknown-version");
	const { section, ordinal } = version;
	const [earlier, refusals, said] = await Promise.all([
		versionsAt(memory, section, nodeId, { limit: SHOWN_MAX, before: ordinal }),
		refusalsOf(memory, versionId, SHOWN_MAX),
		countSaid(memory, section, nodeId),
	]);
	return { version, changes: changesOf(version, earlier.find(wasOut) ?? null), refusals, said };
};

export const sectionOfBranch: Handler<"sectionOfBranch"> = ({ env, params: { branchId, section } }) =>
	askBranch(env, branchId, async (branch) => branch.section(section));

/** The number of a place's newest version that was ever published; 0: none. */
export function newestOf(versions: readonly { readonly ordinal: number; readonly status: string }[]): number {
	return versions.find(wasPublished)?.ordinal ?? 0;
}

/** Published, whatever came after. */
export function wasPublished({ status }: { readonly status: string }): boolean {
	return status !== "draft" && status !== "approved";
}

/** Published and never taken back: what an earlier version may be taken back to. */
export function wasOut({ status }: { readonly status: string }): boolean {
	return wasPublished({ status }) && status !== "taken-back";
}
