import { and, desc, eq, gte, inArray, ne, sql } from "drizzle-orm";
import * as z from "zod";
import { ArrivalCount } from "../../../schema/hall/report.ts";
import type { Memory } from "../memory.ts";
import { branches, rollups } from "./tables.ts";

/** The numbers taken on one day of a branch, as far as D1 has them. */
export type StoredArrivals = {
	readonly businessDay: string;
	readonly isClosed: boolean;
	readonly arrivals: readonly ArrivalCount[];
};

/** Of fewer branches the mean would reveal the figures of a single one. */
const POOL_BRANCHES_MIN = 3;
const POOL_BRANCHES_MAX = 8;

const AS_READ = {
	businessDay: rollups.businessDay,
	status: sql<string>`json_extract(${rollups.body}, '$.dayStatus')`,
	arrivals: sql<string | null>`json_extract(${rollups.body}, '$.arrivals')`,
};
const Arrivals = z.array(ArrivalCount);

/** Of the latest `limit` stored days of a branch those whose arrivals were counted, the oldest first. */
export async function arrivalsOf(memory: Memory, branchId: string, limit: number): Promise<StoredArrivals[]> {
	const rows = await memory
		.select(AS_READ)
		.from(rollups)
		.where(eq(rollups.branchId, branchId))
		.orderBy(desc(rollups.businessDay))
		.limit(limit);
	return rows.flatMap(readRow).reverse();
}

/** Closed days since `from` of other branches of the same kind, those of its region first; empty where too few are like it. */
export async function arrivalsOfSisters(memory: Memory, branchId: string, from: string): Promise<StoredArrivals[]> {
	const [own] = await memory.select().from(branches).where(eq(branches.branchId, branchId));
	if (own === undefined) return [];
	const sisters = await memory
		.select({ branchId: branches.branchId })
		.from(branches)
		.where(and(eq(branches.kind, own.kind), ne(branches.branchId, branchId)))
		.orderBy(desc(sql`${branches.region} = ${own.region}`), branches.branchId)
		.limit(POOL_BRANCHES_MAX);
	if (sisters.length < POOL_BRANCHES_MIN) return [];
	const ids = sisters.map((each) => each.branchId);
	const rows = await memory
		.select({ ...AS_READ, branchId: rollups.branchId })
		.from(rollups)
		.where(and(inArray(rollups.branchId, ids), gte(rollups.businessDay, from)));
	const known = rows.filter((row) => row.status === "closed" && row.arrivals !== null);
	const speaking = new Set(known.map((row) => row.branchId));
	return speaking.size < POOL_BRANCHES_MIN ? [] : known.flatMap(readRow);
}

/** Older rollups have no arrivals, so they are left out. */
function readRow(row: {
	readonly businessDay: string;
	readonly status: string;
	readonly arrivals: string | null;
}): StoredArrivals[] {
	if (row.arrivals === null) return [];
	const arrivals = Arrivals.parse(JSON.parse(row.arrivals));
	return [{ businessDay: row.businessDay, isClosed: row.status === "closed", arrivals }];
}
