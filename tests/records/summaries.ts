import { env } from "cloudflare:workers";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { DayReport, Rollup } from "../../schema/hall/report.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { type Memory, memoryOf } from "../../worker/records/memory.ts";

const NONE = { count: 0, meanMs: null, p50Ms: null, p90Ms: null, maxMs: null };
const NO_TICKETS = { issued: 0, served: 0, noShows: 0, cancelled: 0, redirected: 0, unserved: 0 };

export function memory(): Memory {
	return memoryOf(env.DB);
}

/** A region nobody used before, so that every test has its own part of the one database of its file. */
export function newRegion(): string {
	return crypto.randomUUID().replaceAll("-", "").slice(0, 8);
}

export function aConfiguration(branchId: string, name = "Branch"): BranchConfiguration {
	return defaultConfiguration({
		branchId,
		name: { zh: `网点${name}`, en: name },
		region: { zh: "地区", en: "Region" },
		kind: "standard",
	});
}

export function aRollup(branchId: string, businessDay: string, issued = 0): Rollup {
	return {
		branchId,
		businessDay,
		dayStatus: "open",
		at: 1,
		tickets: { ...NO_TICKETS, issued },
		waits: { ...NONE, withinTarget: null },
		slots: [],
		waiting: 0,
		countersOpen: 0,
	};
}

export function aReport(branchId: string, businessDay: string, issued = 0): DayReport {
	return {
		branchId,
		businessDay,
		openedAt: 1,
		closedAt: 2,
		closedBy: "clock",
		firstSeq: 1,
		lastSeq: 2,
		tickets: { ...NO_TICKETS, issued },
		waits: { ...NONE, withinTarget: null },
		services: NONE,
		byService: [],
		byClass: [],
		byChannel: [],
		byHalfHour: [],
		byCounter: [],
		overtakes: { most: 0, beyondBound: 0 },
		overrides: [],
		recalls: 0,
		transfers: 0,
		returns: 0,
		helpCalls: { asked: 0, accepted: 0, response: NONE },
		refusals: 0,
	};
}
