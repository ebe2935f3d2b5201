import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { Words } from "../words/words.ts";

export type Naming = Pick<Words, "name" | "locale">;

/** Somebody on a record, by name and number: namesakes are told apart, and a number nobody knows by heart has a name. */
export function staffInWords(staffId: string | null, known: Bilingual | null, { name, locale }: Naming): string {
	if (staffId === null) return "—";
	return known === null ? staffId : nameAndNumber(name(known), staffId, locale);
}
