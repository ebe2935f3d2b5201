import type { Role } from "../schema/actor.ts";
import type { BranchConfiguration, Counter, Service, StaffMember } from "../schema/hall/configuration.ts";
import type { Bilingual } from "../schema/ids.ts";
import { COUNTERS_MAX, HALF_HOUR_MS, SERVICES_MAX } from "../schema/limits.ts";
import { defaultConfiguration } from "../worker/domain/bank/default-configuration.ts";
import type { RecordedDay } from "./recorded-day.ts";
import { slugOf } from "./service-mapping.ts";
import { BETWEEN_CUSTOMERS_MS, FULLNESS_MAX } from "./teller-plan.ts";

/** Counters beyond what the busiest half hour needs. */
const SPARE_COUNTERS = 1;
/** Of the default branch's people, those who greet and who close the day. */
const LOBBY: readonly Role[] = ["lobby-manager", "stand-in", "branch-head"];
const ALL_DAY = { opensAt: "00:00", closesAt: "24:00" };

/**
 * A branch that fits a recording from elsewhere: the recording's services, as many counters for each of its pools as
 * its busiest half hour needs, open around the clock, with the default branch's classes and policy. Throws when the
 * recording has more services than a branch may have.
 */
export function replayConfiguration(
	branch: { readonly branchId: string; readonly name: Bilingual; readonly region: Bilingual },
	recorded: RecordedDay,
): BranchConfiguration {
	const base = defaultConfiguration({ ...branch, kind: "standard" });
	const names = uniqueBySlug(recorded.visits.flatMap((visit) => visit.services));
	if (names.length > SERVICES_MAX) throw new Error(`${names.length} services; a branch has at most ${SERVICES_MAX}`);
	const pools = recorded.pools ?? [names];
	const sizes = pools.map((pool) => countersFor(pool, recorded));
	const scale = Math.min(1, COUNTERS_MAX / sizes.reduce((sum, size) => sum + size, 0));
	const seats = pools.flatMap((pool, index) => {
		const count = Math.max(1, Math.floor((sizes[index] ?? 1) * scale));
		return Array.from({ length: count }, () => [...new Set(pool.map(slugOf))]);
	});
	const zone = base.zones.find((each) => each.id === "open-counters") ?? base.zones[0];
	return {
		...base,
		// One kiosk stands for all that the recorded hall had.
		limits: { ...base.limits, devicePace: null },
		services: names.map((name, index) => serviceOf(name, index)),
		counters: seats.slice(0, COUNTERS_MAX).map((services, index) => counterOf(index + 1, zone?.id ?? "", services)),
		staff: [
			...base.staff.filter((member) => LOBBY.includes(member.role)).map((member) => ({ ...member, services: [] })),
			...seats.slice(0, COUNTERS_MAX).map((services, index) => tellerOf(index + 1, services)),
		],
		calendar: { week: Array.from({ length: 7 }, () => ALL_DAY), exceptions: [] },
	};
}

function uniqueBySlug(names: readonly string[]): string[] {
	const bySlug = new Map<string, string>();
	for (const name of names) if (!bySlug.has(slugOf(name))) bySlug.set(slugOf(name), name);
	return [...bySlug.values()].sort();
}

/** Enough for the busiest half hour of these services. */
function countersFor(pool: readonly string[], recorded: RecordedDay): number {
	const loads = new Map<number, number>();
	for (const { arrivalMs, services, serviceMs } of recorded.visits) {
		const slot = Math.floor(arrivalMs / HALF_HOUR_MS);
		for (const [index, name] of services.entries()) {
			if (!pool.includes(name)) continue;
			loads.set(slot, (loads.get(slot) ?? 0) + ((serviceMs[index] ?? 0) + BETWEEN_CUSTOMERS_MS) / HALF_HOUR_MS);
		}
	}
	return Math.ceil(Math.max(0, ...loads.values()) / FULLNESS_MAX) + SPARE_COUNTERS;
}

function serviceOf(name: string, index: number): Service {
	return {
		id: slugOf(name),
		name: { zh: name, en: name },
		series: String.fromCharCode(65 + (index % 26)),
		targetWaitMs: 300_000,
		usualServiceMs: 180_000,
		smartCounterCan: false,
		onKiosk: true,
	};
}

function counterOf(number: number, zone: string, services: string[]): Counter {
	const mode = { id: "all", name: { zh: "全部业务", en: "All services" }, kind: "open" as const, services };
	return { id: String(number), label: { zh: `${number}号窗口`, en: `Counter ${number}` }, zone, modes: [mode] };
}

function tellerOf(number: number, services: string[]): StaffMember {
	return {
		id: `teller-${number}`,
		name: { zh: `柜员${number}`, en: `Teller ${number}` },
		role: "open-teller",
		services,
	};
}
