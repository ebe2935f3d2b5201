import { businessDayAt, halfHourOf } from "../../domain/day/business-day.ts";
import { forecastOf } from "../../domain/forecast/branch-forecast.ts";
import { forecastBasis } from "../../records/bank/forecast-basis.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";

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
	return orNotReady(async () =>
		forecastOf({
			...(await forecastBasis(memoryOf(env.DB), branchId, today)),
			configuration,
			serviceId,
			today,
			halfHour: halfHourOf(configuration.timeZone, at),
		}),
	);
};
