import { dateOf, dayNumber } from "../../../rules/calendar/calendar-date.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Zones differ from UTC by quarters of an hour, and change by them. */
const QUARTER_MS = 900_000;
/** Quarters of a zone whose offset is known: some days of one branch. The platform takes a hundred times as long to say it. */
const QUARTERS_MAX = 1_000;
/** `GMT+08:00`, `GMT`, and with seconds for times before zones were agreed on. */
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant. Throws `RangeError` for no zone. */
function offsetAt(timeZone: string, at: number): number {
	const ofZone = quartersOf(timeZone);
	const quarter = Math.floor(at / QUARTER_MS);
	const known = ofZone.get(quarter);
	if (known !== undefined) return known;
	const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(formatOf(timeZone).format(at)) ?? [];
	const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * SECOND_MS;
	const offset = sign === "-" ? -ahead : ahead;
	ofZone.set(quarter, offset);
	return offset;
}

/** The local calendar day of an instant: `YYYY-MM-DD`. */
export function localDate(timeZone: string, at: number): string {
	return dateOf(Math.floor((at + offsetAt(timeZone, at)) / DAY_MS));
}

/** Minutes since local midnight that a clock on the wall shows at an instant. */
export function localMinutes(timeZone: string, at: number): number {
	const local = at + offsetAt(timeZone, at);
	return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/**
 * The instant at which a clock on the wall shows so many minutes after midnight of a day; 1,440 is the midnight that ends it. A time that comes
 * twice is the first of both, one that is left out is as late after the gap as it is after its beginning (`compatible` in Temporal).
 */
export function instantAt(date: string, minutes: number, timeZone: string): number {
	const local = dayNumber(date) * DAY_MS + minutes * MINUTE_MS;
	const byOffsetBefore = local - offsetAt(timeZone, local - DAY_MS);
	const byOffsetAfter = local - offsetAt(timeZone, local + DAY_MS);
	const isShown = (at: number) => at + offsetAt(timeZone, at) === local;
	return !isShown(byOffsetBefore) && isShown(byOffsetAfter) ? byOffsetAfter : byOffsetBefore;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known !== undefined) return known;
	const made = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
	formats.set(timeZone, made);
	return made;
}

function quartersOf(timeZone: string): Map<number, number> {
	const known = offsets.get(timeZone);
	if (known !== undefined && known.size < QUARTERS_MAX) return known;
	const made = new Map<number, number>();
	offsets.set(timeZone, made);
	return made;
}
