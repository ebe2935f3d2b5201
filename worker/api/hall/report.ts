import { findReport, listReports, listSeries } from "../../records/bank/report.ts";
import { cursorOf } from "../../records/cursor.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { placesWith } from "../door/granters.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { pageOf, startOf } from "./branch.ts";

export const dayReports: Handler<"dayReports"> = async ({ env, params, query }) => {
	const start = startOf(query.cursor, 1);
	if (start instanceof Refused) return start;
	const page = { limit: query.limit + 1, before: start?.[0] ?? null };
	const rows = await listReports(memoryOf(env.DB), params.branchId, query, page);
	return pageOf(rows, query.limit, (row) => [row.businessDay]);
};

export const dayReport: Handler<"dayReport"> = async ({ env, params }) => {
	const report = await findReport(memoryOf(env.DB), params.branchId, params.businessDay);
	return report ?? new Refused("no-report", { detail: params.businessDay });
};

export const series: Handler<"series"> = async ({ env, caller, query }) => {
	const start = startOf(query.cursor, 2);
	if (start instanceof Refused) return start;
	const [businessDay, branchId] = start ?? [];
	const after = businessDay === undefined || branchId === undefined ? null : { businessDay, branchId };
	const rows = await listSeries(memoryOf(env.DB), placesWith("reports.read", caller), query, {
		limit: query.limit + 1,
		after,
	});
	return pageOf(rows, query.limit, (row) => [row.businessDay, row.branchId]);
};

export const verifyReport: Handler<"verifyReport"> = async ({ env, params }) => {
	const result = await askBranch(env, params.branchId, (branch) => branch.verification(params.businessDay));
	return result ?? new Refused("no-commits", { detail: params.businessDay });
};

export const commits: Handler<"commits"> = async ({ env, params, query }) => {
	const start = startOf(query.cursor, 1);
	if (start instanceof Refused) return start;
	const after = Number(start?.[0] ?? 0);
	if (!Number.isSafeInteger(after)) return new Refused("invalid-input");
	const page = await askBranch(env, params.branchId, async (branch) =>
		branch.commits(params.businessDay, after, query.limit),
	);
	if (page instanceof Refused) return page;
	if (page.rows.length === 0 && start === null) return new Refused("no-commits", { detail: params.businessDay });
	return { rows: [...page.rows], next: page.nextSeq === null ? null : cursorOf([String(page.nextSeq)]) };
};
