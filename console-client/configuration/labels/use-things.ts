import { SECTION_AT } from "../../../rules/routes/configuration.ts";
import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import { useRead } from "../../data/use-read.ts";

/** Something that a section lists, and that another part names by its code. */
export type NamedThing = { readonly id: string; readonly name: Bilingual };

/** The things of a list as they hold at a place (the zones, say); what ships until that is read. */
export function useThings(
	nodeId: string,
	{ section, list }: { readonly section: SectionId; readonly list: string },
	enabled = true,
): readonly NamedThing[] {
	const { data } = useRead(SECTION_AT, { params: { nodeId, section } }, { enabled });
	return thingsIn(data?.value ?? sectionOf(section).shipped, list);
}

/** The things with a code and a name that a section's value has in one of its lists. */
export function thingsIn(value: unknown, list: string): readonly NamedThing[] {
	const things = (value as Readonly<Record<string, unknown>> | null)?.[list];
	return Array.isArray(things) ? things.filter(isNamed) : [];
}

function isNamed(thing: unknown): thing is NamedThing {
	return typeof thing === "object" && thing !== null && "id" in thing && "name" in thing && isBilingual(thing.name);
}

export function isBilingual(value: unknown): value is Bilingual {
	return typeof value === "object" && value !== null && "zh" in value && "en" in value;
}
