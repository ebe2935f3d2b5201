import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { businessDayAt, dayAfter, dayOn } from "./business-day.ts";

/** Farther than any limit that counts opening hours; a branch that stays closed so long is beyond them. */
const DAYS_MAX = 60;

/** When a branch will have been open for so long since a moment, by its calendar. Epoch milliseconds. */
export function afterOpenTime(configuration: BranchConfiguration, from: number, openMs: number): number {
	let left = openMs;
	let businessDay = businessDayAt(configuration.timeZone, from);
	for (let days = 0; days < DAYS_MAX; days++) {
		const day = dayOn(configuration, businessDay);
		const begin = Math.max(from, day?.opensAt ?? from);
		const open = Math.max(0, (day?.closesAt ?? from) - begin);
		if (left <= open) return begin + left;
		left -= open;
		businessDay = dayAfter(businessDay);
	}
	return from + openMs;
}
