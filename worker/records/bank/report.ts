import { and, asc, desc, eq, gte, lt, lte } from "drizzle-orm";
import { regionOf } from "../../../rules/institution.ts";
import type { Place } from "../../../schema/actor.ts";
import type { SeriesRow } from "../../../schema/endpoint/branch-endpoints.ts";
import { DayReport, type StoredReport } from "../../../schema/hall/report.ts";
import { afterRow } from "../after-row.ts";
import { incoming, type Memory, type Origin, unlessNewerIsKnown } from "../memory.ts";
import { withinAny, withinPlace } from "../within-place.ts";
import { reports } from "./tables.ts";

export type DayRange = { readonly from?: string | undefined; readonly to?: string | undefined };

/** Writes one day's report; idempotent. `hash` is the hash of the day's last commit. */
export function rememberReport(
	memory: Memory,
	report: DayReport,
	origin: Origin & { readonly hash: string; readonly storedAt: number },
) {
	return memory
		.insert(reports)
		.values({
			branchId: report.branchId,
			businessDay: report.businessDay,
			region: regionOf(report.branchId),
			...origin,
			body: JSON.stringify(report),
		})
		.onConflictDoUpdate({
			target: [reports.branchId, reports.businessDay],
			set: {
				epoch: incoming(reports.epoch),
				seq: incoming(reports.seq),
				hash: incoming(reports.hash),
				storedAt: incoming(reports.storedAt),
				body: incoming(reports.body),
			},
			setWhere: unlessNewerIsKnown(reports),
		});
}

/** One day's report of one branch; null when there is none. */
export async function findReport(memory: Memory, branchId: string, businessDay: string): Promise<StoredReport | null> {
	const [row] = await memory
		.select()
		.from(reports)
		.where(and(eq(reports.branchId, branchId), eq(reports.businessDay, businessDay)));
	return row === undefined ? null : storedReport(row);
}

/** One day's report as the very text that is stored, with the seq and hash of the commit that closed the day. */
export async function findReportText(
	memory: Memory,
	branchId: string,
	businessDay: string,
): Promise<{ readonly body: string; readonly hash: string; readonly lastSeq: number } | null> {
	const [row] = await memory
		.select({ body: reports.body, hash: reports.hash, lastSeq: reports.seq })
		.from(reports)
		.where(and(eq(reports.branchId, branchId), eq(reports.businessDay, businessDay)));
	return row ?? null;
}

/** The hash of each stored day's last commit, by business day. */
export async function reportHashes(memory: Memory, branchId: string): Promise<ReadonlyMap<string, string>> {
	const rows = await memory
		.select({ businessDay: reports.businessDay, hash: reports.hash })
		.from(reports)
		.where(eq(reports.branchId, branchId));
	return new Map(rows.map(({ businessDay, hash }) => [businessDay, hash]));
}

/** One page of a branch's reports, newest day first, before the day `before`. */
export async function listReports(
	memory: Memory,
	branchId: string,
	range: DayRange,
	page: { readonly limit: number; readonly before: string | null },
): Promise<StoredReport[]> {
	const rows = await memory
		.select()
		.from(reports)
		.where(
			and(
				eq(reports.branchId, branchId),
				...inRange(range),
				page.before === null ? undefined : lt(reports.businessDay, page.before),
			),
		)
		.orderBy(desc(reports.businessDay))
		.limit(page.limit);
	return rows.map(storedReport);
}

/** One page of day figures over the branches within any of these places, newest day first, branches by id within a day. */
export async function listSeries(
	memory: Memory,
	places: readonly Place[],
	range: DayRange & { readonly region?: string | undefined },
	page: { readonly limit: number; readonly after: { readonly businessDay: string; readonly branchId: string } | null },
): Promise<SeriesRow[]> {
	const { after } = page;
	const rows = await memory
		.select({ body: reports.body })
		.from(reports)
		.where(
			and(
				...inRange(range),
				withinAny(reports.branchId, places),
				range.region === undefined ? undefined : withinPlace(reports.branchId, range.region),
				after === null
					? undefined
					: afterRow(
							"down",
							{ column: reports.businessDay, value: after.businessDay },
							{ column: reports.branchId, value: after.branchId },
						),
			),
		)
		.orderBy(desc(reports.businessDay), asc(reports.branchId))
		.limit(page.limit);
	return rows.map((row) => {
		const { branchId, businessDay, tickets, waits, services, quotes } = DayReport.parse(JSON.parse(row.body));
		return { branchId, businessDay, tickets, waits, services, ...(quotes === undefined ? {} : { quotes }) };
	});
}

function inRange(range: DayRange) {
	return [
		range.from === undefined ? undefined : gte(reports.businessDay, range.from),
		range.to === undefined ? undefined : lte(reports.businessDay, range.to),
	];
}

function storedReport(row: typeof reports.$inferSelect): StoredReport {
	const { branchId, businessDay, epoch, hash, storedAt, body } = row;
	return { branchId, businessDay, epoch, hash, storedAt, report: DayReport.parse(JSON.parse(body)) };
}
