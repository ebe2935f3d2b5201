import { useMemo } from "react";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import { otherListOf, referencesOf } from "../labels/references.ts";
import { type NamedThing, thingsIn, useThings } from "../labels/use-things.ts";

const NO_LIST = { section: "services", list: "services" } as const;

/** What each part of a draft may name, by its path: things of the draft itself, or of the section that has them. */
export function useChoices(
	nodeId: string,
	section: SectionId,
	value: unknown,
): (path: string) => readonly NamedThing[] | undefined {
	const list = otherListOf(section);
	const others = useThings(nodeId, list ?? NO_LIST, list !== undefined);
	const choices = Object.entries(referencesOf(section)).map(([path, of]) => [
		path,
		withUnknown(of.section === section ? thingsIn(value, of.list) : others, valuesAt(value, path)),
	]);
	// The form is made anew when what may be chosen has changed, not with each letter.
	const told = JSON.stringify(Object.fromEntries(choices));
	return useMemo(() => {
		const byPath = JSON.parse(told) as Readonly<Record<string, readonly NamedThing[]>>;
		return (path) => byPath[path];
	}, [told]);
}

/** What a draft names and nobody knows stays as it is, by its code. */
function withUnknown(things: readonly NamedThing[], named: readonly string[]): readonly NamedThing[] {
	const unknown = [...new Set(named)].filter((id) => !things.some((each) => each.id === id));
	return [...things, ...unknown.map((id) => ({ id, name: { zh: id, en: id } }))];
}

/** The texts that a value has at a path, through its lists. */
function valuesAt(value: unknown, path: string): readonly string[] {
	let found: unknown[] = [value];
	for (const part of path.split(".")) {
		found = found.flatMap((each) => (each as Readonly<Record<string, unknown>> | undefined)?.[part] ?? []);
	}
	return found.filter((each) => typeof each === "string");
}
