import { dateOf, dayNumber, weekdayOf } from "../rules/calendar/calendar-date.ts";
import { drawName } from "../rules/trial/simulated-day.ts";
import { BRANCH_PROFILE } from "../simulation/derive-sample.ts";
import { seededRandom } from "../simulation/seeded-random.ts";
import { defaultConfiguration } from "../worker/domain/bank/default-configuration.ts";
import { type DayCame, forecastOf, HORIZON_DAYS } from "../worker/domain/forecast/branch-forecast.ts";
import { interleave, spread } from "./measure/interleave.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";

const ROUNDS = 20;
const DAYS = 500;
const CUSTOMERS = 300;
const FIRST_SLOT = 18;
const SAME_WEEKDAYS = 4;
const SEED = 20_261_123;
const TODAY = "2026-11-23";
const TARGET = { of: "value", atMost: 50 } as const;
const SERVICES = new Map([
	["cash", 0.6],
	["transfer", 0.2],
	["account-opening", 0.1],
	["wealth", 0.1],
]);

/** A forecast of 14 days as the API makes it, from as many days as it reads, beside the mean of the last four same weekdays. */
export async function forecast(): Promise<Measure> {
	const days = someDays();
	const name = { zh: "网点", en: "Branch" };
	const configuration = defaultConfiguration({ branchId: "sh-bench", name, region: name, kind: "standard" });
	const basis = { configuration, serviceId: null, days, pool: [], today: TODAY, halfHour: "08:00", soFar: [] };
	const ways = {
		forecast: () => forecastOf(basis).days.filter(({ whole }) => whole !== null).length,
		mean: () => simpleMeans(days).length,
	};
	if (ways.forecast() !== HORIZON_DAYS) throw new BenchFailure("the forecast does not cover the coming days");
	const taken = await interleave(["forecast", "mean"], ROUNDS, async (way) => {
		const startedAt = performance.now();
		ways[way]();
		return performance.now() - startedAt;
	});
	return measure({
		value: median(taken.forecast),
		baseline: median(taken.mean),
		unit: "ms/forecast",
		spread: spread(taken.forecast, taken.mean),
		target: TARGET,
		beside: { rounds: ROUNDS, days: DAYS, seed: SEED, longestMs: Math.max(...taken.forecast) },
		notes:
			"In this process: what the days teach, 14 days with ranges, and the last 30 days forecast anew, each from those before it.",
	});
}

function someDays(): DayCame[] {
	const random = seededRandom(SEED);
	const whole = BRANCH_PROFILE.reduce((sum, each) => sum + each, 0);
	const first = dayNumber(TODAY) - DAYS;
	return Array.from({ length: DAYS }, (_, index) => {
		const mood = Math.exp(0.15 * random.normal());
		const arrivals = BRANCH_PROFILE.flatMap((volume, slot) => {
			const many = Math.round(((mood * CUSTOMERS * volume) / whole) * (1 + 0.2 * random.normal()));
			const counts = new Map<string, number>();
			for (let each = 0; each < many; each++) {
				const serviceId = drawName(SERVICES, random);
				counts.set(serviceId, (counts.get(serviceId) ?? 0) + 1);
			}
			const at = FIRST_SLOT + slot;
			const halfHour = `${String(at >> 1).padStart(2, "0")}:${at % 2 === 0 ? "00" : "30"}`;
			return [...counts].map(([serviceId, issued]) => ({ serviceId, halfHour, issued }));
		});
		return { businessDay: dateOf(first + index), arrivals };
	});
}

/** What a spreadsheet would say of each coming day. */
function simpleMeans(days: readonly DayCame[]): number[] {
	const first = dayNumber(TODAY);
	return Array.from({ length: HORIZON_DAYS }, (_, ahead) => {
		const same = days.filter(({ businessDay }) => weekdayOf(dayNumber(businessDay)) === weekdayOf(first + ahead));
		const totals = same
			.slice(-SAME_WEEKDAYS)
			.map(({ arrivals }) => arrivals.reduce((sum, { issued }) => sum + issued, 0));
		return totals.reduce((sum, each) => sum + each, 0) / Math.max(1, totals.length);
	});
}
