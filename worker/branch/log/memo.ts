import type * as z from "zod";

/** The few single values an object keeps beside its commits. A slot's number is its row: never reuse one. */
export const MEMO_SLOT = {
	epoch: 1,
	clock: 2,
	forward: 3,
	anchor: 4,
	staff: 5,
	referralsTakenOver: 6,
	sections: 7,
} as const;

/** Reads one value; null when it was never written or no longer fits its schema. */
export function readMemo<Schema extends z.ZodType>(
	sql: SqlStorage,
	slot: number,
	schema: Schema,
): z.output<Schema> | null {
	const [row] = sql.exec<{ body: string }>("SELECT body FROM memo WHERE id = ?", slot).toArray();
	if (row === undefined) return null;
	const parsed = schema.safeParse(JSON.parse(row.body));
	return parsed.success ? parsed.data : null;
}

/** Writes one value: one row. */
export function writeMemo(sql: SqlStorage, slot: number, value: unknown): void {
	const body = JSON.stringify(value);
	sql.exec("INSERT INTO memo (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body", slot, body);
}
