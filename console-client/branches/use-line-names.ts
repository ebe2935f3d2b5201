import { useCallback } from "react";
import { useRead } from "../data/use-read.ts";
import { useWords } from "../words/words.ts";

const CONFIGURATION = { name: "configuration", method: "GET", path: "/branches/:branchId/configuration" } as const;

/** Names what a report line stands for: a service, class or counter of the branch; else its id. */
export function useLineNames(branchId: string): (id: string) => string {
	const { name } = useWords();
	const { data } = useRead(CONFIGURATION, { params: { branchId } });
	return useCallback(
		(id) => {
			const service = data?.services.find((each) => each.id === id);
			const known = service ?? data?.dispatch.classes.find((each) => each.id === id);
			if (known !== undefined) return name(known.name);
			const counter = data?.counters.find((each) => each.id === id);
			return counter === undefined ? id : name(counter.label);
		},
		[data, name],
	);
}
