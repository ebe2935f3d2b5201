const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** What is written in seconds. */
const SHORT = ["everyMs", "offerRingsMs", "uncoveredAfterMs"] as const;

/** Times are kept in milliseconds and written in minutes, short ones in seconds: as the label of the field says. */
function unitOf(field: string): number {
	if (!field.endsWith("Ms")) return 1;
	return SHORT.some((name) => field.endsWith(name)) ? SECOND_MS : MINUTE_MS;
}

/** A kept figure as it is written. */
export function shownUnits(field: string, value: number): number {
	return value / unitOf(field);
}

/** A written figure as it is kept, in whole milliseconds. */
export function keptUnits(field: string, shown: number): number {
	return Math.round(shown * unitOf(field));
}
