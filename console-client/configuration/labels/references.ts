import type { SectionId } from "../../../schema/configuration/sections.ts";

/** A list of things with names, by whose codes another part speaks of them. */
export type ListOfThings = { readonly section: SectionId; readonly list: string };

const ZONES: ListOfThings = { section: "counters", list: "zones" };
const SERVICES: ListOfThings = { section: "services", list: "services" };
const CLASSES: ListOfThings = { section: "dispatch", list: "classes" };

/** Which parts of a section are the code of something that has a name elsewhere, by the part's path. */
const REFERENCES: Partial<Record<SectionId, Readonly<Record<string, ListOfThings>>>> = {
	counters: { "counters.zone": ZONES, "counters.modes.services": SERVICES },
	dispatch: { defaultClass: CLASSES, appointmentClass: CLASSES },
	prompts: { "services.id": SERVICES },
	notices: { "notices.zone": ZONES },
};

/** What the parts of a section name, by their paths. */
export function referencesOf(section: SectionId): Readonly<Record<string, ListOfThings>> {
	return REFERENCES[section] ?? {};
}

/** The list whose things a part names; undefined where it names none. */
export function referenceAt(section: SectionId, path: string): ListOfThings | undefined {
	return referencesOf(section)[path];
}

/** The lists of other sections that a section names things of; none names those of more than one. */
export function otherListOf(section: SectionId): ListOfThings | undefined {
	return Object.values(referencesOf(section)).find((each) => each.section !== section);
}
