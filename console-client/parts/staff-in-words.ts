import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { Words } from "../words/words.ts";

export type Naming = Pick<Words, "name" | "locale">;

/** A member of staff on a record, by name and number; by number alone when the name is not known; a dash for nobody. */
export function staffInWords(staffId: string | null, known: Bilingual | null, { name, locale }: Naming): string {
	if (staffId === null) return "—";
	return known === null ? staffId : nameAndNumber(name(known), staffId, locale);
}
