import { entriesAsCases } from "./referral-entries.ts";

/**
 * The object's tables, as an append-only list: an entry that has run anywhere is never edited or moved.
 * Commits live in one table per business day (see `CommitLog`), so that old days are dropped whole.
 */
export const MIGRATIONS: readonly string[] = [
	`CREATE TABLE day (first_seq INTEGER PRIMARY KEY, day TEXT NOT NULL);
	 CREATE TABLE snapshot (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL);
	 CREATE TABLE memo (id INTEGER PRIMARY KEY, body TEXT NOT NULL);`,
	"CREATE TABLE outbox (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);",
	"CREATE TABLE delivered (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, referral_id TEXT NOT NULL, body TEXT NOT NULL);",
	// Two indexes that name few rows, so that a step writes few: what is open, due first, and what D1 has not got.
	`CREATE TABLE cases (case_id TEXT PRIMARY KEY, kind TEXT NOT NULL, stage TEXT NOT NULL, owner_id TEXT NOT NULL,
		opened_by TEXT NOT NULL, due_at INTEGER NOT NULL, is_escalated INTEGER NOT NULL, is_open INTEGER NOT NULL,
		next_at INTEGER, is_unsent INTEGER NOT NULL, left_at INTEGER, body TEXT NOT NULL) WITHOUT ROWID;
	 CREATE INDEX open_cases ON cases (next_at, kind, stage) WHERE is_open = 1;
	 CREATE INDEX unsent_cases ON cases (is_unsent) WHERE is_unsent = 1;`,
	`${entriesAsCases("outbox")} DROP TABLE outbox;`,
	"CREATE TABLE section (section_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;",
];

/** Whether anything was ever stored here: merely asking about a made-up branch must not found one. */
export function isFounded(storage: DurableObjectStorage): boolean {
	return storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'migration'").toArray().length > 0;
}

/** Brings the object's tables up to date in one transaction; refuses a storage newer than this code. */
export function migrate(storage: DurableObjectStorage): void {
	storage.sql.exec("CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY)");
	const applied = storage.sql.exec<{ count: number }>("SELECT count(*) AS count FROM migration").one().count;
	if (applied > MIGRATIONS.length) throw new Error(`storage has ${applied} migrations, this code ${MIGRATIONS.length}`);
	if (applied === MIGRATIONS.length) return;
	storage.transactionSync(() => {
		for (const [index, statements] of MIGRATIONS.entries()) {
			if (index < applied) continue;
			storage.sql.exec(statements);
			storage.sql.exec("INSERT INTO migration (id) VALUES (?)", index + 1);
		}
	});
}
