import { type BranchState, restoreSnapshot, snapshotOf } from "../../domain/hall/branch-state.ts";

/** A state as it was kept, with the hash of its last commit. */
export type Snapshot = { readonly state: BranchState; readonly hash: string };

/** The one snapshot; null when none was written, or by a version whose states look different. */
export function readSnapshot(sql: SqlStorage): Snapshot | null {
	const [row] = sql.exec<{ hash: string; body: string }>("SELECT hash, body FROM snapshot WHERE id = 1").toArray();
	const state = row === undefined ? null : restoreSnapshot(row.body);
	return row === undefined || state === null ? null : { state, hash: row.hash };
}

/** Whether one was ever written, readable or not. */
export function hasSnapshot(sql: SqlStorage): boolean {
	return sql.exec("SELECT id FROM snapshot").toArray().length > 0;
}

/** One row, replaced. */
export function writeSnapshot(sql: SqlStorage, { state, hash }: Snapshot): void {
	sql.exec(
		`INSERT INTO snapshot (id, seq, hash, body) VALUES (1, ?, ?, ?)
		 ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, body = excluded.body`,
		state.seq,
		hash,
		snapshotOf(state),
	);
}
