import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { LedgerBody, SUBJECT_MAX_CHARS } from "../../schema/ledger/ledger.ts";
import { IMPORT_LINES_MAX } from "../../schema/limits.ts";
import { BEFORE_FIRST, followChain } from "../../worker/domain/ledger/chain.ts";
import { LEDGER_CHAIN } from "../../worker/ledger/ledger-chain.ts";
import { ENTRY_KEEP_MS } from "../../worker/ledger/ledger-object.ts";
import { breakMemory } from "../branch/failing-memory.ts";
import { withFailingStatement } from "../branch/storage.ts";
import { appendMany, copied, draft, evictLedger, forwarded, insideLedger, ledgerOf, newChain } from "./a-ledger.ts";

describe("an entry", () => {
	it("[AUD-2] is written once however often it is sent, across eviction", async ({ expect }) => {
		const chain = newChain();
		const first = await ledgerOf(chain).append(draft("the one"));
		expect(first).toEqual({ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
		expect(await ledgerOf(chain).append(draft("the one"))).toEqual(first);
		await evictLedger(chain);
		expect(await ledgerOf(chain).append(draft("the one", { act: "another" }))).toEqual(first);
		const second = await ledgerOf(chain).append(draft("the next"));
		expect(second.seq).toBe(2);
		await forwarded(chain);
		expect((await copied(chain)).map(({ seq }) => seq)).toEqual([1, 2]);
	});

	it("[AUD-2] racing others has a place of its own, in one chain, evicted again and again", async ({ expect }) => {
		const chain = newChain();
		const places: number[] = [];
		for (let round = 0; round < 5; round++) {
			const batch = Array.from({ length: 8 }, (_, index) => ledgerOf(chain).append(draft(`race-${round}-${index}`)));
			places.push(...(await Promise.all(batch)).map(({ seq }) => seq));
			await evictLedger(chain);
		}
		expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
		await forwarded(chain);
		const { head } = await ledgerOf(chain).attest(0);
		const followed = followChain(LEDGER_CHAIN, await copied(chain), { after: BEFORE_FIRST, lastSeq: 40 });
		expect(followed.brokenAt).toBeNull();
		expect(followed.last.hash).toBe(head.hash);
	});

	it("[AUD-2] is written whole or not at all, whichever statement fails", async ({ expect }) => {
		const chain = newChain();
		await appendMany(chain, 2);
		await evictLedger(chain);
		await insideLedger(chain, (ledger, storage) => {
			const { statements } = withFailingStatement(storage, 0, () => ledger.append(draft("counted")));
			expect(statements).toBeGreaterThanOrEqual(2);
			for (let failing = 1; failing <= statements; failing++) {
				const before = ledger.attest(0).head;
				const tried = withFailingStatement(storage, failing, () => ledger.append(draft(`failing-${failing}`)));
				expect(String(tried.error)).toContain("failed");
				expect(ledger.attest(0).head).toEqual(before);
				expect(ledger.append(draft(`failing-${failing}`)).seq).toBe(before.seq + 1);
			}
		});
		await evictLedger(chain);
		await forwarded(chain);
		const { head } = await ledgerOf(chain).attest(0);
		const rows = await copied(chain);
		expect(rows).toHaveLength(head.seq);
		expect(followChain(LEDGER_CHAIN, rows, { after: BEFORE_FIRST, lastSeq: head.seq }).brokenAt).toBeNull();
	});

	it("[AUD-2] among several is written with all of them or not at all, whichever statement fails, and once", async ({
		expect,
	}) => {
		const chain = newChain();
		await appendMany(chain, 1);
		await insideLedger(chain, (ledger, storage) => {
			const three = (round: number) => [1, 2, 3].map((each) => draft(`together-${round}-${each}`));
			const { statements } = withFailingStatement(storage, 0, () => ledger.appendAll(three(0)));
			for (let failing = 1; failing <= statements; failing++) {
				const before = ledger.attest(0).head;
				const tried = withFailingStatement(storage, failing, () => ledger.appendAll(three(failing)));
				expect(String(tried.error)).toContain("failed");
				expect(ledger.attest(0).head).toEqual(before);
				const places = ledger.appendAll(three(failing)).map(({ seq }) => seq);
				expect(places).toEqual([1, 2, 3].map((each) => before.seq + each));
			}
		});
		const places = await ledgerOf(chain).appendAll([draft("together-0-2"), draft("new"), draft("new")]);
		const { head } = await ledgerOf(chain).attest(0);
		expect(places.map(({ seq }) => seq)).toEqual([3, head.seq, head.seq]);
		await forwarded(chain);
		const rows = await copied(chain);
		expect(rows).toHaveLength(head.seq);
		expect(followChain(LEDGER_CHAIN, rows, { after: BEFORE_FIRST, lastSeq: head.seq }).brokenAt).toBeNull();
	});

	it("[AUD-2] of a file as long as one may be has its place, and no longer one is begun", async ({ expect }) => {
		const chain = newChain();
		const people = (count: number) => Array.from({ length: count }, (_, at) => draft(`person-${at}-of-${chain}`));
		const places = await ledgerOf(chain).appendAll(people(IMPORT_LINES_MAX));
		expect(places.at(-1)?.seq).toBe(IMPORT_LINES_MAX);
		const message = await insideLedger(chain, (ledger) => {
			try {
				return ledger.appendAll(people(IMPORT_LINES_MAX + 1)).length;
			} catch (error) {
				return String(error);
			}
		});
		expect(message).toContain("too_big");
		expect((await ledgerOf(chain).attest(0)).head.seq).toBe(IMPORT_LINES_MAX);
	});

	it("[AUD-1] that carries more than ids is refused", async ({ expect }) => {
		const chain = newChain();
		for (const bad of [
			{ ...draft("a body"), body: { name: "王小明" } },
			{ ...draft("a long subject"), subject: { who: "x".repeat(SUBJECT_MAX_CHARS + 1) } },
			{ ...draft("an act"), act: "two words" },
		]) {
			const message = await insideLedger(chain, (ledger) => {
				try {
					ledger.append(bad);
					return "written";
				} catch (error) {
					return String(error);
				}
			});
			expect(message).toMatch(/unrecognized_keys|too_big|invalid_format/);
		}
		expect((await ledgerOf(chain).attest(0)).head).toEqual(BEFORE_FIRST);
	});
});

describe("the way to the bank's memory", () => {
	it("[AUD-4] D1 away for hours blocks no entry; afterwards it has them all", { timeout: 60_000 }, async ({
		expect,
	}) => {
		for (const failure of ["rejects", "throws", "hangs", "loses the answer"] as const) {
			const chain = newChain();
			const mend = breakMemory(failure);
			try {
				await appendMany(chain, 3);
				for (let tries = 0; tries < 4; tries++) {
					await runDurableObjectAlarm(ledgerOf(chain));
					await appendMany(chain, 2);
				}
				await evictLedger(chain);
				await appendMany(chain, 1);
				const { head, acknowledged } = await ledgerOf(chain).attest(0);
				expect([failure, head.seq, acknowledged.seq]).toEqual([failure, 12, 0]);
			} finally {
				mend();
			}
			await forwarded(chain);
			const rows = await copied(chain);
			expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
			expect(followChain(LEDGER_CHAIN, rows, { after: BEFORE_FIRST, lastSeq: 12 }).brokenAt).toBeNull();
		}
	});

	it("[AUD-4] a burst travels in batches, each with its anchor", async ({ expect }) => {
		const chain = newChain();
		await appendMany(chain, 95);
		await forwarded(chain);
		expect(await copied(chain)).toHaveLength(95);
		const anchors = await anchorsOf(chain);
		const hashes = await ledgerOf(chain).hashesAfter(0, 100);
		expect(anchors.at(-1)?.seq).toBe(95);
		for (const { seq, hash } of anchors) expect(hashes[seq - 1]?.hash).toBe(hash);
	});

	it("[AUD-4] what D1 has acknowledged leaves the object after its time, and the chain goes on", async ({ expect }) => {
		const chain = newChain();
		const old = Date.now() - ENTRY_KEEP_MS - 60_000;
		for (let count = 1; count <= 3; count++) await ledgerOf(chain).append(draft(`old-${count}`, { at: old }));
		await forwarded(chain);
		const kept = () => insideLedger(chain, (_, { sql }) => sql.exec("SELECT seq FROM entry").toArray().length);
		expect(await kept()).toBe(0);
		await evictLedger(chain);
		const next = await ledgerOf(chain).append(draft("after all were dropped", { at: Date.now() }));
		expect(next.seq).toBe(4);
		await forwarded(chain);
		expect(await kept()).toBe(1);
		const rows = await copied(chain);
		expect(followChain(LEDGER_CHAIN, rows, { after: BEFORE_FIRST, lastSeq: 4 }).brokenAt).toBeNull();
		expect(LedgerBody.parse(JSON.parse(rows[3]?.body ?? "")).entryId).toBe("entry-after-all-were-dropped");
	});

	it("[AUD-5] what stands in D1 cannot be changed, taken away or written over", async ({ expect }) => {
		const chain = newChain();
		await appendMany(chain, 3);
		await forwarded(chain);
		const before = await copied(chain);
		for (const sql of [
			"UPDATE ledger_entry SET act = 'nothing' WHERE chain = ?",
			"DELETE FROM ledger_entry WHERE chain = ?",
			"UPDATE ledger_anchor SET hash = '' WHERE chain = ?",
			"DELETE FROM ledger_anchor WHERE chain = ?",
		]) {
			await expect(env.DB.prepare(sql).bind(chain).run()).rejects.toThrow("append-only");
		}
		const values = `SELECT chain, seq, at, staff_id, 'nothing', subject, '{}', hash FROM ledger_entry WHERE chain = ?`;
		for (const verb of ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE"]) {
			await env.DB.prepare(`${verb} INTO ledger_entry (chain, seq, at, staff_id, act, subject, body, hash) ${values}`)
				.bind(chain)
				.run();
		}
		expect(await copied(chain)).toEqual(before);
		const anchors = await anchorsOf(chain);
		expect(anchors.length).toBeGreaterThan(0);
		for (const verb of ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE"]) {
			const other = "SELECT chain, seq, 'another', at FROM ledger_anchor WHERE chain = ?";
			await env.DB.prepare(`${verb} INTO ledger_anchor (chain, seq, hash, at) ${other}`).bind(chain).run();
		}
		expect(await anchorsOf(chain)).toEqual(anchors);
	});
});

async function anchorsOf(chain: string) {
	const query = env.DB.prepare("SELECT seq, hash FROM ledger_anchor WHERE chain = ? ORDER BY seq").bind(chain);
	return (await query.all<{ seq: number; hash: string }>()).results;
}
