import { dateOf, dayNumber } from "../../../rules/calendar/calendar-date.ts";
import { COLD_DAYS, type ForecastBasis, LOOK_BACK_DAYS } from "../../domain/forecast/branch-forecast.ts";
import type { Memory } from "../memory.ts";
import { arrivalsOf, arrivalsOfSisters } from "./arrivals.ts";
import { toldForecasts } from "./told-forecast.ts";

/** Two years of open days: what lies further back weighs next to nothing. */
const DAYS_MAX = 500;
/** Days of other branches that a young one learns from reach back so far, calendar days. */
const POOL_DAYS = 120;

/** What the bank's memory knows that a forecast of a branch is made of, as of the local day `today`. */
export async function forecastBasis(
	memory: Memory,
	branchId: string,
	today: string,
): Promise<Pick<ForecastBasis, "days" | "pool" | "soFar" | "told">> {
	const known = (await arrivalsOf(memory, branchId, DAYS_MAX)).filter(({ businessDay }) => businessDay <= today);
	const days = known.filter(({ isClosed }) => isClosed);
	const isYoung = days.length <= COLD_DAYS;
	const pool = isYoung ? await arrivalsOfSisters(memory, branchId, dateOf(dayNumber(today) - POOL_DAYS)) : [];
	const oldest = days.at(-LOOK_BACK_DAYS)?.businessDay ?? days[0]?.businessDay;
	return {
		days,
		pool,
		soFar: known.find(({ businessDay, isClosed }) => businessDay === today && !isClosed)?.arrivals ?? [],
		told: oldest === undefined ? [] : await toldForecasts(memory, branchId, oldest),
	};
}
