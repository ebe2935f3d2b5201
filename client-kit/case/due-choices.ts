import { localDay } from "../language/format.ts";
import { daysLater, momentOf } from "../time/local-time.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** "Within an hour" is rounded up to whole steps of this length. */
const STEP_MS = 5 * MINUTE_MS;
const TOMORROW_AT = "10:00";

export type DueChoice = { readonly id: "closing" | "hour" | "tomorrow"; readonly at: number };

/**
 * The due times that people choose without typing, branch time: before the branch closes today, when that is still to come; within
 * an hour; tomorrow morning. The first one counts when nobody chooses.
 */
export function dueChoices(now: number, closesAt: number | null, timeZone: string): readonly DueChoice[] {
	const tomorrow = momentOf(`${daysLater(localDay(now, timeZone), 1)}T${TOMORROW_AT}`, timeZone);
	return [
		...(closesAt !== null && closesAt > now + STEP_MS ? [{ id: "closing" as const, at: closesAt }] : []),
		{ id: "hour", at: Math.ceil((now + HOUR_MS) / STEP_MS) * STEP_MS },
		...(tomorrow === null ? [] : [{ id: "tomorrow" as const, at: tomorrow }]),
	];
}
