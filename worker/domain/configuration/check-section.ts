import {
	fieldsOf,
	type Held,
	type Layer,
	layered,
	type Overruled,
	valueFrom,
} from "../../../rules/configuration/fields.ts";
import type { SectionFault } from "../../../schema/configuration/definition/section.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";

/** What holds of a section where these layers, the widest first, lie upon each other; `faults` is empty when it is good. */
export type Resolved = Held & {
	readonly value: object;
	readonly overruled: readonly Overruled[];
	readonly faults: readonly SectionFault[];
};

/** What layers make of a section, checked by the section's own shape, size and rules. Pure. */
export function resolve(id: SectionId, layers: readonly Layer[]): Resolved {
	const section = sectionOf(id);
	const held = layered(fieldsOf(section.shipped), layers);
	const value = valueFrom(held.fields);
	return { ...held, value, faults: faultsOf(id, value) };
}
