import { env } from "cloudflare:workers";
import { afterEach, describe, it } from "vitest";
import { draft, insideLedger, ledgerOf } from "../../ledger/a-ledger.ts";
import { aBranch, commitsOf, DAY_MS, eventually, HOUR_MS, kiosk, MONDAY, MONDAY_10 } from "../a-branch.ts";
import { aDay, CRAWL, expectExact, known, nextTry } from "../bank-memory.ts";
import { breakMemory, type Failure } from "../failing-memory.ts";
import { progressOf, sentUpTo } from "../storage.ts";

let mend = () => {};
afterEach(() => mend());

function fail(failure: Failure): void {
	const repair = breakMemory(failure);
	mend = () => {
		repair();
		mend = () => {};
	};
}

describe("while D1 fails", () => {
	for (const failure of ["rejects", "throws", "hangs", "cannot write"] as const) {
		it(`[FWD-2] and ${failure}, the branch does not notice; afterwards D1 equals what the commits say`, async ({
			expect,
		}) => {
			const branch = await aBranch(MONDAY_10 - HOUR_MS);
			await sentUpTo(branch.branchId, 1);
			fail(failure);
			await aDay(branch, MONDAY_10 - HOUR_MS, 7);
			await eventually("the failure to be noticed", async () => (await progressOf(branch.branchId)).failures > 0);
			await branch.evict();
			await nextTry(branch);
			mend();
			expect((await known(branch, MONDAY)).report).toBeNull();
			expect((await progressOf(branch.branchId)).seq).toBe(1);
			await nextTry(branch);
			const { failures, retryAt, parked } = await progressOf(branch.branchId);
			expect({ failures, retryAt, parked }).toEqual({ failures: 0, retryAt: null, parked: [] });
			await expectExact(expect, branch, MONDAY);
			expect(await branch.stub().verification(MONDAY)).toMatchObject({ identical: true });
		});
	}

	it("[FWD-2] [FWD-1] and only its answer is lost, what is sent again changes nothing", async ({ expect }) => {
		const branch = await aBranch();
		await aDay(branch, MONDAY_10, 1);
		const { seq } = (await commitsOf(branch.branchId, MONDAY)).at(-1) ?? { seq: 0 };
		await sentUpTo(branch.branchId, seq);
		fail("loses the answer");
		await aDay(branch, MONDAY_10 + DAY_MS, 1);
		await eventually("the failure to be noticed", async () => (await progressOf(branch.branchId)).failures > 0);
		await nextTry(branch);
		mend();
		const before = await known(branch, "2026-11-24");
		await nextTry(branch);
		await expectExact(expect, branch, "2026-11-24");
		expect(await known(branch, "2026-11-24")).toEqual(before);
	});

	it("[FWD-2] for three days, all of them arrive in the end, each once", async ({ expect }) => {
		const branch = await aBranch();
		fail("rejects");
		const days = [MONDAY, "2026-11-24", "2026-11-25"];
		for (const index of days.keys()) await aDay(branch, MONDAY_10 + index * DAY_MS, 1);
		await eventually("the failure to be noticed", async () => (await progressOf(branch.branchId)).failures > 0);
		await branch.evict();
		mend();
		await nextTry(branch);
		for (const day of days) await expectExact(expect, branch, day);
		const { results } = await env.DB.prepare("SELECT business_day FROM reports WHERE branch_id = ?")
			.bind(branch.branchId)
			.all();
		expect(results).toHaveLength(3);
	});

	it("[FWD-4] that answers but cannot write is away: nothing is parked however often it is tried, all arrives", async ({
		expect,
	}) => {
		const branch = await aBranch();
		await sentUpTo(branch.branchId, 1);
		fail("cannot write");
		await aDay(branch, MONDAY_10, 1);
		await eventually("the failure to be noticed", async () => (await progressOf(branch.branchId)).failures > 0);
		for (let tries = 1; tries <= 12; tries++) await nextTry(branch);
		const { failures, poisonAttempts, parked } = await progressOf(branch.branchId);
		expect(failures).toBeGreaterThan(12);
		expect([poisonAttempts, parked]).toEqual([0, []]);
		mend();
		await nextTry(branch);
		await expectExact(expect, branch, MONDAY);
		expect(await progressOf(branch.branchId)).toMatchObject({ failures: 0, retryAt: null, parked: [] });
	});

	it("[FWD-4] as is a ledger that answers but cannot write", async ({ expect }) => {
		const branch = await aBranch();
		await sentUpTo(branch.branchId, 1);
		const chain = branch.branchId;
		await ledgerOf(chain).append(draft("before it was full"));
		const real = await insideLedger(chain, (_, storage) => {
			const { sql } = storage;
			const exec = (query: string, ...values: SqlStorageValue[]) => {
				if (!/^select/i.test(query)) throw new Error("database or disk is full");
				return sql.exec(query, ...values);
			};
			Object.defineProperty(storage, "sql", { configurable: true, value: { exec } });
			return () => Object.defineProperty(storage, "sql", { configurable: true, value: sql });
		});
		await aDay(branch, MONDAY_10, 1);
		await eventually("the failure to be noticed", async () => (await progressOf(branch.branchId)).failures > 0);
		for (let tries = 1; tries <= 7; tries++) await nextTry(branch);
		const { failures, poisonAttempts, parked } = await progressOf(branch.branchId);
		expect(failures).toBeGreaterThan(7);
		expect([poisonAttempts, parked]).toEqual([0, []]);
		await insideLedger(chain, () => real());
		await nextTry(branch);
		expect(await progressOf(branch.branchId)).toMatchObject({ failures: 0, retryAt: null, parked: [] });
		expect((await ledgerOf(chain).attest(0)).head.seq).toBe(2);
	});

	it("[FWD-2] tries come further apart, at most ten minutes, and only by alarm or with a command", async ({
		expect,
	}) => {
		const branch = await aBranch();
		await sentUpTo(branch.branchId, 1);
		fail("rejects");
		await branch.setTime(MONDAY_10, CRAWL);
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await eventually("the first failure", async () => (await progressOf(branch.branchId)).failures === 1);
		const waits: number[] = [];
		let at = MONDAY_10;
		for (let tries = 1; tries < 12; tries++) {
			const { retryAt, failures } = await progressOf(branch.branchId);
			expect(failures).toBe(tries);
			waits.push((retryAt ?? 0) - at);
			at = retryAt ?? 0;
			await nextTry(branch);
		}
		for (const [index, wait] of waits.entries()) {
			const full = Math.min(600_000, 5_000 * 2 ** index);
			expect(wait).toBeGreaterThanOrEqual(full / 2 - 1_000);
			expect(wait).toBeLessThanOrEqual(full + 1_000);
		}
	});
});
