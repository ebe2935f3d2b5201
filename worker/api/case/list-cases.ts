import { definitionOf } from "../../../rules/case/kinds.ts";
import { holds } from "../../../rules/holding.ts";
import { covers } from "../../../rules/place.ts";
import type { CaseSort } from "../../../schema/endpoint/case-endpoints.ts";
import type { Env } from "../../platform/env.ts";
import { vaultOf } from "../../privacy/vault.ts";
import { type CaseSpot, listCases, type Seen, spotOf } from "../../records/case/list.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { inTime } from "../door/in-time.ts";
import { type Call, type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { allShownTo, withNames } from "./shown-case.ts";
import { actorsOf } from "./stored-case.ts";

const BRING_MAX_MS = 3_000;

export const cases: Handler<"cases"> = async ({ env, caller, params, query, now }) => {
	const { nodeId } = params;
	const { kind, limit, sort, order, list, open } = query;
	const test = list === undefined ? {} : definitionOf(kind).lists?.[list];
	if (test === undefined) return new Refused("invalid-input", { errors: [{ path: "query.list", message: "no list" }] });
	const after = spotAfter(query.cursor, sort);
	if (after instanceof Refused) return after;
	const seen = seenBy(caller, query, nodeId);
	if (seen instanceof Refused) return seen;
	return orNotReady(async () => {
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		await bringCases(env, nodeId);
		const filter = { ...query, seen, test, isOpen: open === "any" ? undefined : open === "true" };
		const found = await listCases(memoryOf(env.DB), nodeId, filter, { limit: limit + 1, sort, order, after });
		const page = pageOf(found, limit, (row) => {
			const { key, dueAt, caseId } = spotOf(row, sort);
			return [String(key), String(dueAt), caseId];
		});
		return { ...page, rows: await withNames(env, await allShownTo(caller, vault, page.rows)), asOf: now };
	});
};

/** What of a kind's cases in a place somebody may read; of a kind in which nobody has a part, all or nothing. */
function seenBy(caller: Call<"cases">["caller"], { kind }: Call<"cases">["query"], nodeId: string): Seen | Refused {
	const { rights, parts, assigned } = definitionOf(kind);
	const here = actorsOf(caller).filter((each) => covers(each.place, nodeId));
	const all = here.some((each) => holds(each, rights.read));
	const staffId = here.flatMap((each) => (each.kind === "staff" ? each.staffId : []))[0];
	if (staffId === undefined || (!all && parts === undefined)) return new Refused("not-permitted");
	return { all, unassigned: assigned !== undefined && here.some((each) => holds(each, assigned.to)), staffId };
}

/** D1 gets what waits in a branch, so that a list of it has what was just done; a list need not wait for all of it. */
export async function bringCases(env: Env, nodeId: string): Promise<void> {
	// A branch's id alone has a hyphen.
	if (!nodeId.includes("-")) return;
	await inTime(
		BRING_MAX_MS,
		askBranch(env, nodeId, async (branch) => branch.bringCases()),
	);
}

/** Where a list so sorted goes on: a cursor of one sorted otherwise leads nowhere. */
function spotAfter(cursor: string | undefined, sort: CaseSort): CaseSpot | null | Refused {
	const start = startOf(cursor, 3);
	if (start === null || start instanceof Refused) return start;
	const [name = "", at, caseId = ""] = start;
	const dueAt = Number(at);
	const key = sort === "due" || sort === "opened" ? Number(name) : name;
	const isRead = Number.isSafeInteger(dueAt) && (typeof key === "string" || Number.isSafeInteger(key));
	return isRead ? { key, dueAt, caseId } : new Refused("invalid-input");
}
