/**
 * `node scripts/write-calendar.ts [--check]`: writes the holidays that the package chinese-days holds as the data the bank reads. Run
 * it when a new version of the package holds another year; with `--check` it fails when the file is not what the package says.
 */
import { readFileSync, writeFileSync } from "node:fs";
import chineseDays from "chinese-days";
import { dateOf, dayNumber, weekdayOf } from "../rules/calendar/calendar-date.ts";

const FILE = "rules/calendar/china-calendar.ts";
const YEARS = { first: 2010, last: 2026 };
const FRIDAY = 5;
const LUNAR_HOLIDAYS = ["1-1", "1-2", "5-5", "8-15"];
const SOLAR_HOLIDAYS = ["01-01", "05-01", "10-01", "10-02", "10-03"];
/** Until this year New Year's Eve by the moon was statutory and the third day of the lunar year was not. */
const EVE_UNTIL = 2013;
/** Since this year New Year's Eve by the moon and 2 May are statutory too. */
const ENLARGED_SINCE = 2025;

const lines: string[] = [];
for (let year = YEARS.first; year <= YEARS.last; year++) {
	const statutory: string[] = [];
	const off: string[] = [];
	const makeUp: string[] = [];
	for (let at = dayNumber(`${year}-01-01`); at < dayNumber(`${year + 1}-01-01`); at++) {
		const date = dateOf(at);
		const day = date.slice(5);
		const isWeekend = weekdayOf(at) > FRIDAY;
		if (isStatutory(date)) statutory.push(day);
		else if (chineseDays.isHoliday(date) && !isWeekend) off.push(day);
		else if (chineseDays.isWorkday(date) && isWeekend) makeUp.push(day);
	}
	const [festivals, daysOff, workdays] = [statutory, off, makeUp].map((days) => JSON.stringify(days.join(" ")));
	lines.push(`\t${year}: {\n\t\tstatutory: ${festivals},\n\t\toff: ${daysOff},\n\t\tmakeUp: ${workdays},\n\t},`);
}

const text = `/**
 * One year, each day \`MM-DD\` with a blank between: holidays by law, further weekdays off that go with them, and weekend days worked instead (调休). A year
 * that is not here has its weekends alone, and somebody is told that its holidays are missing.
 */
export type CalendarYear = { readonly statutory: string; readonly off: string; readonly makeUp: string };

/** The holidays of China by year. Written by \`node scripts/write-calendar.ts\` from the package chinese-days (MIT licence). */
export const CHINA_CALENDAR: Readonly<Record<string, CalendarYear>> = {
${lines.join("\n")}
};
`;
if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (readFileSync(FILE, "utf8") !== text) {
	console.error(`${FILE} is not what chinese-days says: node scripts/write-calendar.ts`);
	process.exit(1);
}
console.log(`calendar: ${YEARS.first} to ${YEARS.last}`);

function isStatutory(date: string): boolean {
	const year = Number(date.slice(0, 4));
	const day = date.slice(5);
	if (SOLAR_HOLIDAYS.includes(day) || (year >= ENLARGED_SINCE && day === "05-02")) return true;
	if (date === chineseDays.getSolarTermDate(year, 4, "pure_brightness")) return true;
	const isEveOff = year <= EVE_UNTIL || year >= ENLARGED_SINCE;
	if (isEveOff && lunarDay(dateOf(dayNumber(date) + 1)) === "1-1") return true;
	return LUNAR_HOLIDAYS.includes(lunarDay(date)) || (year > EVE_UNTIL && lunarDay(date) === "1-3");
}

function lunarDay(date: string): string {
	const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date);
	return isLeap ? "" : `${lunarMon}-${lunarDay}`;
}
