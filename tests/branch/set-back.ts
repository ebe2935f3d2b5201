import { env } from "cloudflare:workers";
import { evict } from "./a-branch.ts";
import { type Dump, dump, inside } from "./storage.ts";

/** What a branch and its chain have in D1, table by table. */
export type MemoryCopy = Record<string, Record<string, unknown>[]>;

const TABLES = ["branches", "rollups", "reports", "data_keys", "cases", "ledger_anchor", "ledger_entry"];
/** Made by the database itself. */
const GENERATED = "refers_to";

/** As a restore point of D1 would have it. */
export async function takeMemory(): Promise<MemoryCopy> {
	const copies = await env.DB.batch<Record<string, unknown>>(
		TABLES.map((name) => env.DB.prepare(`SELECT * FROM ${name}`)),
	);
	return Object.fromEntries(TABLES.map((name, index) => [name, copies[index]?.results ?? []]));
}

/** Puts D1 back to a copy, its append-only tables too, as restoring the whole file does. */
export async function setMemoryBack(copy: MemoryCopy): Promise<void> {
	const triggers = await env.DB.prepare(
		"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'ledger%'",
	).all<{
		name: string;
		sql: string;
	}>();
	await env.DB.batch([
		...triggers.results.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
		...TABLES.map((name) => env.DB.prepare(`DELETE FROM ${name}`)),
		...Object.entries(copy).flatMap(([name, rows]) => rows.map((row) => insert(name, row))),
		...triggers.results.map(({ sql }) => env.DB.prepare(sql)),
	]);
}

function insert(name: string, row: Record<string, unknown>): D1PreparedStatement {
	const columns = Object.keys(row).filter((column) => column !== GENERATED);
	const marks = columns.map(() => "?").join(", ");
	return env.DB.prepare(`INSERT INTO ${name} (${columns.join(", ")}) VALUES (${marks})`).bind(
		...columns.map((column) => row[column]),
	);
}

/** A branch's storage at some moment: how its tables are made, and what is in them. */
export type BranchCopy = { readonly tables: readonly string[]; readonly rows: Dump };

const OWN = "type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'";

export function takeBranch(branchId: string): Promise<BranchCopy> {
	return inside(branchId, (_, { sql }) => ({
		tables: sql
			.exec<{ sql: string }>(`SELECT sql FROM sqlite_master WHERE ${OWN}`)
			.toArray()
			.map((row) => row.sql),
		rows: dump(sql),
	}));
}

/** Puts the storage back to a copy, whole, and ends the object: what setting back to a bookmark does. */
export async function setBranchBack(branchId: string, { tables, rows }: BranchCopy): Promise<void> {
	await inside(branchId, async (_, storage) => {
		const { sql } = storage;
		storage.transactionSync(() => {
			const names = sql.exec<{ name: string }>(`SELECT name FROM sqlite_master WHERE ${OWN}`).toArray();
			for (const { name } of names) sql.exec(`DROP TABLE ${name}`);
			for (const table of tables) sql.exec(table);
			for (const [name, copied] of Object.entries(rows)) {
				for (const row of copied) {
					const columns = Object.keys(row);
					const marks = columns.map(() => "?").join(", ");
					sql.exec(`INSERT INTO ${name} (${columns.join(", ")}) VALUES (${marks})`, ...Object.values(row));
				}
			}
		});
		await storage.deleteAlarm();
	});
	await evict(branchId);
}
