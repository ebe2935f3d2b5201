import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { PEOPLE } from "../../rules/routes/people.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { ask } from "../data/ask.ts";
import { useMe } from "../frame/me.ts";
import { staffInWords } from "../parts/staff-in-words.ts";
import { useWords } from "../words/words.ts";

/** Numbers that begin alike, and names that hold the number. */
const FOUND_MAX = 50;
/** Who somebody is changes seldom. */
const FRESH_MS = 600_000;

/**
 * Says who people on record are, by name and number; by number alone whom this person may not look up, or who is not in the books.
 * They are searched for and not asked for one by one: whoever is not found is no error.
 */
export function useStaffNames(staffIds: readonly (string | null)[]): (staffId: string | null) => string {
	const words = useWords();
	const { may, session, staffId: own } = useMe();
	const others = [...new Set(staffIds)].filter((id) => id !== null).filter((id) => id !== own);
	const found = useQueries({
		queries: (may("person.read") ? others : []).map((staffId) => ({
			queryKey: [PEOPLE.name, "called", staffId],
			queryFn: async () => {
				const { rows } = await ask(PEOPLE, { query: { text: staffId, limit: FOUND_MAX } });
				return { staffId, name: rows.find((person) => person.staffId === staffId)?.name ?? null };
			},
			staleTime: FRESH_MS,
		})),
		combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
	});
	const names = useMemo(() => {
		const { holder } = session;
		const me = holder.kind === "staff" ? [[holder.staffId, holder.name] as const] : [];
		return new Map<string, Bilingual | null>([...found.map(({ staffId, name }) => [staffId, name] as const), ...me]);
	}, [found, session]);
	return (staffId) => staffInWords(staffId, staffId === null ? null : (names.get(staffId) ?? null), words);
}
