import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { unstable_splitSqlQuery as splitSql } from "wrangler";

/** The part of a D1 database that applying migrations needs; a binding of the worker and of miniflare both have it. */
interface Database {
	prepare(sql: string): Statement;
	batch(statements: Statement[]): Promise<unknown>;
}
interface Statement {
	bind(...values: unknown[]): Statement;
	run(): Promise<unknown>;
	all<Row>(): Promise<{ results: Row[] }>;
}

/**
 * Applies the migrations in `schema/migrations` that a database does not have yet, each in one transaction, and returns their names.
 * It keeps wrangler's own table, so `wrangler d1 migrations apply` and this agree about what is done.
 */
export async function applyMigrations(database: Database): Promise<string[]> {
	await database
		.prepare(
			"CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
		)
		.run();
	const { results } = await database.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
	const done = new Set(results.map(({ name }) => name));
	const due = globSync("schema/migrations/*.sql")
		.sort()
		.filter((path) => !done.has(basename(path)));
	for (const path of due) {
		const statements = splitSql(readFileSync(path, "utf8")).map((sql) => database.prepare(sql));
		const mark = database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(basename(path));
		await database.batch([...statements, mark]);
	}
	return due.map((path) => basename(path));
}
