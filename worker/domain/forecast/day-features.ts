import { dateOf, weekdayOf } from "../../../rules/calendar/calendar-date.ts";

/** What is known beforehand of the days of a branch; days are numbers since 1970. */
export type BranchCalendar = {
	readonly isOpen: (day: number) => boolean;
	readonly isMakeUp: (day: number) => boolean;
	/** The first day of the Spring Festival nearest to this day; null where it is not kept. */
	readonly festivalNear: (day: number) => number | null;
	/** Days of the month on which salaries or pensions are paid here. */
	readonly paydays: readonly number[];
};

/** The first days of the month on which the branch is open, and the last. */
const MONTH_EDGE = 3;
/** A weekend and a day more. */
const CLOSURE_MIN_DAYS = 3;
const LONG_CLOSURE_MIN_DAYS = 6;
/** No branch is closed longer; further on nobody looks. */
const SEARCH_MAX_DAYS = 40;
/** Days from the Spring Festival, negative before it. */
const FESTIVAL_BANDS: readonly (readonly [from: number, to: number])[] = [
	[-21, -15],
	[-14, -8],
	[-7, -1],
	[0, 9],
	[10, 16],
	[17, 24],
];
const YEAR_DAYS = 365.25;

export const FEATURES = [
	"always",
	...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "make-up"],
	...["first", "second", "third", "last", "second-last", "third-last"],
	...["payday", "day-after-payday"],
	...[
		"after-closure",
		"second-after-closure",
		"eve-of-closure",
		"after-long-closure",
		"second-after-long",
		"after-gap",
	],
	...FESTIVAL_BANDS.map(([from, to]) => `festival ${from} to ${to}`),
	...["year-sine", "year-cosine", "half-year-sine", "half-year-cosine"],
	...["early-month", "mid-month"],
	...["new-year", "new-year-later", "eve-of-long-closure", "before-long-closure"],
] as const;

/** How strongly each feature is held back towards 0: the base hardly, seasons most. */
export const PENALTIES: readonly number[] = FEATURES.map((name) => {
	if (name === "always") return 1e-3;
	return name.includes("year-") ? 4 : 1;
});

/** By calendar and day: whoever forecasts and looks back at earlier forecasts asks for the same days again and again. */
const known = new WeakMap<BranchCalendar, Map<number, readonly number[]>>();

/** What sets this day apart from others, in the order of `FEATURES`. */
export function featuresOf(day: number, calendar: BranchCalendar): readonly number[] {
	const days = known.get(calendar) ?? new Map<number, readonly number[]>();
	known.set(calendar, days);
	const features = days.get(day) ?? madeFeatures(day, calendar);
	days.set(day, features);
	return features;
}

function madeFeatures(day: number, calendar: BranchCalendar): number[] {
	const isMakeUp = calendar.isMakeUp(day);
	const weekday = weekdayOf(day);
	const before = closedBefore(day, calendar);
	const previous = day - before - 1;
	const beforePrevious = closedBefore(previous, calendar);
	const after = closedAfter(day, calendar);
	const festival = calendar.festivalNear(day);
	const distance = festival === null ? null : day - festival;
	const edges = monthEdges(day, calendar);
	const dayOfMonth = Number(dateOf(day).slice(8));
	const isJanuary = dateOf(day).slice(5, 7) === "01";
	const turn = (2 * Math.PI * day) / YEAR_DAYS;
	return [
		1,
		...[1, 2, 3, 4, 5, 6, 7].map((each) => flag(!isMakeUp && weekday === each)),
		flag(isMakeUp),
		...edges,
		flag(isPaid(day, calendar)),
		flag(!isPaid(day, calendar) && isPaid(previous, calendar)),
		flag(before >= CLOSURE_MIN_DAYS),
		flag(before < CLOSURE_MIN_DAYS && beforePrevious >= CLOSURE_MIN_DAYS),
		flag(after >= CLOSURE_MIN_DAYS),
		flag(before >= LONG_CLOSURE_MIN_DAYS),
		flag(before < CLOSURE_MIN_DAYS && beforePrevious >= LONG_CLOSURE_MIN_DAYS),
		flag(before > 0 && before < CLOSURE_MIN_DAYS && weekday !== 1 && !isMakeUp),
		...FESTIVAL_BANDS.map(([from, to]) => flag(distance !== null && distance >= from && distance <= to)),
		Math.sin(turn),
		Math.cos(turn),
		Math.sin(2 * turn),
		Math.cos(2 * turn),
		flag(dayOfMonth <= 10),
		flag(dayOfMonth > 10 && dayOfMonth <= 20),
		flag(isJanuary && dayOfMonth <= 8),
		flag(isJanuary && dayOfMonth > 8 && dayOfMonth <= 16),
		flag(after >= LONG_CLOSURE_MIN_DAYS),
		flag(after < LONG_CLOSURE_MIN_DAYS && closedAfter(day + after + 1, calendar) >= LONG_CLOSURE_MIN_DAYS),
	];
}

function flag(holds: boolean): number {
	return holds ? 1 : 0;
}

function closedBefore(day: number, { isOpen }: BranchCalendar): number {
	let days = 0;
	while (days < SEARCH_MAX_DAYS && !isOpen(day - days - 1)) days++;
	return days;
}

function closedAfter(day: number, { isOpen }: BranchCalendar): number {
	let days = 0;
	while (days < SEARCH_MAX_DAYS && !isOpen(day + days + 1)) days++;
	return days;
}

/** Whether salaries reach the accounts on this open day: those of closed days before it come with it. */
function isPaid(day: number, calendar: BranchCalendar): boolean {
	for (let back = 0; back <= closedBefore(day, calendar); back++) {
		if (calendar.paydays.includes(Number(dateOf(day - back).slice(8)))) return true;
	}
	return false;
}

/** First, second, third open day of the month, then last, second last, third last. */
function monthEdges(day: number, { isOpen }: BranchCalendar): number[] {
	const month = dateOf(day).slice(0, 7);
	const count = (step: 1 | -1) => {
		let open = 0;
		for (let at = day + step; dateOf(at).startsWith(month); at += step) if (isOpen(at)) open++;
		return open;
	};
	const before = count(-1);
	const after = count(1);
	const places = Array.from({ length: MONTH_EDGE }, (_, place) => place);
	return [...places.map((place) => flag(before === place)), ...places.map((place) => flag(after === place))];
}
