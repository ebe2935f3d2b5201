import { lockedBy } from "../../../rules/configuration/fields.ts";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import type { SectionVersion } from "../../../schema/configuration/version.ts";
import type { NodeId } from "../../../schema/ids.ts";
import { resolve } from "../../domain/configuration/check-section.ts";
import { chosenAt, layersOf, levelsOf } from "../../domain/configuration/chosen.ts";

/** What holds of a section at a place: field by field, from which level, since when, and what is locked above. */
export function heldAt(versions: readonly SectionVersion[], section: SectionId, nodeId: NodeId) {
	const chosen = chosenAt(versions, section, nodeId);
	const layers = layersOf(chosen);
	const levels = levelsOf(nodeId);
	const { value, fields, from, overruled } = resolve(section, layers);
	const above = layers.slice(0, -1);
	return {
		chosen,
		value,
		fields: Object.entries(fields).map(([field, each]) => {
			const lock = lockedBy(above, field);
			return {
				field,
				value: each,
				origin: originOf(chosen[from[field] ?? -1] ?? null),
				lockedBy: lock === null ? null : (levels[lock] ?? null),
			};
		}),
		overruled: overruled.flatMap(({ field, at }) => {
			const node = levels[at];
			return node === undefined ? [] : [{ field, nodeId: node }];
		}),
	};
}

function originOf(version: SectionVersion | null) {
	if (version === null) return null;
	const { nodeId, versionId, publishedAt, draftedBy, note } = version;
	return { nodeId, versionId, since: publishedAt, by: draftedBy, note };
}
