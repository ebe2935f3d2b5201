import type { SQL } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import type { Memory } from "./memory.ts";

const dialect = new SQLiteSyncDialect();

/**
 * Statements in one transaction, each with its rows. Drizzle's own batch loses the parameters of statements that were
 * written as SQL, so this hands them over itself.
 */
export async function together(memory: Memory, statements: readonly SQL[]): Promise<unknown[][]> {
	const prepared = statements.map((statement) => {
		const { sql, params } = dialect.sqlToQuery(statement);
		return memory.$client.prepare(sql).bind(...params);
	});
	const results = await memory.$client.batch(prepared);
	return results.map((result) => result.results);
}
