import type { BranchSummary } from "../../../schema/endpoint/branch-endpoints.ts";
import { FIGURE_FRESH_MS } from "../../../schema/limits.ts";
import type { Env } from "../../platform/env.ts";
import { type BranchPage, listBranches, sortValueOf } from "../../records/bank/branch.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { placesWith } from "../door/granters.ts";
import { inTime } from "../door/in-time.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { pageOf, startOf } from "./branch.ts";

/** Whoever opens a list does not wait longer than this for branches to send what is new. */
const FRESHEN_MAX_MS = 3_000;

export const branches: Handler<"branches"> = async ({ env, caller, query, now }) => {
	const { sort, order, find } = query;
	const start = startOf(query.cursor, sort === undefined ? 1 : 2);
	if (start instanceof Refused) return start;
	const value = Number(start?.[1] ?? 0);
	if (!Number.isFinite(value)) return new Refused("invalid-input");
	const page: BranchPage = {
		limit: query.limit + 1,
		after: start === null ? null : { branchId: start[0] ?? "", value },
		find,
		sort,
		descending: order === "desc",
	};
	const read = () => listBranches(memoryOf(env.DB), placesWith("branches.read", caller), page, now);
	const known = await read();
	const fresh = await freshened(env, known);
	const rows = fresh.size === 0 ? known : await read();
	const listed = pageOf(rows, query.limit, (row) =>
		sort === undefined ? [row.branchId] : [row.branchId, String(sortValueOf(row, sort, order === "desc"))],
	);
	const aged = listed.rows.map(({ receivedAt: _, ...row }) => (fresh.has(row.branchId) ? { ...row, ageMs: 0 } : row));
	return { ...listed, rows: aged };
};

/** The branches whose open day was no longer fresh and has now been brought up to date; the others keep their age. */
async function freshened(env: Env, rows: readonly BranchSummary[]): Promise<ReadonlySet<string>> {
	const fresh = new Set<string>();
	const old = rows.filter(({ rollup, ageMs }) => rollup?.dayStatus === "open" && (ageMs ?? 0) > FIGURE_FRESH_MS);
	if (old.length === 0) return fresh;
	const asked = old.map(async ({ branchId }) => {
		const upToDate = await askBranch(env, branchId, async (branch) => branch.bringUpToDate());
		if (upToDate === true) fresh.add(branchId);
	});
	await inTime(FRESHEN_MAX_MS, Promise.all(asked));
	// What answers later changes nothing any more.
	return new Set(fresh);
}
