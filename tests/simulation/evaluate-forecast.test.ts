import { describe, expect, it } from "vitest";
import { dayNumber, weekdayOf } from "../../rules/calendar/calendar-date.ts";
import { readBankCalls, readCallCentre, readRegistrations } from "../../simulation/evaluate/arrival-files.ts";
import { scoreHalfHours } from "../../simulation/evaluate/half-hour-score.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { seedOf } from "../domain/seed.ts";

const calendar = {
	isOpen: (day: number) => weekdayOf(day) <= 5,
	isMakeUp: () => false,
	festivalNear: () => null,
	paydays: [],
};

function madeUpDays(count: number) {
	const random = seededRandom(seedOf("made-up days"));
	const first = dayNumber("2026-03-02");
	return Array.from({ length: count * 2 }, (_, index) => first + index)
		.filter(calendar.isOpen)
		.slice(0, count)
		.map((day) => ({
			day,
			counts: [20, 40, 60, 40].map((mean) => Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()))),
		}));
}

describe("the evaluation of forecasts", () => {
	it("[EVAL-4] counts what its files hold into half hours", () => {
		const calls = readBankCalls(
			"DateTime,Calls\n2003-03-03 07:00:00,5\n2003-03-03 07:25:00,6\n2003-03-03 07:30:00,7\n2003-03-03 21:00:00,9\n",
		);
		expect(calls).toEqual([{ day: dayNumber("2003-03-03"), counts: [11, 7, ...new Array(26).fill(0)] }]);
		const row = (date: string, arrival: number, type: string) => `${date},${arrival},0,0,SERVED,1,${type},1,A`;
		const centre = readCallCentre(
			[
				"header",
				row("1999-01-03", 25_200, "PS"),
				row("1999-01-03", 25_201, "IN"),
				row("1999-01-03", 20_000, "PS"),
				row("1999-01-01", 30_000, "PS"),
				row("1999-01-04", 30_000, "PS"),
				row("1999-01-05", 86_399, "NW"),
			].join("\n"),
			new Set(["1999-01-04"]),
		);
		expect(centre.map(({ day, counts }) => [day, counts[0], counts[33]])).toEqual([
			[dayNumber("1999-01-03"), 1, 0],
			[dayNumber("1999-01-05"), 0, 1],
		]);
		const rows = "h\n2013-01-04,3,5,workday,5565\n2013-01-05,4,6,makeup_workday,4966\n2013-01-12,9,6,weekend,3\n";
		expect(readRegistrations(rows).map(({ total }) => total)).toEqual([5_565, 4_966]);
	});

	it("[EVAL-4] scores each day by what was known the evening before, and no later day changes it", () => {
		const days = madeUpDays(50);
		const judged = days.slice(30, 40);
		const score = (of: typeof days) => scoreHalfHours("F", of, judged, calendar, () => {}, [10, 10]);
		const later = days.map((each, index) =>
			index < 40 ? each : { ...each, counts: each.counts.map((count) => count * 9) },
		);
		expect(score(later)).toEqual(score(days));
		const earlier = days.map((each, index) =>
			index === 29 ? { ...each, counts: each.counts.map((count) => count * 9) } : each,
		);
		expect(score(earlier)).not.toEqual(score(days));
		const [ahead, simple] = score(days);
		expect(ahead?.value).toBeLessThan(25);
		expect(simple?.kind).toBe("baseline");
	});
});
