import type { TriedPolicy } from "../../rules/trial/policy-trial.ts";
import type { DayWorld } from "../../rules/trial/simulated-day.ts";
import type { DispatchPolicy } from "../../schema/hall/configuration.ts";
import type { DayReport } from "../../schema/hall/report.ts";

const HALF_HOUR_MS = 1_800_000;
/** Handling times of a day on which none was measured. */
const UNKNOWN_SERVICE_MS = 6 * 60_000;

/** A day as policies are tried on: who comes when and of which class, how long services take, and how long people then waited. */
export type TrialDay = DayWorld & { readonly meanWaitMs: number | null };

/** The mean of these recorded days; null when nobody came on any of them. Half hours in which nobody ever came are left out at both ends. */
export function trialDayOf(reports: readonly DayReport[], classes: DispatchPolicy["classes"]): TrialDay | null {
	const days = reports.length;
	const perSlot = Array.from({ length: 48 }, (_, slot) =>
		reports.reduce((sum, { byHalfHour }) => sum + issuedIn(byHalfHour, idOf(slot)) / days, 0),
	);
	const first = perSlot.findIndex((many) => many > 0);
	const last = perSlot.findLastIndex((many) => many > 0);
	if (first === -1) return null;
	const profile = perSlot.slice(first, last + 1);
	const customers = profile.reduce((sum, many) => sum + many, 0);
	const counted = new Map(
		classes.map(({ id }) => [id, reports.reduce((sum, { byClass }) => sum + issuedIn(byClass, id), 0)] as const),
	);
	const known = [...counted.values()].reduce((sum, many) => sum + many, 0);
	if (known === 0) return null;
	const came = [...counted].filter(([, many]) => many > 0);
	return {
		customers,
		// A half hour in which nobody came has next to nobody, so that gaps stay finite.
		profile: profile.map((many) => Math.max(many, 1e-6)),
		slotMs: HALF_HOUR_MS,
		shares: new Map(came.map(([id, many]) => [id, many / known])),
		meanServiceMs: meanOf(reports.map(({ services }) => services)) ?? UNKNOWN_SERVICE_MS,
		meanWaitMs: meanOf(reports.map(({ waits }) => waits)),
	};
}

/** What a dispatch policy says of its classes, as the trial takes it. */
export function triedPolicy(classes: DispatchPolicy["classes"]): TriedPolicy {
	return new Map(
		classes.map(({ id, rank, headStartMs, overtakeBudget }) => [id, { rank, headStartMs, overtakeBudget }]),
	);
}

function issuedIn(lines: DayReport["byClass"], id: string): number {
	return lines.find((line) => line.id === id)?.tickets.issued ?? 0;
}

function meanOf(measured: readonly { readonly count: number; readonly meanMs: number | null }[]): number | null {
	const count = measured.reduce((sum, each) => sum + each.count, 0);
	return count === 0 ? null : measured.reduce((sum, each) => sum + each.count * (each.meanMs ?? 0), 0) / count;
}

function idOf(slot: number): string {
	const two = (value: number) => String(value).padStart(2, "0");
	return `${two(Math.floor(slot / 2))}:${slot % 2 === 0 ? "00" : "30"}`;
}
