import { type BranchCalendar, FEATURES, featuresOf, PENALTIES } from "./day-features.ts";
import { dot, ridge } from "./ridge.ts";

/** What came on one day the branch was open. */
export type DayTotal = { readonly day: number; readonly total: number };

/** How a branch's days differ, as learned from those before. */
export type DayModel = {
	readonly coefficients: readonly number[];
	/** Logarithm by which the latest days lay above what their kind says. */
	readonly level: number;
};

export type DayTuning = {
	/** Open days after which a day counts a third as much. */
	readonly fadingDays: number;
	readonly levelShare: number;
	readonly penalty: number;
	readonly robustRounds: number;
};

/** At first days are few: what their kind says is held back, and the level of the latest days leads. */
const FIRST_YEAR: DayTuning = { fadingDays: 200, levelShare: 0.35, penalty: 0.5, robustRounds: 1 };
/** After a year the calendar leads. Rare days (festivals) are then the only examples of their kind: they keep their full weight, in no robust rounds. */
const LATER: DayTuning = { fadingDays: 400, levelShare: 0.15, penalty: 0.1, robustRounds: 0 };
/** One odd day moves the level by no more than its share of this. */
const LEVEL_STEP_MAX = 0.6;

/** Open days of a year, needed before its seasons are told apart from chance. */
const YEAR_OPEN_DAYS = 250;
const HUGE_PENALTY = 1e6;

/** Learns from the days so far, the oldest first. */
export function learnDays(
	days: readonly DayTotal[],
	calendar: BranchCalendar,
	tuning: DayTuning = days.length < YEAR_OPEN_DAYS ? FIRST_YEAR : LATER,
): DayModel {
	const { fadingDays, levelShare, penalty, robustRounds } = tuning;
	const list = days.map(({ day, total }, index) => ({
		x: featuresOf(day, calendar),
		y: Math.log(total + 0.5),
		weight: Math.exp(-(days.length - index) / fadingDays),
	}));
	const penalties = PENALTIES.map((each, index) => {
		const isSeason = FEATURES[index]?.includes("year-");
		return isSeason && days.length < YEAR_OPEN_DAYS ? HUGE_PENALTY : each * penalty;
	});
	const coefficients = ridge(list, penalties, robustRounds);
	let level = 0;
	for (const { x, y } of list) {
		const off = y - dot(coefficients, x);
		level += levelShare * (Math.max(-LEVEL_STEP_MAX, Math.min(LEVEL_STEP_MAX, off)) - level);
	}
	return { coefficients, level };
}

/** How many are expected on this day. */
export function expectedTotal({ coefficients, level }: DayModel, day: number, calendar: BranchCalendar): number {
	return Math.exp(dot(coefficients, featuresOf(day, calendar)) + level);
}
