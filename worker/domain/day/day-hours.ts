import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchEvent, LaterTime } from "../../../schema/hall/event.ts";
import type { BranchState, DayState } from "../hall/branch-state.ts";
import { businessDayAt, dayOn } from "./business-day.ts";

/** What a new configuration does to today's times at once, and what of it waits for the next business day. */
type TimesOfToday = { readonly events: readonly BranchEvent[]; readonly later: LaterTime[] };

/** An open day takes new hours at once, in the zone of time it began in; a closed one stays what it was. */
export function timesOfToday(state: BranchState, configuration: BranchConfiguration, now: number): TimesOfToday {
	const { day, configuration: before } = state;
	if (day === null || before === null) return { events: [], later: [] };
	const timeZone = day.timeZone ?? before.timeZone;
	if (day.status === "closed" && businessDayAt(timeZone, now) > day.businessDay) return { events: [], later: [] };
	const later: LaterTime[] = configuration.timeZone === timeZone ? [] : ["time-zone"];
	const planned = dayOn({ ...before, timeZone }, day.businessDay);
	const isMoved = JSON.stringify(planned) !== JSON.stringify(dayOn({ ...configuration, timeZone }, day.businessDay));
	if (day.status === "closed") return { events: [], later: isMoved ? ["hours", ...later] : later };
	if (!isMoved && (later.length === 0 || day.timeZone !== undefined)) return { events: [], later };
	const { status: _, rollsOver: _never, ...hours } = day;
	const next = isMoved ? movedHours(day, { ...configuration, timeZone }, now) : hours;
	return { events: [{ type: "day-hours-changed", ...next, timeZone }], later };
}

/** On a day that is closed by the new hours, the last number has been given, and who is in the hall is still served. */
function movedHours(day: DayState, configuration: BranchConfiguration, now: number) {
	const moved = dayOn(configuration, day.businessDay, now);
	if (moved !== null) return moved;
	const { status: _, rollsOver: _never, ...hours } = day;
	const closesItselfAt = Math.min(now + configuration.limits.closeAfterMs, day.endsAt);
	return {
		...hours,
		closesAt: Math.min(day.closesAt, now),
		lastTicketAt: Math.min(day.lastTicketAt, now),
		closesItselfAt,
		closesAtLatestAt: Math.max(closesItselfAt, day.closesAtLatestAt ?? 0),
	};
}
