import { nameAndNumber } from "../../client-kit/name-and-number.ts";
import type { Hall } from "../hall/hall.ts";
import type { Words } from "./words.ts";

type Naming = Pick<Words, "name" | "locale">;

/** A colleague's name, with the staff number where a namesake works here too; for whom the branch does not know, the number. */
export function staffName(hall: Pick<Hall, "staff">, staffId: string, { name, locale }: Naming): string {
	const person = hall.staff.get(staffId);
	if (person === undefined) return staffId;
	const own = name(person.name);
	const hasNamesake = [...hall.staff.values()].some((other) => other.id !== staffId && name(other.name) === own);
	return hasNamesake ? nameAndNumber(own, staffId, locale) : own;
}

/** The same with the staff number always: before something is done to them that they would have to undo. */
export function staffNameAndNumber(hall: Pick<Hall, "staff">, staffId: string, { name, locale }: Naming): string {
	const person = hall.staff.get(staffId);
	return person === undefined ? staffId : nameAndNumber(name(person.name), staffId, locale);
}
