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
	readonly memoryDays: number;
	readonly levelShare: number;
	readonly penalty: number;
	readonly robustRounds: number;
};

export const DAY_TUNING: DayTuning = { memoryDays: 200, levelShare: 0.35, penalty: 0.5, robustRounds: 1 };

/** Days needed before seasons of the year are told apart from chance. */
const SEASON_MIN_DAYS = 250;
const HUGE_PENALTY = 1e6;

/** Learns from the days so far, the oldest first. */
export function learnDays(
	days: readonly DayTotal[],
	calendar: BranchCalendar,
	{ memoryDays, levelShare, penalty, robustRounds }: DayTuning = DAY_TUNING,
): DayModel {
	const list = days.map(({ day, total }, index) => ({
		x: featuresOf(day, calendar),
		y: Math.log(total + 0.5),
		weight: Math.exp(-(days.length - index) / memoryDays),
	}));
	const penalties = PENALTIES.map((each, index) => {
		const isSeason = FEATURES[index]?.includes("year-");
		return isSeason && days.length < SEASON_MIN_DAYS ? HUGE_PENALTY : each * penalty;
	});
	const coefficients = ridge(list, penalties, robustRounds);
	let level = 0;
	for (const { x, y } of list) level += levelShare * (y - dot(coefficients, x) - level);
	return { coefficients, level };
}

/** How many are expected on this day. */
export function expectedTotal({ coefficients, level }: DayModel, day: number, calendar: BranchCalendar): number {
	return Math.exp(dot(coefficients, featuresOf(day, calendar)) + level);
}
