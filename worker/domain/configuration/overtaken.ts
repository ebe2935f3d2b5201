import { differences, fieldsOf, layered, lockedBy } from "../../../rules/configuration/fields.ts";
import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import type { Overtaken, SectionVersion } from "../../../schema/configuration/version.ts";
import type { NodeId } from "../../../schema/ids.ts";
import { chosenAt, layersOf, levelsOf } from "./chosen.ts";

/** The fields that a place sets otherwise, and that a level above has changed since: what the place set still holds. */
export function overtakenAt(versions: readonly SectionVersion[], section: SectionId, nodeId: NodeId): Overtaken[] {
	const chosen = chosenAt(versions, section, nodeId);
	const own = chosen.at(-1);
	if (own?.over === undefined || own.nodeId !== nodeId) return [];
	const above = layersOf(chosen).slice(0, -1);
	const { fields, from } = layered(fieldsOf(sectionOf(section).shipped), above);
	const names = Object.keys(own.over).filter((field) => lockedBy(above, field) === null);
	const now = Object.fromEntries(names.map((field) => [field, fields[field] ?? null]));
	const before = Object.fromEntries(names.map((field) => [field, own.over?.[field]]));
	return differences(before, now).map((each) => ({
		...each,
		nodeId,
		changedAt: levelsOf(nodeId)[Math.max(0, from[each.field] ?? 0)] ?? nodeId,
	}));
}

/** As `overtakenAt`, at each place of which a version is here, below the one that is looked at. */
export function overtakenBelow(
	versions: readonly SectionVersion[],
	below: readonly SectionVersion[],
	section: SectionId,
): Overtaken[] {
	const all = [...versions, ...below];
	const places = new Set(below.flatMap((each) => (each.section === section ? [each.nodeId] : [])));
	return [...places].flatMap((nodeId) => overtakenAt(all, section, nodeId));
}
