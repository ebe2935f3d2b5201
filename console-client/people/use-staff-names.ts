import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { CASE_OWNERS } from "../../rules/routes/case.ts";
import { PEOPLE } from "../../rules/routes/people.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { ask } from "../data/ask.ts";
import { useMe } from "../frame/me.ts";
import { staffInWords } from "../parts/staff-in-words.ts";
import { useWords } from "../words/words.ts";

/** Numbers that begin alike, and names that hold the number. */
const FOUND_MAX = 50;
/** Of more branches the people are not asked for: whoever is unknown then is told by number. */
const BRANCHES_MAX = 20;
/** Who somebody is changes seldom. */
const FRESH_MS = 600_000;

type Known = readonly (readonly [staffId: string, name: Bilingual])[];

/**
 * Says who people on record are, by name and number: by number alone whom neither the books that this person may read nor these
 * branches know.
 */
export function useStaffNames(
	staffIds: readonly (string | null)[],
	branchIds: readonly string[] = [],
): (staffId: string | null) => string {
	const words = useWords();
	const { session, staffId: own } = useMe();
	const others = [...new Set(staffIds)].filter((id) => id !== null).filter((id) => id !== own);
	const books = useBooks(others);
	const isAnybodyUnknown = books !== null && others.some((id) => !books.some(([known]) => known === id));
	const branches = useStaffOf(isAnybodyUnknown ? [...new Set(branchIds)] : []);
	const names = useMemo(() => {
		const { holder } = session;
		const me: Known = holder.kind === "staff" ? [[holder.staffId, holder.name]] : [];
		return new Map<string, Bilingual>([...branches, ...(books ?? []), ...me]);
	}, [books, branches, session]);
	return (staffId) => staffInWords(staffId, staffId === null ? null : (names.get(staffId) ?? null), words);
}

/** Whom the bank's books know of these; they are searched for, so that whoever is not found is no error. Null until all are answered. */
function useBooks(staffIds: readonly string[]): Known | null {
	const { may } = useMe();
	return useQueries({
		queries: (may("person.read") ? staffIds : []).map((staffId) => ({
			queryKey: [PEOPLE.name, "called", staffId],
			queryFn: async (): Promise<Known> => {
				const { rows } = await ask(PEOPLE, { query: { text: staffId, limit: FOUND_MAX } });
				return rows.filter((person) => person.staffId === staffId).map(({ name }) => [staffId, name]);
			},
			staleTime: FRESH_MS,
		})),
		combine: (results) =>
			results.some(({ isPending }) => isPending) ? null : results.flatMap(({ data }) => data ?? []),
	});
}

/** Who works at these branches, as each of them has it of the books. */
function useStaffOf(branchIds: readonly string[]): Known {
	const { may } = useMe();
	return useQueries({
		queries: branchIds
			.filter((branchId) => may("case.work", branchId))
			.slice(0, BRANCHES_MAX)
			.map((branchId) => ({
				queryKey: [CASE_OWNERS.name, "called", branchId],
				queryFn: async (): Promise<Known> => {
					const { rows } = await ask(CASE_OWNERS, { params: { branchId } });
					return rows.map(({ id, name }) => [id, name]);
				},
				staleTime: FRESH_MS,
			})),
		combine: (results) => results.flatMap(({ data }) => data ?? []),
	});
}
