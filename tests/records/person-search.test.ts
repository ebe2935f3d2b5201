import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { NodeId } from "../../schema/ids.ts";
import { findCasesOfPerson } from "../../worker/records/case/list.ts";
import { memoryOf } from "../../worker/records/memory.ts";

const CASES = 300;
/** The case with its key, what it is found by, and the two lists of what is looked for. */
const ROWS_READ_MAX = 10;

/** A database that adds up what D1 reads for it. */
function counted(database: D1Database): { readonly database: D1Database; readonly read: () => number } {
	let read = 0;
	const bound = (statement: D1PreparedStatement): D1PreparedStatement =>
		new Proxy(statement, {
			get(target, key) {
				if (key === "bind") return (...values: unknown[]) => bound(target.bind(...values));
				if (key !== "raw") throw new Error(`${String(key)} is not counted`);
				return async () => {
					const { meta } = await target.all();
					read += meta.rows_read;
					return target.raw();
				};
			},
		});
	const prepare = (query: string) => bound(database.prepare(query));
	return { database: { prepare } as unknown as D1Database, read: () => read };
}

async function fill(): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < ${CASES + 9})`;
	const body = `json_object('caseId', printf('sh-bund_%024d', i), 'branchId', 'sh-bund', 'kind', 'referral',
		'stage', 'offered', 'ownerId', 'li-na', 'dueAt', i, 'businessDay', '2026-11-23', 'openedAt', i, 'openedBy', 'li-na', 'closedAt', NULL,
		'erasedAt', NULL, 'facts', json('{}'), 'steps', json('[]'), 'version', 1, 'remindedAt', NULL, 'escalatedAt', NULL, 'keyId', printf('key-%d', i),
		'key', NULL, 'texts', json('{}'), 'fields', json('{}'), 'ties', json('{}'), 'indexes', json_object('contact', printf('hash-%d', i)), 'revision', 1)`;
	await env.DB.prepare(
		`${numbers} INSERT INTO cases (case_id, branch_id, kind, stage, is_open, owner_id, opened_by, opened_at, due_at, key_id, epoch, seq, body)
		 SELECT printf('sh-bund_%024d', i), 'sh-bund', 'referral', 'offered', 1, 'li-na', 'li-na', i, i, printf('key-%d', i), 1, 1, ${body} FROM n`,
	).run();
}

describe("a person's records among many", () => {
	it("[CASE-27] are found without reading those of anybody else, whatever the place", async ({ expect }) => {
		await fill();
		for (const place of ["sh-bund", "sh", "bank"]) {
			const { database, read } = counted(env.DB);
			const key = { names: ["contact"], hashes: ["hash-42"] };
			const found = await findCasesOfPerson(memoryOf(database), place as NodeId, key, 50);
			expect(
				found.map(({ openedAt }) => openedAt),
				place,
			).toEqual([42]);
			expect(read(), place).toBeLessThanOrEqual(ROWS_READ_MAX);
		}
	});
});
