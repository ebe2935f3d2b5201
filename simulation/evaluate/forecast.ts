import { dateOf, weekdayOf } from "../../rules/calendar/calendar-date.ts";
import { dayKindOf, isWorking } from "../../rules/calendar/day-kind.ts";
import { springFestivalNear } from "../../worker/domain/forecast/branch-calendar.ts";
import type { BranchCalendar } from "../../worker/domain/forecast/day-features.ts";
import { type DayTotal, expectedTotal, learnDays } from "../../worker/domain/forecast/day-model.ts";
import { type DayArrivals, sum } from "../../worker/domain/forecast/day-shape.ts";
import { readBankCalls, readCallCentre, readRegistrations } from "./arrival-files.ts";
import { baseline, type Evaluation, type Finding, result } from "./evaluation.ts";
import { scoreHalfHours } from "./half-hour-score.ts";

/** Weekdays at the end of the file on which F1 is judged. */
const JUDGED_WEEKDAYS = 40;
const JUDGED_MONTH = "08";
const FRIDAY = 5;
const SATURDAY = 6;
/** Holidays that the call log says to leave out. */
const LEFT_OUT = ["03-08", "03-31", "04-01", "04-06", "04-07", "04-20", "04-21", "05-20"].map((day) => `1999-${day}`);
/** F3 is judged once a year of days is known. */
const KNOWN_DAYS = 250;
const SAME_WEEKDAYS = 4;
const CLOSURE_MIN_DAYS = 3;

/** Protocols F1, F2 and F3: half hours of a bank's calls, of a call centre, and days of a Chinese counter. */
export const forecast: Evaluation = {
	files: ["bankCalls", "calls", "registrations"],
	run: ({ text, progress }) => {
		const report = (part: number) => (done: number, total: number) => progress(part + done / total, 3);
		const calls = readBankCalls(text("bankCalls"));
		const centre = readCallCentre(text("calls"), new Set(LEFT_OUT));
		const august = centre.filter(({ day }) => dateOf(day).slice(5, 7) === JUDGED_MONTH).map(({ day }) => day);
		return [
			...scoreHalfHours(
				"F1",
				calls,
				calls.slice(-JUDGED_WEEKDAYS),
				openInFile(calls, isWeekday),
				report(0),
				[5.4, 3.4],
			),
			...scoreHalfHours(
				"F2",
				centre,
				centre.filter(({ day }) => august.includes(day)),
				openInFile(centre, isIsraeliWeekday),
				report(1),
				[19.5, 16.8],
			),
			...scoreRegistrations(readRegistrations(text("registrations")), report(2)),
		];
	},
};

function isWeekday(day: number): boolean {
	return weekdayOf(day) < SATURDAY;
}

function isIsraeliWeekday(day: number): boolean {
	return weekdayOf(day) !== FRIDAY && weekdayOf(day) !== SATURDAY;
}

/** Closed are the days of the week that are, and days that the file leaves out: of closing a branch knows beforehand. */
function openInFile(days: readonly DayArrivals[], isOpenWeekday: (day: number) => boolean): BranchCalendar {
	const listed = new Set(days.map(({ day }) => day));
	const first = days[0]?.day ?? 0;
	const last = days.at(-1)?.day ?? 0;
	const isOpen = (day: number) => isOpenWeekday(day) && (day < first || day > last || listed.has(day));
	return { isOpen, isMakeUp: () => false, festivalNear: () => null, paydays: [] };
}

/** The calendar of China as a branch's own. */
function chinaCalendar(): BranchCalendar {
	return {
		isOpen: (day) => isWorking(dayKindOf(dateOf(day))),
		isMakeUp: (day) => dayKindOf(dateOf(day)) === "make-up-workday",
		festivalNear: springFestivalNear,
		paydays: [],
	};
}

function scoreRegistrations(days: readonly DayTotal[], progress: (done: number, total: number) => void): Finding[] {
	const calendar = chinaCalendar();
	const scores = { all: [0, 0, 0], special: [0, 0, 0] };
	for (let index = KNOWN_DAYS; index < days.length; index++) {
		const known = days.slice(0, index);
		const { day = 0, total = 0 } = days[index] ?? {};
		const expected = expectedTotal(learnDays(known, calendar), day, calendar);
		const same = known.filter((each) => weekdayOf(each.day) === weekdayOf(day)).slice(-SAME_WEEKDAYS);
		const simple = sum(same.map((each) => each.total)) / Math.max(1, same.length);
		for (const score of isSpecial(day, calendar) ? [scores.all, scores.special] : [scores.all]) {
			score.push(Math.abs(expected - total), Math.abs(simple - total), total);
		}
		progress(index - KNOWN_DAYS + 1, days.length - KNOWN_DAYS);
	}
	const share = (list: readonly number[], part: number) => {
		const pick = (at: number) => sum(list.filter((_, index) => index % 3 === at));
		return (100 * pick(part)) / Math.max(1, pick(2));
	};
	return [
		result("F3, day ahead: WAPE", "%", share(scores.all, 0), { max: 15.5 }),
		baseline("F3, mean of last 4 same weekdays", "%", share(scores.all, 1)),
		result("F3, special days: WAPE", "%", share(scores.special, 0), { max: 16.5 }),
		baseline("F3, special days, mean of last 4 same weekdays", "%", share(scores.special, 1)),
	];
}

/** Make-up workdays, the day before a closure, and the first and second day after one. */
function isSpecial(day: number, { isOpen, isMakeUp }: BranchCalendar): boolean {
	const closed = (from: number, step: 1 | -1) => {
		let days = 0;
		while (!isOpen(from + step * (days + 1))) days++;
		return days;
	};
	const before = closed(day, -1);
	const isSecond = closed(day - before - 1, -1) >= CLOSURE_MIN_DAYS;
	return isMakeUp(day) || before >= CLOSURE_MIN_DAYS || isSecond || closed(day, 1) >= CLOSURE_MIN_DAYS;
}
