import { env } from "cloudflare:workers";
import { beforeAll, describe, it } from "vitest";
import type { LedgerVerification } from "../../schema/ledger/ledger.ts";
import { verifyLedger } from "../../worker/api/ledger/ledger-verification.ts";
import { CommitLog } from "../../worker/branch/log/commit-log.ts";
import { BEFORE_FIRST } from "../../worker/domain/ledger/chain.ts";
import { LEDGER_CHAIN } from "../../worker/ledger/ledger-chain.ts";
import { aBranch, DAY_MS, kiosk, MONDAY, MONDAY_10, staff } from "../branch/a-branch.ts";
import { inside, sentUpTo } from "../branch/storage.ts";
import { appendMany, copied, draft, forwarded, ledgerOf, newChain } from "./a-ledger.ts";

async function verified(chain: string): Promise<LedgerVerification> {
	const answer = await verifyLedger(env, chain);
	if ("code" in answer) throw new Error(`refused: ${answer.code}`);
	return answer;
}

/** As somebody would who holds the database itself. */
async function tamper(sql: string, ...values: (string | number)[]): Promise<void> {
	await env.DB.prepare(sql)
		.bind(...values)
		.run();
}

async function aCopy(entries = 12): Promise<string> {
	const chain = newChain();
	await appendMany(chain, entries);
	await forwarded(chain);
	return chain;
}

async function copyOf(chain: string, seq: number) {
	const row = (await copied(chain)).find((each) => each.seq === seq);
	if (row === undefined) throw new Error(`no row ${seq}`);
	return row;
}

/** Writes the rows from `seq` on anew, so that every link holds. */
async function remake(chain: string, seq: number): Promise<void> {
	let previous = seq === 1 ? BEFORE_FIRST.hash : (await copyOf(chain, seq - 1)).hash;
	for (const row of (await copied(chain)).filter((each) => each.seq >= seq)) {
		const body = row.body.replace("kiosk-1", "kiosk-2");
		previous = LEDGER_CHAIN.hashOf(previous, body);
		const columns = `body = ?, hash = ?, subject = replace(subject, 'kiosk-1', 'kiosk-2')`;
		await tamper(`UPDATE ledger_entry SET ${columns} WHERE chain = ? AND seq = ?`, body, previous, chain, row.seq);
		await tamper("UPDATE ledger_anchor SET hash = ? WHERE chain = ? AND seq = ?", previous, chain, row.seq);
	}
}

const CHANGES: Record<string, readonly [seq: number, what: string, (chain: string) => Promise<unknown>]> = {
	"an entry changed": [
		5,
		"flipped",
		(chain) =>
			tamper("UPDATE ledger_entry SET body = replace(body, 'li-na', 'li-no') WHERE chain = ? AND seq = 5", chain),
	],
	"a hash changed": [
		7,
		"flipped",
		(chain) =>
			tamper("UPDATE ledger_entry SET hash = 'f' || substr(hash, 2) || '0' WHERE chain = ? AND seq = 7", chain),
	],
	"a column that entries are found by changed": [
		6,
		"flipped",
		(chain) => tamper("UPDATE ledger_entry SET staff_id = 'somebody' WHERE chain = ? AND seq = 6", chain),
	],
	"the first entry taken away": [
		1,
		"deleted",
		(chain) => tamper("DELETE FROM ledger_entry WHERE chain = ? AND seq = 1", chain),
	],
	"an entry taken away": [
		4,
		"deleted",
		(chain) => tamper("DELETE FROM ledger_entry WHERE chain = ? AND seq = 4", chain),
	],
	"the last entry taken away": [
		12,
		"deleted",
		(chain) => tamper("DELETE FROM ledger_entry WHERE chain = ? AND seq = 12", chain),
	],
	"every entry taken away": [1, "deleted", (chain) => tamper("DELETE FROM ledger_entry WHERE chain = ?", chain)],
	"an entry put before the first": [1, "inserted", (chain) => copyTo(chain, 3, 0)],
	"an entry added at the end, with a proper hash": [
		13,
		"inserted",
		async (chain) => {
			const last = await copyOf(chain, 12);
			const body = last.body.replace('"seq":12', '"seq":13');
			await copyTo(chain, 12, 13);
			const hash = LEDGER_CHAIN.hashOf(last.hash, body);
			await tamper("UPDATE ledger_entry SET body = ?, hash = ? WHERE chain = ? AND seq = 13", body, hash, chain);
		},
	],
	"two entries exchanged": [
		3,
		"swapped",
		async (chain) => {
			for (const [from, to] of [
				[3, 99],
				[8, 3],
				[99, 8],
			] as const) {
				await tamper("UPDATE ledger_entry SET seq = ? WHERE chain = ? AND seq = ?", to, chain, from);
			}
		},
	],
	"the chain made anew from some entry on, anchors and all": [9, "head", (chain) => remake(chain, 9)],
	"the whole chain made anew, anchors and all": [1, "head", (chain) => remake(chain, 1)],
	"an anchor changed": [
		12,
		"head",
		(chain) => tamper("UPDATE ledger_anchor SET hash = 'another' WHERE chain = ?", chain),
	],
};

function copyTo(chain: string, from: number, to: number): Promise<void> {
	const columns = "at, staff_id, act, subject, body, hash";
	const sql = `INSERT INTO ledger_entry (chain, seq, ${columns}) SELECT chain, ?, ${columns} FROM ledger_entry WHERE chain = ? AND seq = ?`;
	return tamper(sql, to, chain, from);
}

describe("the bank's copy of a chain", () => {
	beforeAll(async () => {
		const { results } = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all<{
			name: string;
		}>();
		for (const { name } of results) if (name.startsWith("ledger_")) await env.DB.exec(`DROP TRIGGER ${name}`);
	});

	it("[AUD-3] holds, with what is still on its way counted", async ({ expect }) => {
		const chain = await aCopy(12);
		const { head } = await ledgerOf(chain).attest(0);
		expect(await verified(chain)).toEqual({
			chain,
			holds: true,
			entries: 12,
			from: 1,
			head,
			pending: 0,
			brokenAt: null,
			days: [],
		});
		await appendMany(chain, 3);
		expect(await verified(chain)).toMatchObject({ holds: true, entries: 12, pending: 3 });
		expect(await verified(newChain())).toMatchObject({ holds: true, entries: 0, head: null, from: null });
	});

	it("[AUD-3] holds over more pages than one, and breaks on the second as well", async ({ expect }) => {
		const chain = await aCopy(520);
		expect(await verified(chain)).toMatchObject({ holds: true, entries: 520 });
		await tamper("DELETE FROM ledger_entry WHERE chain = ? AND seq = 501", chain);
		expect(await verified(chain)).toMatchObject({ holds: false, brokenAt: { seq: 501, what: "deleted" } });
	});

	for (const [change, [seq, what, make]] of Object.entries(CHANGES)) {
		it(`[AUD-3] shows where ${change}`, async ({ expect }) => {
			const chain = await aCopy();
			await make(chain);
			expect(await verified(chain)).toMatchObject({ holds: false, brokenAt: { seq, what } });
		});
	}
});

describe("a branch's closed days", () => {
	async function aClosedMonday() {
		const branch = await aBranch();
		for (let count = 0; count < 3; count++) {
			await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		}
		const { seq } = await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await sentUpTo(branch.branchId, seq);
		await forwarded(branch.branchId);
		return branch;
	}

	it("[AUD-6] are in the ledger, and agree with the branch and the report", async ({ expect }) => {
		const { branchId } = await aClosedMonday();
		const day = { businessDay: MONDAY, firstSeq: 2, lastSeq: 5, commits: "agrees", report: "agrees", brokenAt: null };
		expect(await verified(branchId)).toMatchObject({ holds: true, entries: 1, days: [day] });
		const [row] = await copied(branchId);
		expect(JSON.parse(row?.body ?? "")).toMatchObject({ act: "commits-closed", actor: { kind: "system" } });
	});

	it("[AUD-6] sent again are not written again", async ({ expect }) => {
		const branch = await aClosedMonday();
		await branch.setTime(MONDAY_10 + DAY_MS / 4);
		const configuration = { ...branch.configuration };
		const { seq } = await branch.done(
			{ kind: "staff", role: "head-office-operator", staffId: "operator", place: { kind: "bank" } },
			{ type: "configure", configuration },
		);
		await sentUpTo(branch.branchId, seq);
		await forwarded(branch.branchId);
		expect(await verified(branch.branchId)).toMatchObject({ holds: true, entries: 1 });
	});

	it("[AUD-6] made anew in the branch, or with another report, are found", async ({ expect }) => {
		const { branchId } = await aClosedMonday();
		await env.DB.prepare("UPDATE reports SET hash = 'another' WHERE branch_id = ?").bind(branchId).run();
		expect(await verified(branchId)).toMatchObject({ holds: false, days: [{ report: "differs", commits: "agrees" }] });
		await env.DB.prepare("DELETE FROM reports WHERE branch_id = ?").bind(branchId).run();
		expect(await verified(branchId)).toMatchObject({ holds: false, days: [{ report: "missing" }] });
		await inside(branchId, (_, { sql }) => sql.exec("UPDATE commits_20261123 SET hash = 'x' WHERE seq = 5").toArray());
		const [day] = (await verified(branchId)).days;
		expect(day).toMatchObject({ commits: "differs", brokenAt: 5 });
		await inside(branchId, (_, { sql }) => sql.exec("DELETE FROM commits_20261123").toArray());
		expect((await verified(branchId)).days).toMatchObject([{ commits: "differs", brokenAt: 2 }]);
	});

	it("[AUD-6] whose commits are kept no more are told so, and the rest is still held against them", async ({
		expect,
	}) => {
		const branch = await aClosedMonday();
		const { branchId } = branch;
		await branch.setTime(MONDAY_10 + DAY_MS);
		await branch.done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		const { seq } = await branch.done(staff(branchId, "lobby-manager"), { type: "close-day" });
		await sentUpTo(branchId, seq);
		await forwarded(branchId);
		await inside(branchId, (_, storage) => {
			const log = new CommitLog(storage);
			log.load(branchId);
			return log.dropOldDays(1, seq);
		});
		await branch.evict();
		const said = await verified(branchId);
		expect(said.holds).toBe(true);
		expect(said.days).toMatchObject([
			{ commits: "agrees", report: "agrees" },
			{ businessDay: MONDAY, commits: "gone", report: "agrees", brokenAt: null },
		]);
	});

	it("[AUD-6] an entry that only claims to be the branch's does not count", async ({ expect }) => {
		const chain = newChain();
		await ledgerOf(chain).append(draft("a claim", { act: "commits-closed", subject: { businessDay: MONDAY } }));
		await forwarded(chain);
		expect(await verified(chain)).toMatchObject({ holds: true, days: [] });
	});
});
