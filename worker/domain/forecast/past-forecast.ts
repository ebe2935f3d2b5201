import { dateOf } from "../../../rules/calendar/calendar-date.ts";
import type { Forecast, PastForecast } from "../../../schema/endpoint/forecast-endpoint.ts";
import type { Expected, ToldForecast } from "../../../schema/hall/told-forecast.ts";
import { sum } from "./day-shape.ts";
import type { PastDay } from "./intraday.ts";
import { learnRanges, rangeOf } from "./ranges.ts";

/** A day that is over, as it is forecast now from the days before it alone. */
type MadeAgain = PastDay & { readonly day: number };

/** What one open day more was told before it opened, day by day. */
type ToldDays = ReadonlyMap<string, ToldForecast>;

/** Of the latest days, so many are judged; as they are made again, by what the others taught. */
const JUDGED_DAYS = 15;
const NOTHING: Expected = { expected: 0, low: 0, high: 0 };

/** The whole of a day as one figure. */
export function wholeDay({ expected: due, counts }: PastDay): PastDay {
	return { expected: [sum(due)], counts: [sum(counts)] };
}

/** Rounded to tenths, as figures are told. */
export function tenths({ expected: due, low, high }: Expected): Expected {
	return { expected: Math.round(due * 10) / 10, low, high };
}

/** Days that are over: what they were told, or, where that was not kept, what is made again; and what came. */
export function pastForecasts(past: readonly MadeAgain[], told: ToldDays): PastForecast[] {
	return past.map(({ day, counts, expected: due }, at) => {
		const businessDay = dateOf(day);
		const kept = told.get(businessDay);
		const again = () => rangeOf(sum(due), learnRanges(past.slice(0, at).map(wholeDay)));
		const whole = kept?.whole ?? tenths({ expected: sum(due), ...again() });
		const came = sum(counts);
		const error = came === 0 ? null : Math.abs(whole.expected - came) / came;
		return { businessDay, ...whole, came, error, toldAt: kept?.toldAt ?? null };
	});
}

/** How well the latest forecasts held, half hour by half hour, made before the day; null while there are none to judge. */
export function heldLately(past: readonly MadeAgain[], told: ToldDays, slots: readonly string[]): Forecast["held"] {
	const judged = past.slice(-JUDGED_DAYS);
	const tally = { off: 0, came: 0, within: 0, halfHours: 0, told: 0 };
	for (const [index, { day, expected: due, counts }] of judged.entries()) {
		const kept = told.get(dateOf(day));
		const law = learnRanges(past.slice(0, past.length - judged.length + index));
		const again = (slot: number) => ({ expected: due[slot] ?? 0, ...rangeOf(due[slot] ?? 0, law) });
		const halfHours = kept && new Map(kept.halfHours.map((each) => [each.id, each]));
		if (kept !== undefined) tally.told++;
		for (const [slot, came] of counts.entries()) {
			const each = halfHours === undefined ? again(slot) : (halfHours.get(slots[slot] ?? "") ?? NOTHING);
			tally.off += Math.abs(each.expected - came);
			tally.came += came;
			tally.halfHours++;
			if (came >= each.low && came <= each.high) tally.within++;
		}
	}
	if (tally.came === 0) return null;
	const { off, came, within, halfHours } = tally;
	return { days: judged.length, told: tally.told, error: off / came, within: within / halfHours };
}

/** What a branch is told of its next open day, of all services together; null: nothing can be said, or no day is open. */
export function toldOfNextDay({ days }: Pick<Forecast, "days">, toldAt: number): ToldForecast | null {
	const next = days.find(({ whole }) => whole !== null);
	if (next === undefined || next.whole === null) return null;
	const halfHours = next.halfHours.map(({ id, expected, low, high }) => ({ id, expected, low, high }));
	return { businessDay: next.businessDay, toldAt, whole: next.whole, halfHours };
}
