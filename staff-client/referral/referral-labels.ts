import type { ReasonGroup } from "../../schema/reason-code.ts";
import { REASON_CODES } from "../../schema/shipped-reason-codes.ts";
import type { Hall } from "../hall/hall.ts";

/** Which word stands for which kind of reason; a kind without a word does not compile. */
export const GROUP_WORD = {
	"large-transaction": "groupLarge",
	opening: "groupOpening",
	"business-need": "groupNeed",
	appearance: "groupAppearance",
	information: "groupInformation",
} as const satisfies Record<ReasonGroup, string>;

/** The reasons of one kind. */
export function reasonsOf(kind: ReasonGroup) {
	return REASON_CODES.filter(({ group }) => group === kind);
}

/** Those a customer can be handed to. */
export function managersOf(hall: Hall) {
	return [...hall.staff.values()].filter(({ role }) => role === "relationship-manager" || role === "marketing-manager");
}

/** Entries of a table of words, as choices. */
export function choicesOf<Id extends string, Word extends string>(
	table: Readonly<Record<Id, Word>>,
	say: (word: Word) => string,
): { readonly id: Id; readonly label: string }[] {
	return (Object.entries(table) as [Id, Word][]).map(([id, word]) => ({ id, label: say(word) }));
}
