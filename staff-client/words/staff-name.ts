import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { Hall } from "../hall/hall.ts";
import type { Words } from "./words.ts";

type Naming = Pick<Words, "name" | "locale">;

/**
 * A colleague's name, with the staff number where a namesake works here too. Whom the branch does not know (any more) has
 * both where the bank knows the name, else the number.
 */
export function staffName(
	hall: Pick<Hall, "staff">,
	staffId: string,
	{ name, locale }: Naming,
	known: Bilingual | null = null,
): string {
	const person = hall.staff.get(staffId);
	if (person === undefined) return known === null ? staffId : nameAndNumber(name(known), staffId, locale);
	const own = name(person.name);
	const hasNamesake = [...hall.staff.values()].some((other) => other.id !== staffId && name(other.name) === own);
	return hasNamesake ? nameAndNumber(own, staffId, locale) : own;
}

/** The same with the staff number always: before something is done to them that they would have to undo. */
export function staffNameAndNumber(hall: Pick<Hall, "staff">, staffId: string, { name, locale }: Naming): string {
	const person = hall.staff.get(staffId);
	return person === undefined ? staffId : nameAndNumber(name(person.name), staffId, locale);
}
