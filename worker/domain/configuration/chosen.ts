import type { Layer } from "../../../rules/configuration/fields.ts";
import { NO_VERSION_KEY } from "../../../rules/configuration/no-version.ts";
import { reaches } from "../../../rules/configuration/reach.ts";
import { BANK, regionOf } from "../../../rules/institution.ts";
import { SECTION_IDS, type SectionId } from "../../../schema/configuration/sections.ts";
import type { SectionVersion } from "../../../schema/configuration/version.ts";
import type { NodeId } from "../../../schema/ids.ts";
import { resolve } from "./check-section.ts";
import { NO_LAYER } from "./version.ts";

/** The version that holds at each level of a place, the bank's first; null where that level says nothing. */
export type Chosen = readonly (SectionVersion | null)[];

/** The levels of configuration down to a place: the bank, its region, the branch. */
export function levelsOf(nodeId: NodeId): readonly NodeId[] {
	if (nodeId === BANK) return [BANK];
	const region = regionOf(nodeId);
	return region === nodeId ? [BANK, region] : [BANK, region, nodeId];
}

/** Of versions that are out, newest first: what holds at a branch, or at a place as far as all of it has it. */
export function chosenAt(versions: readonly SectionVersion[], section: SectionId, nodeId: NodeId): Chosen {
	return levelsOf(nodeId).map(
		(level) =>
			versions.find((each) => each.section === section && each.nodeId === level && holdsAt(each, nodeId)) ?? null,
	);
}

/** One that was paused is held by those who had been told by then. */
function holdsAt({ reach, versionId, status, told }: SectionVersion, nodeId: NodeId): boolean {
	if (!nodeId.includes("-")) return reach.kind === "all";
	return reaches(reach, versionId, nodeId) && (status === "published" || told.done || nodeId <= told.after);
}

/** What names these versions; `NO_VERSION_KEY` when none of them says anything. */
export function keyOf(chosen: Chosen): string {
	if (chosen.every((each) => each === null || Object.keys(each.set).length === 0)) return NO_VERSION_KEY;
	const [bank, region, branch] = chosen;
	return [bank, region, branch].map((each) => each?.ordinal ?? 0).join(".");
}

export function layersOf(chosen: Chosen): readonly Layer[] {
	return chosen.map((each) => each ?? NO_LAYER);
}

/** What a branch is told: of each section its key and value, null where nothing is published. */
export function toldTo(versions: readonly SectionVersion[], branchId: string) {
	return SECTION_IDS.map((section) => {
		const chosen = chosenAt(versions, section, branchId);
		const key = keyOf(chosen);
		return { section, key, value: key === NO_VERSION_KEY ? null : resolve(section, layersOf(chosen)).value };
	});
}
