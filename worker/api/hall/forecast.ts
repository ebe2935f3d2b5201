import { businessDayAt, halfHourOf } from "../../domain/day/business-day.ts";
import { COLD_DAYS, forecastOf } from "../../domain/forecast/branch-forecast.ts";
import { dateOf, dayNumber } from "../../domain/forecast/calendar-date.ts";
import { arrivalsOf, arrivalsOfSisters } from "../../records/bank/arrivals.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";

/** Two years of open days: what lies further back weighs next to nothing. */
const DAYS_MAX = 500;
/** Days of other branches that a young one learns from reach back so far, calendar days. */
const POOL_DAYS = 120;

export const forecast: Handler<"forecast"> = async ({ env, params, query }) => {
	const { branchId } = params;
	const asked = await askBranch(env, branchId, async (branch) => {
		// Today's counts may not be in D1 yet: they are sent first.
		await branch.bringUpToDate();
		return { configuration: await branch.configuration(), live: await branch.status() };
	});
	if (asked instanceof Refused) return asked;
	const { configuration, live } = asked;
	if (configuration === null || !live.ok) return new Refused("branch-not-configured");
	const serviceId = query.service ?? null;
	if (serviceId !== null && !configuration.services.some(({ id }) => id === serviceId)) {
		return new Refused("unknown-service", { detail: serviceId });
	}
	const { at } = live.value;
	const today = businessDayAt(configuration.timeZone, at);
	return orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const known = (await arrivalsOf(memory, branchId, DAYS_MAX)).filter(({ businessDay }) => businessDay <= today);
		const days = known.filter(({ isClosed }) => isClosed);
		const isYoung = days.length <= COLD_DAYS;
		const pool = isYoung ? await arrivalsOfSisters(memory, branchId, dateOf(dayNumber(today) - POOL_DAYS)) : [];
		return forecastOf({
			configuration,
			serviceId,
			days,
			pool,
			today,
			halfHour: halfHourOf(configuration.timeZone, at),
			soFar: known.find(({ businessDay, isClosed }) => businessDay === today && !isClosed)?.arrivals ?? [],
		});
	});
};
