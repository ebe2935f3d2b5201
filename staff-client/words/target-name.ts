import type { Hall, HallTicket } from "../hall/hall.ts";
import { staffName } from "./staff-name.ts";
import type { Words } from "./words.ts";

/** Whom a transferred ticket is for: a counter or a person; undefined: anybody able. */
export function targetName(hall: Hall, { target }: HallTicket, words: Words): string | undefined {
	if (target === undefined) return undefined;
	if (target.kind === "staff") return staffName(hall, target.staffId, words);
	const counter = hall.counters.get(target.counterId);
	return counter && words.name(counter.label);
}
