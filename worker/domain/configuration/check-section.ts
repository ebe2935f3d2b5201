import {
	fieldsOf,
	type Held,
	type Layer,
	layered,
	type Overruled,
	valueFrom,
} from "../../../rules/configuration/fields.ts";
import type { SectionFault } from "../../../schema/configuration/definition/section.ts";
import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import { utf8Bytes } from "../../../schema/hall/configuration.ts";

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

/** Everything that keeps a value of a section from being good. */
export function faultsOf(id: SectionId, value: object): readonly SectionFault[] {
	const section = sectionOf(id);
	const parsed = section.schema.safeParse(value);
	if (!parsed.success) {
		return parsed.error.issues.map(({ path, message }) => ({
			field: path.join("."),
			zh: `这一项的内容不符合要求：请按提示修改（${message}）`,
			en: `This is not as it should be: change it (${message})`,
		}));
	}
	const bytes = utf8Bytes(JSON.stringify(value));
	if (bytes > section.maxBytes) {
		return [
			{
				field: "",
				zh: `内容过长：现为 ${bytes} 字节，最多 ${section.maxBytes} 字节，请删减`,
				en: `Too long: ${bytes} bytes, at most ${section.maxBytes}: take something out`,
			},
		];
	}
	return section.check(parsed.data);
}
