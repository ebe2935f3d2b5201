import type { D1Database } from "@cloudflare/workers-types";
import { sql } from "drizzle-orm";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import { DrizzleQueryError } from "drizzle-orm/errors";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

export type Memory = DrizzleD1Database & { readonly $client: D1Database };

export function memoryOf(database: D1Database): Memory {
	return drizzle(database);
}

/** Where a row came from: a later epoch, or a later seq of the same one, replaces what is known. */
export type Origin = { readonly epoch: number; readonly seq: number };

/** The guard of every absolute upsert: a row that comes late, or twice, changes nothing. */
export function unlessNewerIsKnown(table: { readonly epoch: SQLiteColumn; readonly seq: SQLiteColumn }) {
	return sql`excluded.epoch > ${table.epoch} or (excluded.epoch = ${table.epoch} and excluded.seq > ${table.seq})`;
}

/** Whether what is known is older than what was acknowledged: then the memory was set back. */
export function isBehind(known: Origin | null, acknowledged: Origin): boolean {
	if (known === null || known.epoch < acknowledged.epoch) return true;
	return known.epoch === acknowledged.epoch && known.seq < acknowledged.seq;
}

/** The value the insert brought, in the update half of an upsert. */
export function incoming(column: SQLiteColumn) {
	return sql.raw(`excluded."${column.name}"`);
}

/** Larger than what a branch sends in one go, so that a memory with room for nothing but a row or two counts as full. */
const PROBE_BYTES = 262_144;

/** Resolves when D1 can write: reads go on when it is full or read-only. Leaves nothing. */
export async function tryWriting({ $client }: Memory): Promise<void> {
	await $client.batch([
		$client.prepare("INSERT INTO write_probe (filler) VALUES (zeroblob(?))").bind(PROBE_BYTES),
		$client.prepare("DELETE FROM write_probe"),
	]);
}

/** What went wrong in D1, in its own words and without the statement and its values; null for any other error. */
export function memoryFault(error: unknown): string | null {
	if (error instanceof DrizzleQueryError) return error.cause === undefined ? "query failed" : String(error.cause);
	return error instanceof Error && error.message.startsWith("D1_") ? error.message : null;
}
