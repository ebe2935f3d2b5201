import { createContext, type ReactNode, useCallback, useContext } from "react";
import type { SectionId } from "../../schema/configuration/sections.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { otherListOf, referenceAt } from "./labels/references.ts";
import { type NamedThing, thingsIn, useThings } from "./labels/use-things.ts";

/** What something is called that a part of the section at `path` names by its code; undefined: it has no name there. */
type NameOf = (path: string, id: string) => Bilingual | undefined;

const NameContext = createContext<NameOf>(() => undefined);
const NO_LIST = { section: "services", list: "services" } as const;

/** Below it, what a section at a place names by its code is called by its name. */
export function ThingNames(props: {
	readonly nodeId: string;
	readonly section: SectionId;
	/** As it holds, or what is drafted of it; what is not in it has the name that it has further out. */
	readonly value: unknown;
	readonly children: ReactNode;
}) {
	const { nodeId, section, value } = props;
	const list = otherListOf(section);
	const outer = useContext(NameContext);
	const others = useThings(nodeId, list ?? NO_LIST, list !== undefined);
	const nameOf = useCallback<NameOf>(
		(path, id) => {
			const reference = referenceAt(section, path);
			if (reference === undefined) return undefined;
			const things: readonly NamedThing[] = reference.section === section ? thingsIn(value, reference.list) : others;
			return things.find((each) => each.id === id)?.name ?? outer(path, id);
		},
		[section, value, others, outer],
	);
	return <NameContext value={nameOf}>{props.children}</NameContext>;
}

/** As `ThingNames` above it says. */
export function useThingName(): NameOf {
	return useContext(NameContext);
}
