import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Place } from "../../schema/actor.ts";
import type { BranchSummary } from "../../schema/branch-endpoints.ts";
import { type BranchConfiguration, BranchKind } from "../../schema/configuration.ts";
import { regionOf } from "../../schema/ids.ts";
import { Rollup } from "../../schema/report.ts";
import { incoming, type Memory, type Origin, unlessNewerIsKnown } from "./memory.ts";
import { branches, rollups } from "./tables.ts";
import { withinAny } from "./within-place.ts";

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

/** One page of the branches within any of these places, by id, each with its latest rollup. `now` is wall-clock time. */
export async function listBranches(
	memory: Memory,
	places: readonly Place[],
	page: { readonly limit: number; readonly after: string | null },
	now: number,
): Promise<BranchSummary[]> {
	const latest = memory
		.select({ businessDay: rollups.businessDay })
		.from(rollups)
		.where(eq(rollups.branchId, branches.branchId))
		.orderBy(desc(rollups.businessDay))
		.limit(1);
	const rows = await memory
		.select({ branch: branches, rollup: rollups })
		.from(branches)
		.leftJoin(rollups, and(eq(rollups.branchId, branches.branchId), eq(rollups.businessDay, latest)))
		.where(
			and(withinAny(branches.branchId, places), page.after === null ? undefined : gt(branches.branchId, page.after)),
		)
		.orderBy(asc(branches.branchId))
		.limit(page.limit);
	return rows.map(({ branch, rollup }) => ({
		branchId: branch.branchId,
		name: { zh: branch.nameZh, en: branch.nameEn },
		region: { zh: branch.regionNameZh, en: branch.regionNameEn },
		kind: BranchKind.parse(branch.kind),
		rollup: rollup === null ? null : Rollup.parse(JSON.parse(rollup.body)),
		ageMs: rollup === null ? null : Math.max(0, now - rollup.receivedAt),
	}));
}
