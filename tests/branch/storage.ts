import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { BranchObject } from "../../worker/branch/branch-object.ts";
import { NO_PROGRESS, Progress } from "../../worker/branch/forward/progress.ts";
import { MEMO_SLOT, readMemo } from "../../worker/branch/log/memo.ts";
import { eventually } from "./a-branch.ts";

export type Dump = Readonly<Record<string, readonly Record<string, SqlStorageValue>[]>>;

/** Runs inside the awake object, as the platform would; nothing else happens meanwhile unless `work` waits. */
export function inside<Value>(
	branchId: string,
	work: (branch: BranchObject, storage: DurableObjectStorage) => Value | Promise<Value>,
): Promise<Value> {
	return runInDurableObject(env.BRANCH.getByName(branchId), (branch: BranchObject, { storage }) =>
		work(branch, storage),
	);
}

/** Everything a branch has stored, row by row. */
export function dump(sql: SqlStorage): Dump {
	const tables = sql
		.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
		.toArray();
	return Object.fromEntries(tables.map(({ name }) => [name, sql.exec(`SELECT * FROM ${name} ORDER BY 1`).toArray()]));
}

export function dumpOf(branchId: string): Promise<Dump> {
	return inside(branchId, (_, { sql }) => dump(sql));
}

/**
 * While `work` runs, the `failing`-th statement of the object throws as a full disk would (0: none does). Returns how
 * many statements were asked for; an error of `work` is kept beside it.
 */
export function withFailingStatement(
	storage: DurableObjectStorage,
	failing: number,
	work: () => void,
): { readonly statements: number; readonly error: unknown } {
	const real = storage.sql;
	let statements = 0;
	const exec = (query: string, ...bindings: SqlStorageValue[]) => {
		statements += 1;
		if (statements === failing) throw new Error(`statement ${failing} failed: ${query.slice(0, 60)}`);
		return real.exec(query, ...bindings);
	};
	Object.defineProperty(storage, "sql", { configurable: true, value: { exec } });
	try {
		work();
		return { statements, error: null };
	} catch (error) {
		return { statements, error };
	} finally {
		Object.defineProperty(storage, "sql", { configurable: true, value: real });
	}
}

/** How far D1 has followed a branch, as the branch has stored it. */
export function progressOf(branchId: string): Promise<Progress> {
	return inside(branchId, (_, { sql }) => readMemo(sql, MEMO_SLOT.forward, Progress) ?? NO_PROGRESS);
}

/** Until D1 knows all that it should know at once. */
export function sentUpTo(branchId: string, seq: number): Promise<void> {
	return eventually(`D1 to know ${branchId} up to ${seq}`, async () => (await progressOf(branchId)).seq >= seq);
}
