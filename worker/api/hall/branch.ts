import { cursorOf, readCursor } from "../../records/cursor.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";

/** `rows` was read with one row more than `limit`: if that row is there, another page follows. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly string[]) {
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	return { rows: page, next: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null };
}

/** The key a page starts after; null for the first page. */
export function startOf(cursor: string | undefined, length: number): readonly string[] | null | Refused {
	if (cursor === undefined) return null;
	const key = readCursor(cursor, length);
	return (
		key ?? new Refused("invalid-input", { errors: [{ path: "query.cursor", message: "not a cursor of this list" }] })
	);
}

export const branchStatus: Handler<"branchStatus"> = async ({ env, params }) => {
	const result = await askBranch(env, params.branchId, async (branch) => branch.status());
	if (result instanceof Refused) return result;
	return result.ok ? result.value : new Refused(result.code);
};

export const configuration: Handler<"configuration"> = async ({ env, params }) => {
	const result = await askBranch(env, params.branchId, async (branch) => branch.configuration());
	return result ?? new Refused("branch-not-configured");
};

export const tickets: Handler<"tickets"> = async ({ env, params, query }) => {
	const { limit, cursor, ...filter } = query;
	const start = startOf(cursor, 2);
	if (start instanceof Refused) return start;
	const after = start === null ? null : { issuedAt: Number(start[0]), ticketId: start[1] ?? "" };
	const result = await askBranch(env, params.branchId, async (branch) =>
		branch.tickets({ filter, after, limit: limit + 1 }),
	);
	if (result instanceof Refused) return result;
	if (!result.ok) return new Refused(result.code);
	const { businessDay, at, tickets: rows } = result.value;
	return { ...pageOf(rows, limit, (row) => [String(row.issuedAt), row.ticketId]), businessDay, at };
};

export const ticket: Handler<"ticket"> = async ({ env, params }) => {
	const result = await askBranch(env, params.branchId, async (branch) => branch.ticket(params.ticketId));
	if (result instanceof Refused) return result;
	return result.ok ? result.value : new Refused(result.code);
};

export const position: Handler<"position"> = async ({ env, params }) => {
	const result = await askBranch(env, params.branchId, async (branch) => branch.position(params.ticketId));
	if (result instanceof Refused) return result;
	return result.ok ? result.value : new Refused(result.code);
};
