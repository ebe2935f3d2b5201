import { describe, expect, it } from "vitest";
import { dayNumber, weekdayOf } from "../../rules/calendar/calendar-date.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import type { BranchCalendar } from "../../worker/domain/forecast/day-features.ts";
import { expectedTotal, learnDays } from "../../worker/domain/forecast/day-model.ts";
import { type DayArrivals, sum } from "../../worker/domain/forecast/day-shape.ts";
import { expectDay, expectDays, forecastRest, learnErrors } from "../../worker/domain/forecast/forecast.ts";
import { rangeOf } from "../../worker/domain/forecast/ranges.ts";
import { seedOf } from "./seed.ts";

const FIRST = dayNumber("2026-01-05");
const PROFILE = [3, 7, 14, 20, 19, 18, 14, 7, 3, 4, 10, 17, 22, 25, 25, 17];
/** Open on weekdays, but for every fifth Monday. */
const calendar: BranchCalendar = {
	isOpen: (day) => weekdayOf(day) <= 5 && !isHoliday(day),
	isMakeUp: () => false,
	festivalNear: () => null,
	paydays: [10],
};

function isHoliday(day: number): boolean {
	return weekdayOf(day) === 1 && Math.floor((day - FIRST) / 7) % 5 === 4;
}

/** What the made-up branch expects: more on Mondays, half as much again after a closure. */
function truth(day: number): number {
	return 300 * (weekdayOf(day) === 1 ? 1.2 : 1) * (isHoliday(day - 1) ? 1.5 : 1);
}

function history(days: number, seed: number): DayArrivals[] {
	const random = seededRandom(seed);
	const total = sum(PROFILE);
	return Array.from({ length: days }, (_, index) => FIRST + index)
		.filter(calendar.isOpen)
		.map((day) => {
			const mood = Math.exp(0.1 * random.normal());
			return { day, counts: PROFILE.map((volume) => poisson((truth(day) * mood * volume) / total, random.next)) };
		});
}

function poisson(mean: number, next: () => number): number {
	let count = 0;
	for (let product = next(); product > Math.exp(-mean); product *= next()) count++;
	return count;
}

const past = (days: readonly DayArrivals[], from: number) =>
	days.slice(from).map((today, index) => ({
		expected: expectDay(days.slice(0, from + index), today.day, calendar),
		counts: today.counts,
	}));

describe("the forecast of arrivals", () => {
	it("[FCT-2] learns what sets days apart, also for days that come weeks later", () => {
		const days = history(240, seedOf("days apart"));
		const model = learnDays(
			days.map(({ day, counts }) => ({ day, total: sum(counts) })),
			calendar,
		);
		for (let day = FIRST + 240; day < FIRST + 254; day++) {
			if (!calendar.isOpen(day)) continue;
			expect(Math.abs(expectedTotal(model, day, calendar) / truth(day) - 1)).toBeLessThan(0.25);
		}
		const tuesdayAfterHoliday = dayNumber("2026-09-15") + 7 * 4;
		const [after = 0, plain = 0] = [
			Array.from({ length: 60 }, (_, ahead) => FIRST + 240 + ahead).find((day) => isHoliday(day - 1)) ?? 0,
			tuesdayAfterHoliday,
		].map((day) => expectedTotal(model, day, calendar));
		expect(after / plain).toBeGreaterThan(1.15);
	});

	it("[FCT-2] divides a day over its half hours as the latest days did, and expects nobody on a closed day", () => {
		const days = history(120, seedOf("half hours"));
		const open = FIRST + 121;
		const [weekday = [], sunday] = expectDays(days, [open, dayNumber("2026-05-10")], calendar);
		expect(calendar.isOpen(open)).toBe(true);
		expect(sunday).toEqual([]);
		const scale = truth(open) / sum(PROFILE);
		const off = sum(weekday.map((each, slot) => Math.abs(each - (PROFILE[slot] ?? 0) * scale)));
		expect(off / truth(open)).toBeLessThan(0.25);
		expect(expectDay([], open, calendar)).toEqual([]);
	});

	it("[FCT-3] follows a day that begins otherwise than expected, the more the longer it goes on", () => {
		const days = history(180, seedOf("within the day"));
		const laws = learnErrors(past(days, 30));
		const expected = PROFILE.map((volume) => 2 * volume);
		const busy = (slots: number) => expected.slice(0, slots).map((each) => Math.round(each * 1.4));
		expect(forecastRest(expected, [], laws).map((each) => each.expected)).toEqual(expected);
		const rise = (slots: number) =>
			(forecastRest(expected, busy(slots), laws)[0]?.expected ?? 0) / (expected[slots] ?? 1);
		expect(rise(1)).toBeGreaterThan(0.99);
		expect(rise(8)).toBeGreaterThan(rise(1));
		expect(rise(8)).toBeGreaterThan(1.06);
		expect(rise(8)).toBeLessThan(1.6);
		expect(forecastRest(expected, busy(8), laws)).toHaveLength(8);
	});

	it("[FCT-4] gives ranges that hold nine of ten half hours", () => {
		const days = history(300, seedOf("ranges"));
		const all = past(days, 30);
		let within = 0;
		let halfHours = 0;
		for (let today = 60; today < all.length; today++) {
			const laws = learnErrors(all.slice(0, today));
			const { expected = [], counts = [] } = all[today] ?? {};
			for (const [slot, count] of counts.entries()) {
				const { low, high } = rangeOf(expected[slot] ?? 0, laws.ahead);
				halfHours++;
				if (count >= low && count <= high) within++;
			}
		}
		expect(within / halfHours).toBeGreaterThan(0.84);
		expect(within / halfHours).toBeLessThan(0.96);
	});

	it("[FCT-4] widens ranges where days differ more than chance would have them", () => {
		const expected = PROFILE.map((volume) => volume);
		const calm = learnErrors(Array.from({ length: 20 }, () => ({ expected, counts: expected })));
		const wild = learnErrors(
			Array.from({ length: 20 }, (_, day) => ({
				expected,
				counts: expected.map((each) => Math.round(each * (day % 2 === 0 ? 0.5 : 1.5))),
			})),
		);
		const width = ({ low, high }: { low: number; high: number }) => high - low;
		expect(width(rangeOf(20, wild.ahead))).toBeGreaterThan(width(rangeOf(20, calm.ahead)) + 10);
	});
});
