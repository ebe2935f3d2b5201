import { CASE_OWNERS } from "../../rules/routes/case.ts";
import type { Output } from "../../schema/endpoint/api.ts";
import { useRead } from "../data/use-read.ts";
import { staffInWords } from "../parts/staff-in-words.ts";
import { useWords } from "../words/words.ts";

export type Owners = {
	readonly people: Output<"caseOwners">["rows"];
	/** A person's name and number; the number alone for whoever no longer works there. */
	nameOf(staffId: string): string;
};

/** Whom a case of a branch may be given to, and what its people are called. */
export function useOwners(branchId: string): Owners {
	const words = useWords();
	const { data } = useRead(CASE_OWNERS, { params: { branchId } });
	const people = data?.rows ?? [];
	const nameOf = (staffId: string) =>
		staffInWords(staffId, people.find(({ id }) => id === staffId)?.name ?? null, words);
	return { people, nameOf };
}
