import { describe, expect, it } from "vitest";
import { dateOf, dayNumber, weekdayOf } from "../../rules/calendar/calendar-date.ts";
import { type SeededRandom, seededRandom } from "../../simulation/seeded-random.ts";
import { calendarOf } from "../../worker/domain/forecast/branch-calendar.ts";
import { COLD_DAYS, type DayCame, forecastOf, HORIZON_DAYS } from "../../worker/domain/forecast/branch-forecast.ts";
import { toldOfNextDay } from "../../worker/domain/forecast/past-forecast.ts";
import { CONFIGURATION } from "./a-day.ts";
import { seedOf } from "./seed.ts";

const FIRST = dayNumber("2026-03-02");
const HALF_HOURS = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "13:00", "14:00", "15:00", "16:30"];
const PROFILE = [8, 14, 18, 20, 14, 8, 12, 16, 14, 6];
const OPEN = { opensAt: "09:00", closesAt: "17:00" };
const weekdays = [OPEN, OPEN, OPEN, OPEN, OPEN, null, null];
const configuration = { ...CONFIGURATION, calendar: { week: weekdays, exceptions: [] as typeof EXCEPTIONS } };
const EXCEPTIONS: { date: string; hours: typeof OPEN | null; name: { zh: string; en: string } }[] = [];
const NAME = { zh: "调整", en: "Other hours" };

const isWeekday = (day: number) => weekdayOf(day) <= 5;
/** Three in four come for cash; Mondays are busier. */
const truth = (day: number, slot: number) => (PROFILE[slot] ?? 0) * (weekdayOf(day) === 1 ? 1.5 : 1);

/** Whole days are busier or calmer than others, so that a morning tells something of its afternoon. */
const moodOf = (random: SeededRandom) => Math.exp(0.15 * random.normal());

function aDay(day: number, random: SeededRandom, mood: number): DayCame {
	const arrivals = HALF_HOURS.flatMap((halfHour, slot) => {
		const many = Math.max(0, Math.round(mood * truth(day, slot) + 2 * random.normal()));
		const cash = Math.round(many * 0.75);
		return [
			{ serviceId: "cash", halfHour, issued: cash },
			{ serviceId: "wealth", halfHour, issued: many - cash },
		];
	});
	return { businessDay: dateOf(day), arrivals };
}

function daysOf(count: number, seed: number, busier = 1): DayCame[] {
	const random = seededRandom(seed);
	return Array.from({ length: count }, (_, index) => FIRST + index)
		.filter(isWeekday)
		.map((day) => aDay(day, random, busier * moodOf(random)));
}

const totalOf = ({ arrivals }: DayCame) => arrivals.reduce((sum, { issued }) => sum + issued, 0);
const basis = { configuration, serviceId: null, pool: [], halfHour: "08:00", soFar: [] };

describe("the forecast of a branch", () => {
	const days = daysOf(140, seedOf("a branch"));
	const today = dateOf(FIRST + 140);

	it("[FCT-8] expects as many times as many on a special day as the branch says, and takes it for a usual day otherwise", () => {
		const special = dateOf(FIRST + 142);
		const past = FIRST + 100;
		const calendar = {
			...configuration.calendar,
			specialDays: [
				{ date: special, times: 2, name: NAME },
				{ date: dateOf(past), times: 3, name: NAME },
			],
		};
		const busyPast = days.map((day) =>
			day.businessDay === dateOf(past)
				? { ...day, arrivals: day.arrivals.map((each) => ({ ...each, issued: 3 * each.issued })) }
				: day,
		);
		const usual = forecastOf({ ...basis, days, today }).days;
		const own = forecastOf({ ...basis, days: busyPast, today, configuration: { ...configuration, calendar } }).days;
		for (const [index, { businessDay, whole }] of usual.entries()) {
			const times = businessDay === special ? 2 : 1;
			if (whole !== null) expect(own[index]?.whole?.expected).toBeCloseTo(times * whole.expected, 0);
		}
	});

	it("[FCT-8] knows paydays by the branch's own configuration", () => {
		const calendar = (paydays?: number[]) =>
			calendarOf({ calendar: { ...configuration.calendar, ...(paydays && { paydays }) } }, new Set()).paydays;
		expect([calendar(), calendar([5]), calendar([])]).toEqual([[10, 15], [5], []]);
	});

	it("[FCT-5] gives each of the coming days and half hours what its kind brings, with a range around it", () => {
		const forecast = forecastOf({ ...basis, days, today });
		expect(forecast.days).toHaveLength(HORIZON_DAYS);
		expect(forecast.learnedFrom).toBe(days.length);
		for (const { businessDay, isOpen, whole, halfHours } of forecast.days) {
			const day = dayNumber(businessDay);
			expect(isOpen).toBe(isWeekday(day));
			if (!isOpen) {
				expect([whole, halfHours]).toEqual([null, []]);
				continue;
			}
			const due = HALF_HOURS.reduce((sum, _, slot) => sum + truth(day, slot), 0);
			expect(Math.abs((whole?.expected ?? 0) - due) / due).toBeLessThan(0.4);
			expect(whole?.low).toBeLessThan(whole?.expected ?? 0);
			expect(whole?.high).toBeGreaterThan(whole?.expected ?? 0);
			for (const each of halfHours) {
				expect(each.low).toBeLessThanOrEqual(Math.ceil(each.expected));
				expect(each.high).toBeGreaterThanOrEqual(Math.floor(each.expected));
			}
			const ten = halfHours.find(({ id }) => id === "10:00");
			expect(Math.abs((ten?.expected ?? 0) - truth(day, 2)) / truth(day, 2)).toBeLessThan(0.5);
		}
	});

	it("[FCT-5] tells one service from all of them", () => {
		const sum = (serviceId: string | null) =>
			forecastOf({ ...basis, days, today, serviceId }).days[0]?.whole?.expected ?? 0;
		expect(sum("cash") / sum(null)).toBeCloseTo(0.75, 1);
		expect(sum("cash") + sum("wealth")).toBeCloseTo(sum(null), -1);
		expect(sum("loan")).toBeLessThan(2);
	});

	it("[FCT-5] follows closures and extra days of the branch's own calendar", () => {
		const monday = FIRST + 140;
		const saturday = monday + 5;
		const exceptions = [
			{ date: dateOf(monday + 1), hours: null, name: NAME },
			{ date: dateOf(saturday), hours: OPEN, name: NAME },
		];
		const own = { ...configuration, calendar: { week: weekdays, exceptions } };
		const forecast = forecastOf({ ...basis, configuration: own, days, today });
		expect(forecast.days[1]).toMatchObject({ isOpen: false, whole: null });
		expect(forecast.days[5]?.whole?.expected).toBeGreaterThan(20);
		expect(forecast.days[6]).toMatchObject({ isOpen: false });
	});

	it("[FCT-3] through the day counts what has come, and expects more of a busy one", () => {
		const random = seededRandom(seedOf("a busy morning"));
		const day = FIRST + 141;
		const soFar = aDay(day, random, 1.6).arrivals.filter(({ halfHour }) => halfHour < "11:00");
		const calm = forecastOf({ ...basis, days, today: dateOf(day) });
		const busy = forecastOf({ ...basis, days, today: dateOf(day), halfHour: "11:00", soFar });
		const [before, after] = [calm.days[0], busy.days[0]];
		const came = after?.halfHours.filter((each) => each.came !== null) ?? [];
		expect(came.map(({ id }) => id)).toEqual(["09:00", "09:30", "10:00", "10:30"]);
		expect(came.reduce((sum, each) => sum + (each.came ?? 0), 0)).toBe(totalOf({ businessDay: "", arrivals: soFar }));
		const later = (of: typeof after) =>
			of?.halfHours.filter(({ id }) => id >= "11:00").reduce((sum, { expected }) => sum + expected, 0) ?? 0;
		expect(later(after)).toBeGreaterThan(later(before));
		expect(after?.whole?.expected).toBeGreaterThan(before?.whole?.expected ?? 0);
	});

	it("[FCT-6] looks at nothing that came later: earlier forecasts stand as they were made", () => {
		const whole = forecastOf({ ...basis, days, today });
		const cut = days.slice(0, -5);
		const then = forecastOf({ ...basis, days: cut, today: days.at(-5)?.businessDay ?? "" });
		const stood = whole.past.find(({ businessDay }) => businessDay === then.days[0]?.businessDay);
		expect(stood?.expected).toBeCloseTo(then.days[0]?.whole?.expected ?? 0, 1);
	});

	it("[FCT-9] judges what was told before a day opened by what came, whatever is learned since", () => {
		const cut = days.slice(0, -2);
		const then = forecastOf({ ...basis, days: cut, today: days.at(-2)?.businessDay ?? "" });
		const told = toldOfNextDay(then, 1_000);
		if (told === null) throw new Error("nothing was told");
		expect(told).toMatchObject({ businessDay: days.at(-2)?.businessDay, toldAt: 1_000 });
		// What is made again of a branch with another calendar would be another figure: what was told stands.
		const other = { ...told, whole: { expected: 500, low: 400, high: 600 } };
		const now = forecastOf({ ...basis, days, today, told: [other] });
		const at = now.past.find(({ businessDay }) => businessDay === other.businessDay);
		const came = totalOf(days.at(-2) ?? { businessDay: "", arrivals: [] });
		expect(at).toMatchObject({ ...other.whole, toldAt: 1_000, came });
		expect(at?.error).toBeCloseTo(Math.abs(500 - came) / came);
		expect(now.past.filter(({ toldAt }) => toldAt === null)).toHaveLength(now.past.length - 1);
		expect(now.held?.told).toBe(1);
	});

	it("[FCT-9] what was told is what is made again while nothing else was learned, half hours and ranges too", () => {
		const told = days.slice(-10).flatMap(({ businessDay }) => {
			const before = days.filter((each) => each.businessDay < businessDay);
			return toldOfNextDay(forecastOf({ ...basis, days: before, today: businessDay }), 1) ?? [];
		});
		expect(told.map(({ businessDay }) => businessDay)).toEqual(days.slice(-10).map(({ businessDay }) => businessDay));
		const kept = forecastOf({ ...basis, days, today, told });
		const again = forecastOf({ ...basis, days, today });
		expect(kept.held?.told).toBe(10);
		expect(kept.held?.error).toBeCloseTo(again.held?.error ?? 0, 2);
		for (const [index, { expected }] of kept.past.entries()) {
			expect(expected).toBeCloseTo(again.past[index]?.expected ?? 0, 1);
		}
	});

	it("[FCT-9] one service is forecast again, and of a branch that never opens nothing is told", () => {
		const told = toldOfNextDay(
			forecastOf({ ...basis, days: days.slice(0, -1), today: days.at(-1)?.businessDay ?? "" }),
			1,
		);
		const cash = forecastOf({ ...basis, days, today, serviceId: "cash", told: told === null ? [] : [told] });
		expect(cash.past.every(({ toldAt }) => toldAt === null)).toBe(true);
		const closed = { ...configuration, calendar: { week: weekdays.map(() => null), exceptions: [] } };
		expect(toldOfNextDay(forecastOf({ ...basis, configuration: closed, days, today }), 1)).toBeNull();
		expect(toldOfNextDay(forecastOf({ ...basis, days: [], today }), 1)).toBeNull();
	});

	it("[FCT-6] says how well it held: most half hours within their ranges, and whole days too", () => {
		const { held, past } = forecastOf({ ...basis, days, today });
		expect(held?.days).toBe(15);
		expect(held?.within).toBeGreaterThan(0.65);
		expect(held?.error).toBeLessThan(0.35);
		const within = past.slice(-15).filter(({ low, high, came }) => came >= low && came <= high);
		expect(within.length).toBeGreaterThanOrEqual(9);
	});

	it("[FCT-7] a young branch learns from others of its kind until it has days of its own", () => {
		const pool = [1, 2, 3].flatMap((sister) => daysOf(60, seedOf(`sister ${sister}`)));
		const from = dateOf(FIRST + 63);
		const totals = (own: number) =>
			forecastOf({ ...basis, days: daysOf(63, seedOf("young"), 0.5).slice(-own), pool, today: from }).days[1]?.whole
				?.expected ?? 0;
		const unborn = forecastOf({ ...basis, days: [], pool, today: from });
		expect(unborn.pooledFrom).toBeGreaterThan(0);
		expect(unborn.days[1]?.whole?.expected).toBeGreaterThan(100);
		expect(totals(5)).toBeLessThan(unborn.days[1]?.whole?.expected ?? 0);
		expect(totals(40)).toBeLessThan(totals(5));
		const old = forecastOf({ ...basis, days, pool, today });
		expect(days.length).toBeGreaterThan(COLD_DAYS);
		expect(old).toEqual(forecastOf({ ...basis, days, today }));
	});

	it("[FCT-7] of a branch of which nothing is known it says nothing", () => {
		const nothing = forecastOf({ ...basis, days: [], today });
		expect(nothing).toMatchObject({ learnedFrom: 0, pooledFrom: 0, past: [], held: null });
		expect(nothing.days.map(({ whole }) => whole)).toEqual(nothing.days.map(() => null));
	});

	it("[FCT-1] names the coming years that its calendar does not hold", () => {
		const last = daysOf(300, seedOf("until December"));
		expect(forecastOf({ ...basis, days: last, today: "2026-12-28" }).yearsMissing).toEqual([2027]);
		expect(forecastOf({ ...basis, days: last, today: "2026-12-01" }).yearsMissing).toEqual([]);
	});
});
