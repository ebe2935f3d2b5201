import type { DayHours } from "../../schema/hall/calendar.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";

/** The hours of one day as they are typed. */
export type TypedHours = {
	readonly isOpen: boolean;
	readonly opensAt: string;
	readonly closesAt: string;
	readonly lastTicketAt: string;
};

const NAME = { zh: "当日调整", en: "Changed for the day" };
const USUAL: DayHours = { opensAt: "09:00", closesAt: "17:00" };
const DAYS_A_WEEK = 7;

/** What the calendar says of a day (`YYYY-MM-DD`); null: closed. */
function plannedOn({ calendar }: BranchConfiguration, day: string): DayHours | null {
	const exception = namedOn(calendar, day);
	if (exception !== undefined) return exception.hours;
	const fromMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
	return calendar.week[fromMonday] ?? null;
}

/** What the form begins with. */
export function hoursOfDay(configuration: BranchConfiguration, day: string): TypedHours {
	const planned = plannedOn(configuration, day);
	const { opensAt, closesAt, lastTicketAt = closesAt } = planned ?? USUAL;
	return { isOpen: planned !== null, opensAt, closesAt, lastTicketAt };
}

/** The configuration with other hours on that one day, by hand, so that a published calendar stays as it is; the first ticket stays as early as it was while the door opens alike. */
export function withHoursOn(configuration: BranchConfiguration, day: string, typed: TypedHours): BranchConfiguration {
	const { calendar } = configuration;
	const planned = plannedOn(configuration, day);
	const known = namedOn(calendar, day);
	const { opensAt, closesAt, lastTicketAt } = typed;
	const first = planned?.opensAt === opensAt ? planned.firstTicketAt : undefined;
	const hours = { opensAt, closesAt, lastTicketAt, ...(first === undefined ? {} : { firstTicketAt: first }) };
	const exception = { date: day, hours: typed.isOpen ? hours : null, name: known?.name ?? NAME };
	const others = (calendar.byHand ?? []).filter(({ date }) => date > day);
	return { ...configuration, calendar: { ...calendar, byHand: [...others, exception] } };
}

function namedOn({ byHand = [], exceptions }: BranchConfiguration["calendar"], day: string) {
	return [...byHand, ...exceptions].find(({ date }) => date === day);
}
