import type { Calendar } from "../../hall/calendar.ts";
import type { Bilingual } from "../../ids.ts";

const name = (zh: string, en: string): Bilingual => ({ zh, en });

const WEEKDAY = { opensAt: "09:00", closesAt: "17:00", firstTicketAt: "08:45", lastTicketAt: "16:50" };
const WEEKEND = { opensAt: "09:30", closesAt: "16:00", firstTicketAt: "09:15", lastTicketAt: "15:50" };

/** What ships: open every day, shorter at weekends, closed on the first days of the year. */
export const SHIPPED_CALENDAR: Calendar = {
	week: [WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKEND, WEEKEND],
	exceptions: [
		{ date: "2027-01-01", hours: null, name: name("元旦", "New Year's Day") },
		{ date: "2027-02-06", hours: null, name: name("春节", "Spring Festival") },
		{ date: "2027-02-07", hours: null, name: name("春节", "Spring Festival") },
	],
};
