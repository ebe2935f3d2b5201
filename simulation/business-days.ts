import type { BranchConfiguration } from "../schema/hall/configuration.ts";
import { dayAt } from "../worker/domain/day/business-day.ts";
import { DAY_MS, type RecordedDay } from "./recorded-day.ts";

/** One day of a branch's calendar; instants are epoch milliseconds. */
export type OpeningDay = NonNullable<ReturnType<typeof dayAt>>;

/** How far a search through a calendar goes before it gives up. */
const SEARCH_MAX_DAYS = 60;
/** A replay begins this long before its first customer. */
export const BEGINS_EARLY_MS = 300_000;

/** When the replay of a recording on this day begins. */
export function beginningOf(day: OpeningDay, recorded: RecordedDay): number {
	const firstMs = recorded.visits[0]?.arrivalMs ?? 0;
	return Math.max(day.startsAt, day.startsAt + firstMs - BEGINS_EARLY_MS);
}

/**
 * The first day a recording can be played on: begun at or after `from`, later than the business day `after`, and with
 * hours that hold the whole recording; when no day of the calendar does, the first one that is long enough for most of
 * it. Null when the branch is never open.
 */
export function dayForReplay(
	configuration: BranchConfiguration,
	recorded: RecordedDay,
	from: number,
	after: string | null,
): OpeningDay | null {
	let best: { readonly day: OpeningDay; readonly share: number } | null = null;
	for (let days = 0; days <= SEARCH_MAX_DAYS; days++) {
		const day = dayAt(configuration, from + days * DAY_MS);
		if (day === null || beginningOf(day, recorded) < from || (after !== null && day.businessDay <= after)) continue;
		const share = shareWithin(day, recorded);
		if (share === 1) return day;
		if (share > (best?.share ?? 0)) best = { day, share };
	}
	return best?.day ?? null;
}

/** The latest day before `before` whose hours hold the whole recording; null when there is none. */
export function dayBefore(
	configuration: BranchConfiguration,
	recorded: RecordedDay,
	before: number,
): OpeningDay | null {
	for (let days = 1; days <= SEARCH_MAX_DAYS; days++) {
		const day = dayAt(configuration, before - days * DAY_MS);
		if (day !== null && shareWithin(day, recorded) === 1) return day;
	}
	return null;
}

function shareWithin(day: OpeningDay, recorded: RecordedDay): number {
	const within = recorded.visits.filter(({ arrivalMs }) => {
		const at = day.startsAt + arrivalMs;
		return at >= day.firstTicketAt && at < day.lastTicketAt;
	});
	return within.length / Math.max(1, recorded.visits.length);
}
