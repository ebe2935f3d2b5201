import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { applyMigrations } from "../scripts/serve/apply-migrations.ts";
import { listCases } from "../worker/records/case/list.ts";
import { memoryOf } from "../worker/records/memory.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";

const NAME = "memory";
const OPEN = 10_000;
const CLOSED = 100_000;
const BRANCHES = 50;
const PAGE_ROWS = 50;
const TARGET = { of: "ratio", atMost: 2 } as const;
const MIDDLE = { key: OPEN / 2, dueAt: OPEN / 2, caseId: "" };

/** Rows that D1 reads for a page of due cases among many, beside the same page of the bare table by its index. */
export async function dueList(): Promise<Measure> {
	const script = {
		type: "ESModule",
		path: "nobody.js",
		contents: "export default { fetch: () => new Response() }",
	} as const;
	const worker = { name: NAME, modules: [script], compatibilityDate: "2026-01-01", d1Databases: ["DB"] };
	const miniflare = new Miniflare({
		...convertV4MiniflareOptions({ workers: [worker] }),
		host: "127.0.0.1",
		port: 0,
		cf: false,
	});
	try {
		const database = await miniflare.getD1Database("DB", NAME);
		await applyMigrations(database);
		await fill(database);
		const bare = await rowsRead(database, (db) => db.prepare(BARE).bind("problem").all());
		const read = (nodeId: string, after: typeof MIDDLE | null) =>
			rowsRead(database, (db) => firstPage(db as never, nodeId, after));
		const [bank, middle, branch] = [await read("bank", null), await read("bank", MIDDLE), await read("sh-b17", null)];
		return measure({
			value: Math.max(bank, middle, branch),
			baseline: bare,
			unit: "rows read",
			target: TARGET,
			beside: { bankRows: bank, bankMiddleRows: middle, branchRows: branch, open: OPEN, closed: CLOSED },
			notes: `A page of ${PAGE_ROWS} of a kind, due first: of the whole bank, from its middle, and of one of ${BRANCHES} branches; the worst of them.`,
		});
	} finally {
		await miniflare.dispose();
	}
}

const BARE = `SELECT body FROM cases WHERE kind = ? AND is_open = 1 ORDER BY due_at, case_id LIMIT ${PAGE_ROWS + 1}`;

type Database = Awaited<ReturnType<Miniflare["getD1Database"]>>;
type Statement = ReturnType<Database["prepare"]>;

async function firstPage(database: never, nodeId: string, after: typeof MIDDLE | null): Promise<void> {
	const page = { limit: PAGE_ROWS + 1, sort: "due", order: "asc", after } as const;
	const seen = { all: true, unassigned: false, staffId: "nobody" };
	const rows = await listCases(memoryOf(database), nodeId, { kind: "problem", isOpen: true, seen, test: {} }, page);
	if (rows.length !== PAGE_ROWS + 1) throw new BenchFailure(`the page had ${rows.length} rows`);
}

/** Runs a query through a database that adds up what it read. */
async function rowsRead(database: Database, work: (database: Database) => Promise<unknown>): Promise<number> {
	let read = 0;
	const bound = (statement: Statement): Statement =>
		new Proxy(statement, {
			get(target, key) {
				if (key === "bind") return (...values: unknown[]) => bound(target.bind(...values));
				if (key === "all" || key === "raw") {
					return async () => {
						const answer = await target.all<Record<string, unknown>>();
						read += answer.meta.rows_read;
						return key === "all" ? answer : target.raw();
					};
				}
				const value: unknown = Reflect.get(target, key, target);
				return typeof value === "function" ? value.bind(target) : value;
			},
		});
	await work({ ...database, prepare: (query: string) => bound(database.prepare(query)) } as Database);
	return read;
}

/** Cases and their keys, spread over branches and due times. */
async function fill(database: Database): Promise<void> {
	const numbers = (count: number) =>
		`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;
	for (const [name, count, isOpen] of [
		["o", OPEN, 1],
		["c", CLOSED, 0],
	] as const) {
		const id = `printf('sh-b%d_${name}%023d', i % ${BRANCHES} + 10, i)`;
		const body = `json_object('caseId', printf('sh-b%d_%024d', i % ${BRANCHES} + 10, i), 'branchId', printf('sh-b%d', i % ${BRANCHES} + 10), 'kind', 'problem',
			'stage', 'open', 'ownerId', 'li-na', 'dueAt', i, 'businessDay', '2026-11-23', 'openedAt', 1, 'openedBy', 'li-na', 'closedAt', NULL, 'erasedAt', NULL,
			'steps', json('[]'), 'version', 1, 'remindedAt', NULL, 'escalatedAt', NULL, 'keyId', ${id}, 'key', NULL, 'texts', json('{}'), 'revision', 1)`;
		await database
			.prepare(
				`${numbers(count)} INSERT INTO cases (case_id, branch_id, kind, stage, is_open, owner_id, opened_by, opened_at, due_at, key_id, epoch, seq, body)
				 SELECT ${id}, printf('sh-b%d', i % ${BRANCHES} + 10), 'problem', 'open', ${isOpen}, 'li-na', 'li-na', 1, i, ${id}, 1, 1, ${body} FROM n`,
			)
			.run();
		await database
			.prepare(
				`${numbers(count)} INSERT INTO data_keys (key_id, retention, branch_id, created_at, expires_at) SELECT ${id}, 'case', 'sh-b', 1, 1 FROM n`,
			)
			.run();
	}
}
