import * as z from "zod";
import { Bilingual, BusinessDay } from "../ids.ts";

const BY_HAND_MAX = 40;

/** Local wall-clock time, `HH:MM`; `24:00` is the end of the day. */
export const LOCAL_TIME_FORM = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
export const LocalTime = z.string().regex(LOCAL_TIME_FORM);

/** Tickets are issued from `firstTicketAt` to `lastTicketAt`; both default to the opening hours. */
export const DayHours = z.strictObject({
	opensAt: LocalTime,
	closesAt: LocalTime,
	firstTicketAt: LocalTime.optional(),
	lastTicketAt: LocalTime.optional(),
});
export type DayHours = z.infer<typeof DayHours>;

const Exception = z.strictObject({ date: BusinessDay, hours: DayHours.nullable(), name: Bilingual });

/** Seven days from Monday to Sunday (null: closed), and dated exceptions: holidays and make-up workdays. */
export const Calendar = z.strictObject({
	week: z.array(DayHours.nullable()).length(7),
	exceptions: z.array(Exception).max(400),
	/** Days changed by hand at this branch, which come before everything else that is said of them. */
	byHand: z.array(Exception).max(BY_HAND_MAX).optional(),
	/** Days of the month on which salaries and pensions are paid here. Absent: the 10th and the 15th. */
	paydays: z.array(z.number().int().min(1).max(31)).max(31).optional(),
	/** Days on which other numbers come than usual (a market, pensions paid early): how many times as many. */
	specialDays: z
		.array(z.strictObject({ date: BusinessDay, times: z.number().min(0.1).max(5), name: Bilingual }))
		.max(100)
		.optional(),
});
export type Calendar = z.infer<typeof Calendar>;

type Fault = { readonly path: (string | number)[]; readonly message: string };

/** What contradicts itself in a calendar. */
export function calendarFaults({ week, exceptions, byHand = [], specialDays = [] }: Calendar): Fault[] {
	const faults = week.flatMap((hours, index) => hoursFaults(hours, ["week", index]));
	for (const [name, days] of Object.entries({ exceptions, byHand })) {
		faults.push(...days.flatMap(({ hours }, index) => hoursFaults(hours, [name, index, "hours"])));
	}
	for (const [name, days] of Object.entries({ exceptions, byHand, specialDays })) {
		const dates = days.map(({ date }) => date);
		for (const [index, date] of dates.entries()) {
			if (dates.indexOf(date) < index)
				faults.push({ path: [name, index, "date"], message: `${date} stands here twice` });
		}
	}
	return faults;
}

/** Numbers may be given before the door opens, as many branches do, but never after it closes. */
function hoursFaults(hours: DayHours | null, path: (string | number)[]): Fault[] {
	if (hours === null) return [];
	const { opensAt, closesAt, firstTicketAt = opensAt, lastTicketAt = closesAt } = hours;
	if (opensAt >= closesAt) return [{ path, message: "a day must open before it closes" }];
	const faults: Fault[] = [];
	if (firstTicketAt >= lastTicketAt)
		faults.push({ path: [...path, "firstTicketAt"], message: "the first ticket must be before the last one" });
	if (lastTicketAt > closesAt)
		faults.push({ path: [...path, "lastTicketAt"], message: "the last ticket must not be after closing time" });
	return faults;
}
