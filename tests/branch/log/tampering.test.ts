import { describe, it } from "vitest";
import { hashOf } from "../../../worker/branch/log/commit-log.ts";
import { aBranch, DAY_MS, kiosk, MONDAY, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";
import { inside } from "../storage.ts";

const TABLE = "commits_20261123";
const TUESDAY = "2026-11-24";

/** Monday: the configuration is commit 1, then ten tickets and the closing, 2 to 12. Tuesday: one ticket, 13. */
async function twoDays(): Promise<TestBranch> {
	const branch = await aBranch();
	const actor = kiosk(branch.branchId);
	for (let count = 0; count < 10; count++) await branch.done(actor, { type: "issue-ticket", services: ["cash"] });
	await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
	await branch.setTime(MONDAY_10 + DAY_MS);
	await branch.done(actor, { type: "issue-ticket", services: ["cash"] });
	return branch;
}

function tamper(branch: TestBranch, sql: string, ...bindings: SqlStorageValue[]) {
	return inside(branch.branchId, (_, storage) => {
		storage.sql.exec(sql, ...bindings);
	});
}

function row(branch: TestBranch, seq: number, table = TABLE): Promise<{ hash: string; body: string }> {
	return inside(branch.branchId, (_, { sql }) =>
		sql.exec<{ hash: string; body: string }>(`SELECT hash, body FROM ${table} WHERE seq = ?`, seq).one(),
	);
}

/** Each change somebody with the file in hand could make, and the seq at which it must be found. */
const CHANGES: Record<string, readonly [number, (branch: TestBranch) => Promise<unknown>]> = {
	"the text of a commit changed": [
		6,
		(branch) => tamper(branch, `UPDATE ${TABLE} SET body = replace(body, 'cash', 'loan') WHERE seq = 6`),
	],
	"one millisecond of the first commit changed": [
		2,
		async (branch) => {
			const { body } = await row(branch, 2);
			const changed = body.replace(`"at":${MONDAY_10}`, `"at":${MONDAY_10 + 1}`);
			await tamper(branch, `UPDATE ${TABLE} SET body = ? WHERE seq = 2`, changed);
		},
	],
	"a hash changed": [7, (branch) => tamper(branch, `UPDATE ${TABLE} SET hash = hash || '0' WHERE seq = 7`)],
	"a commit changed with its own hash made anew": [
		7,
		async (branch) => {
			const before = await row(branch, 5);
			const body = (await row(branch, 6)).body.replace("cash", "loan");
			const hash = hashOf(before.hash, body);
			await tamper(branch, `UPDATE ${TABLE} SET body = ?, hash = ? WHERE seq = 6`, body, hash);
		},
	],
	"a commit replaced by something that is none": [
		6,
		(branch) => tamper(branch, `UPDATE ${TABLE} SET body = 'nothing to see here' WHERE seq = 6`),
	],
	"a row lost in the middle": [8, (branch) => tamper(branch, `DELETE FROM ${TABLE} WHERE seq = 8`)],
	"the first row lost": [2, (branch) => tamper(branch, `DELETE FROM ${TABLE} WHERE seq = 2`)],
	"the last row lost": [12, (branch) => tamper(branch, `DELETE FROM ${TABLE} WHERE seq = 12`)],
	"all rows lost": [2, (branch) => tamper(branch, `DELETE FROM ${TABLE}`)],
	"a row added at the end, with a proper hash": [
		13,
		async (branch) => {
			const last = await row(branch, 12);
			const body = last.body.replace('"seq":12', '"seq":13');
			await tamper(branch, `INSERT INTO ${TABLE} (seq, hash, body) VALUES (13, ?, ?)`, hashOf(last.hash, body), body);
		},
	],
	"a row moved to another place": [3, (branch) => tamper(branch, `UPDATE ${TABLE} SET seq = 99 WHERE seq = 3`)],
	"two rows changed for each other": [
		4,
		async (branch) => {
			const [fourth, fifth] = [await row(branch, 4), await row(branch, 5)];
			await tamper(branch, `UPDATE ${TABLE} SET body = ? WHERE seq = 4`, fifth.body);
			await tamper(branch, `UPDATE ${TABLE} SET body = ? WHERE seq = 5`, fourth.body);
		},
	],
};

describe("the chain of commits", () => {
	it("[LOG-3] holds over a day, into the next and across eviction", async ({ expect }) => {
		const branch = await twoDays();
		await branch.evict();
		const verified = await branch.stub().verification(MONDAY);
		expect(verified).toMatchObject({ commits: 11, brokenAt: null, hash: (await row(branch, 12)).hash });
		expect(await branch.stub().verification(TUESDAY)).toMatchObject({ commits: 1, brokenAt: null });
	});

	for (const [change, [place, make]] of Object.entries(CHANGES)) {
		it(`[LOG-3] [REP-2] shows where ${change}`, async ({ expect }) => {
			const branch = await twoDays();
			await make(branch);
			const verified = await branch.stub().verification(MONDAY);
			expect(verified).toMatchObject({ brokenAt: place });
		});
	}

	it("[LOG-3] shows on the next day that a whole day was made anew", async ({ expect }) => {
		const branch = await twoDays();
		let { hash } = await row(branch, 5);
		for (let seq = 6; seq <= 12; seq++) {
			const { body } = await row(branch, seq);
			const changed = seq === 6 ? body.replace("cash", "loan") : body;
			hash = hashOf(hash, changed);
			await tamper(branch, `UPDATE ${TABLE} SET body = ?, hash = ? WHERE seq = ?`, changed, hash, seq);
		}
		expect(await branch.stub().verification(MONDAY)).toMatchObject({ brokenAt: null, identical: false });
		expect(await branch.stub().verification(TUESDAY)).toMatchObject({ brokenAt: 13 });
	});

	it("[LOG-3] shows that the latest commit of an open day was lost", async ({ expect }) => {
		const branch = await aBranch();
		for (let count = 0; count < 3; count++) {
			await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		}
		await tamper(branch, `DELETE FROM ${TABLE} WHERE seq = 4`);
		expect(await branch.stub().verification(MONDAY)).toMatchObject({ brokenAt: 4, commits: 2 });
	});
});
