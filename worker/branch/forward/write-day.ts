import { dateOf, dayNumber } from "../../../rules/calendar/calendar-date.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { forecastOf } from "../../domain/forecast/branch-forecast.ts";
import { toldOfNextDay } from "../../domain/forecast/past-forecast.ts";
import { reportFrom } from "../../domain/report/report.ts";
import { rollupFrom } from "../../domain/report/rollup.ts";
import { attempt } from "../../records/attempt.ts";
import { rememberBranch, rememberRollup } from "../../records/bank/branch.ts";
import { forecastBasis } from "../../records/bank/forecast-basis.ts";
import { rememberReport } from "../../records/bank/report.ts";
import { keepForecast } from "../../records/bank/told-forecast.ts";
import type { ReadDay } from "./day-reader.ts";
import type { ForwarderPorts } from "./forwarder-ports.ts";

/**
 * One day's rollup, and its report once closed, in one D1 transaction; then the closed day into the ledger. Says under
 * which seq D1 knows the branch as soon as it does.
 */
export async function writeDay(
	{ memory, ledger, state, epoch }: ForwarderPorts,
	{ facts, seq, closing }: ReadDay,
	acknowledged: (seq: number) => void,
): Promise<void> {
	const configuration = state().configuration;
	if (facts === null || configuration === null) return;
	const rollup = rollupFrom(facts);
	const report = reportFrom(facts);
	const origin = { epoch: epoch(), seq };
	const storedAt = Date.now();
	const hash = closing?.seq === report?.lastSeq ? closing?.hash : undefined;
	const reportWrites =
		report === null || hash === undefined
			? []
			: [rememberReport(memory, report, { ...origin, seq: report.lastSeq, hash, storedAt })];
	await memory.batch([
		rememberBranch(memory, configuration, origin),
		rememberRollup(memory, rollup, origin, storedAt),
		...reportWrites,
	]);
	acknowledged(origin.seq);
	if (report === null || hash === undefined) return;
	const { branchId, businessDay, firstSeq, lastSeq } = report;
	await ledger.noteClosed({ businessDay, firstSeq, lastSeq, hash });
	if (state().day?.businessDay !== businessDay) return;
	const why = await attempt(() => keepNextForecast(memory, configuration, businessDay, storedAt));
	if (why !== null) console.error(JSON.stringify({ message: "no forecast kept", branchId, businessDay, why }));
}

/** What is foreseen of the next open day stands from now on. A day of which none is kept is forecast again whenever somebody looks. */
async function keepNextForecast(
	memory: ForwarderPorts["memory"],
	configuration: BranchConfiguration,
	businessDay: string,
	toldAt: number,
): Promise<void> {
	const today = dateOf(dayNumber(businessDay) + 1);
	const basis = await forecastBasis(memory, configuration.branchId, today);
	const forecast = forecastOf({ ...basis, configuration, serviceId: null, today, halfHour: "00:00" });
	const told = toldOfNextDay(forecast, toldAt);
	if (told !== null) await keepForecast(memory, configuration.branchId, told);
}
