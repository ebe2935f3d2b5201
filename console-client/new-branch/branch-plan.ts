import { SHIPPED_CALENDAR } from "../../schema/configuration/calendar/shipped.ts";
import { SHIPPED_COUNTERS, SHIPPED_ZONES } from "../../schema/configuration/counters/shipped.ts";
import { SHIPPED_DISPATCH } from "../../schema/configuration/dispatch/shipped.ts";
import { SHIPPED_LIMITS } from "../../schema/configuration/limits/shipped.ts";
import { SHIPPED_SERVICES } from "../../schema/configuration/services/shipped.ts";
import type { BranchConfiguration, BranchKind, Service } from "../../schema/hall/configuration.ts";

/** What a new branch is made from: what ships, or the configuration of a sister. */
export type Origin = Omit<BranchConfiguration, "branchId" | "name" | "region" | "kind" | "staff">;

/** What is said of the new one; `counterIds` are those of its origin that it has. */
export type BranchPlan = Pick<BranchConfiguration, "branchId" | "name" | "region" | "kind"> & {
	readonly counterIds: readonly string[];
};

export const SHIPPED_ORIGIN: Origin = {
	timeZone: "Asia/Shanghai",
	zones: SHIPPED_ZONES,
	services: SHIPPED_SERVICES,
	counters: SHIPPED_COUNTERS,
	dispatch: SHIPPED_DISPATCH,
	calendar: SHIPPED_CALENDAR,
	limits: SHIPPED_LIMITS,
};

/** Of the counters that ship, those with which a branch of a kind begins; of a kind that is not here: all. */
const COUNTERS_OF_KIND: Partial<Record<BranchKind, readonly string[]>> = {
	standard: ["1", "2", "3", "5", "6", "8", "10", "12"],
	convenience: ["1", "2", "5", "10"],
};

/** Which counters are offered as chosen: those that go with the kind, or all that a sister has. */
export function usualCounters(origin: Origin, kind: BranchKind): string[] {
	const ids = origin.counters.map(({ id }) => id);
	const usual = origin === SHIPPED_ORIGIN ? COUNTERS_OF_KIND[kind] : undefined;
	return usual === undefined ? ids : ids.filter((id) => usual.includes(id));
}

/** What no chosen counter can do, and the new branch therefore does not offer. */
export function unserved({ services, counters }: Origin, counterIds: readonly string[]): Service[] {
	const chosen = counters.filter(({ id }) => counterIds.includes(id));
	const able = new Set(chosen.flatMap(({ modes }) => modes.flatMap((mode) => mode.services)));
	return services.filter(({ id }) => !able.has(id));
}

/** The configuration of the new branch: its people come from the bank's books, and a sister's days by hand stay hers. */
export function plannedBranch(origin: Origin, { counterIds, ...who }: BranchPlan): BranchConfiguration {
	const { byHand: _, ...calendar } = origin.calendar;
	const left = new Set(unserved(origin, counterIds).map(({ id }) => id));
	return {
		...origin,
		...who,
		staff: [],
		services: origin.services.filter(({ id }) => !left.has(id)),
		counters: origin.counters.filter(({ id }) => counterIds.includes(id)),
		calendar,
	};
}
