import { and, asc, desc, eq, gt, or, type SQL, sql } from "drizzle-orm";
import { regionOf } from "../../../rules/institution.ts";
import type { Place } from "../../../schema/actor.ts";
import type { BranchSort, BranchSummary } from "../../../schema/endpoint/branch-endpoints.ts";
import { type BranchConfiguration, BranchKind } from "../../../schema/hall/configuration.ts";
import { type Rollup, RollupTotals } from "../../../schema/hall/report.ts";
import { incoming, type Memory, type Origin, unlessNewerIsKnown } from "../memory.ts";
import { withinAny } from "../within-place.ts";
import { quoteWeekFrom, quoteWeekText } from "./quote-week.ts";
import { branches, rollups } from "./tables.ts";

/** Writes what a branch is called and where it belongs; idempotent. */
export function rememberBranch(memory: Memory, configuration: BranchConfiguration, origin: Origin) {
	const row = {
		branchId: configuration.branchId,
		region: regionOf(configuration.branchId),
		kind: configuration.kind,
		nameZh: configuration.name.zh,
		nameEn: configuration.name.en,
		regionNameZh: configuration.region.zh,
		regionNameEn: configuration.region.en,
		...origin,
	};
	const { branchId: _, ...changes } = row;
	return memory
		.insert(branches)
		.values(row)
		.onConflictDoUpdate({ target: branches.branchId, set: changes, setWhere: unlessNewerIsKnown(branches) });
}

/** Under what the branch was last written down; null when it is not known at all. */
export async function findOrigin(memory: Memory, branchId: string): Promise<Origin | null> {
	const { epoch, seq } = branches;
	const [row] = await memory.select({ epoch, seq }).from(branches).where(eq(branches.branchId, branchId));
	return row ?? null;
}

/** Writes the day so far of one branch; idempotent. */
export function rememberRollup(memory: Memory, rollup: Rollup, origin: Origin, receivedAt: number) {
	return memory
		.insert(rollups)
		.values({
			branchId: rollup.branchId,
			businessDay: rollup.businessDay,
			...origin,
			receivedAt,
			body: JSON.stringify(rollup),
		})
		.onConflictDoUpdate({
			target: [rollups.branchId, rollups.businessDay],
			set: {
				epoch: incoming(rollups.epoch),
				seq: incoming(rollups.seq),
				receivedAt: incoming(rollups.receivedAt),
				body: incoming(rollups.body),
			},
			setWhere: unlessNewerIsKnown(rollups),
		});
}

/** Tickets issued on a day, as far as it was heard of; null when it was not. */
export async function issuedOn(memory: Memory, branchId: string, businessDay: string): Promise<number | null> {
	const [row] = await memory
		.select({ issued: SORTED_BY.issued })
		.from(rollups)
		.where(and(eq(rollups.branchId, branchId), eq(rollups.businessDay, businessDay)));
	return row?.issued ?? null;
}

/** Where a page of branches starts and how it is chosen and ordered; without `sort`, by id. */
export type BranchPage = {
	readonly limit: number;
	/** The last branch of the page before, with the value it was sorted by. */
	readonly after: { readonly branchId: string; readonly value: number } | null;
	/** A part of the id, or of a name or region in either language. */
	readonly find?: string | undefined;
	readonly sort?: BranchSort | undefined;
	readonly descending?: boolean;
};

/** What nothing was measured for stands last, whichever way the list is sorted. */
function unmeasured(descending = false): number {
	return descending ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/** Added to the share within target of a day that is over, so that it stands behind every day that can still be helped. */
function behindOpen(descending = false): number {
	return descending ? -2 : 2;
}

/** Where each figure stands in a rollup's text; an older rollup counts as more. */
const SORTED_BY = {
	issued: sql<number>`json_extract(${rollups.body}, '$.tickets.issued')`,
	served: sql<number>`json_extract(${rollups.body}, '$.tickets.served')`,
	waiting: sql<number>`json_extract(${rollups.body}, '$.waiting')`,
	"counters-open": sql<number>`json_extract(${rollups.body}, '$.countersOpen')`,
	"mean-wait": sql<number>`json_extract(${rollups.body}, '$.waits.meanMs')`,
	"within-target": sql<number>`json_extract(${rollups.body}, '$.waits.withinTarget')`,
	age: sql<number>`-${rollups.receivedAt}`,
} satisfies Record<BranchSort, SQL>;

/** The value a row is sorted by, as the database has it. */
export function sortValueOf({ rollup, receivedAt }: ListedBranch, sort: BranchSort, descending: boolean): number {
	if (rollup === null) return unmeasured(descending);
	switch (sort) {
		case "issued":
			return rollup.tickets.issued;
		case "served":
			return rollup.tickets.served;
		case "waiting":
			return rollup.waiting;
		case "counters-open":
			return rollup.countersOpen;
		case "mean-wait":
			return rollup.waits.meanMs ?? unmeasured(descending);
		case "within-target":
			return rollup.waits.withinTarget === null
				? unmeasured(descending)
				: rollup.waits.withinTarget + (rollup.dayStatus === "open" ? 0 : behindOpen(descending));
		case "age":
			return -(receivedAt ?? 0);
		default:
			return sort satisfies never;
	}
}

/** One page of the branches within any of these places, each with its latest rollup. `now` is wall-clock time. */
export async function listBranches(
	memory: Memory,
	places: readonly Place[],
	page: BranchPage,
	now: number,
): Promise<ListedBranch[]> {
	const latest = memory
		.select({ businessDay: rollups.businessDay })
		.from(rollups)
		.where(eq(rollups.branchId, branches.branchId))
		.orderBy(desc(rollups.businessDay))
		.limit(1);
	const rows = await memory
		.select({ branch: branches, rollup: rollups, quoteWeek: quoteWeekText })
		.from(branches)
		.leftJoin(rollups, and(eq(rollups.branchId, branches.branchId), eq(rollups.businessDay, latest)))
		.where(and(withinAny(branches.branchId, places), found(page.find), follows(page)))
		.orderBy(...(page.sort === undefined ? [] : [inOrder(page.sort, page.descending)]), asc(branches.branchId))
		.limit(page.limit);
	return rows.map(({ branch, rollup, quoteWeek }) => ({
		branchId: branch.branchId,
		name: { zh: branch.nameZh, en: branch.nameEn },
		region: { zh: branch.regionNameZh, en: branch.regionNameEn },
		kind: BranchKind.parse(branch.kind),
		rollup: rollup === null ? null : RollupTotals.parse(JSON.parse(rollup.body)),
		ageMs: rollup === null ? null : Math.max(0, now - rollup.receivedAt),
		quoteWeek: quoteWeekFrom(quoteWeek),
		receivedAt: rollup?.receivedAt ?? null,
	}));
}

/** A branch as it was read; when its rollup came is how a list sorted by age goes on. */
type ListedBranch = BranchSummary & { readonly receivedAt: number | null };

function found(text: string | undefined): SQL | undefined {
	if (text === undefined || text === "") return undefined;
	const { branchId, nameZh, nameEn, regionNameZh, regionNameEn } = branches;
	const columns = [branchId, nameZh, nameEn, regionNameZh, regionNameEn];
	// Not `like`: what is typed may hold its signs.
	return or(...columns.map((column) => sql`instr(lower(${column}), ${text.toLowerCase()}) > 0`));
}

function sortedBy(sort: BranchSort, descending?: boolean): SQL<number> {
	const value =
		sort === "within-target"
			? sql`${SORTED_BY[sort]} + iif(json_extract(${rollups.body}, '$.dayStatus') = 'open', 0, ${behindOpen(descending)})`
			: SORTED_BY[sort];
	return sql<number>`coalesce(${value}, ${unmeasured(descending)})`;
}

function inOrder(sort: BranchSort, descending = false): SQL {
	return descending ? desc(sortedBy(sort, true)) : asc(sortedBy(sort));
}

function follows({ after, sort, descending }: BranchPage): SQL | undefined {
	if (after === null) return undefined;
	const behind = gt(branches.branchId, after.branchId);
	if (sort === undefined) return behind;
	const value = sortedBy(sort, descending);
	const beyond = descending ? sql`${value} < ${after.value}` : sql`${value} > ${after.value}`;
	return or(beyond, and(sql`${value} = ${after.value}`, behind));
}
