import { abortAllDurableObjects, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { listBranches } from "../../../worker/records/bank/branch.ts";
import { ledgerOf } from "../../ledger/a-ledger.ts";
import {
	aBranch,
	DAY_MS,
	eventually,
	HOUR_MS,
	MINUTE_MS,
	MONDAY,
	MONDAY_10,
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { aDay, CRAWL, expectExact, known, memory } from "../bank-memory.ts";
import { breakMemory } from "../failing-memory.ts";
import { type BranchCopy, setBranchBack, setMemoryBack, takeBranch, takeMemory } from "../set-back.ts";
import { dumpOf, inside, progressOf } from "../storage.ts";
import { inStep, issue, verified } from "./in-step.ts";

const TUESDAY = "2026-11-24";
const WEDNESDAY = "2026-11-25";
const NOON = MONDAY_10 + 2 * HOUR_MS;

const close = (branch: TestBranch) => branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });

/** Set back to Monday noon, after Monday and Tuesday had closed and Wednesday had begun. */
async function setBackToMonday() {
	const branch = await aBranch();
	await branch.setTime(NOON, CRAWL);
	await issue(branch);
	const noon = await takeBranch(branch.branchId);
	for (let more = 0; more < 3; more++) await issue(branch);
	await close(branch);
	await aDay(branch, MONDAY_10 + DAY_MS, 1);
	await branch.setTime(MONDAY_10 + 2 * DAY_MS, CRAWL);
	for (let more = 0; more < 12; more++) await issue(branch);
	await inStep(branch);
	expectAll(await daysKnown(branch), [MONDAY, TUESDAY, WEDNESDAY]);
	await setBranchBack(branch.branchId, noon);
	await branch.setTime(MONDAY_10 + 2 * DAY_MS + MINUTE_MS, CRAWL);
	return { branch, noon };
}

function expectAll(found: readonly string[], wanted: readonly string[]) {
	if (found.join() !== wanted.join()) throw new Error(`D1 has ${found.join()}, not ${wanted.join()}`);
}

async function daysKnown({ branchId }: TestBranch): Promise<string[]> {
	const { results } = await env.DB.prepare("SELECT business_day AS day FROM rollups WHERE branch_id = ? ORDER BY 1")
		.bind(branchId)
		.all<{ day: string }>();
	return results.map(({ day }) => day);
}

describe("a branch set back to an earlier moment", () => {
	it("[FWD-6] [AUD-15] takes from D1 what it lost, writes the rest anew, and reports and ledger agree", async ({
		expect,
	}) => {
		const { branch } = await setBackToMonday();
		const { epoch, seq } = await branch.stub().setBack();
		expect(seq).toBe(2);
		await inStep(branch);
		expect(await daysKnown(branch)).toEqual([MONDAY]);
		await expectExact(expect, branch, MONDAY);
		expect((await known(branch, MONDAY)).report).toMatchObject({ epoch, report: { tickets: { issued: 1 } } });
		expect(await known(branch, TUESDAY)).toEqual({ rollup: null, report: null });
		expect(await branch.stub().verification(MONDAY)).toMatchObject({ identical: true, brokenAt: null });
		expect(await verified(branch)).toEqual({
			holds: true,
			days: [
				[MONDAY, "agrees", "agrees"],
				[TUESDAY, "set-back", "replaced"],
				[MONDAY, "set-back", "replaced"],
			],
		});
		await issue(branch);
		await close(branch);
		await inStep(branch);
		await expectExact(expect, branch, WEDNESDAY);
		expect((await verified(branch)).holds).toBe(true);
	});

	it("[FWD-6] does so too when D1 is away, and when it is evicted in between", async ({ expect }) => {
		const { branch } = await setBackToMonday();
		const repair = breakMemory("rejects");
		await branch.stub().setBack();
		expect(await branch.stub().bringUpToDate()).toBe(false);
		await abortAllDurableObjects();
		repair();
		await branch.setTime(MONDAY_10 + 2 * DAY_MS + HOUR_MS, CRAWL);
		expect(await runDurableObjectAlarm(branch.stub())).toBe(true);
		await eventually("D1 to be in step", async () => (await progressOf(branch.branchId)).setBack === null);
		expect(await daysKnown(branch)).toEqual([MONDAY]);
		await expectExact(expect, branch, MONDAY);
		expect((await verified(branch)).holds).toBe(true);
	});

	it("[FWD-6] [OPS-4] without a word is an alert with the next sending, and nothing of D1 is lost by it", async ({
		expect,
	}) => {
		const { branch } = await setBackToMonday();
		const said: string[] = [];
		const real = console.error;
		Object.defineProperty(console, "error", { configurable: true, value: (line: string) => said.push(line) });
		await issue(branch);
		await branch.stub().bringUpToDate();
		Object.defineProperty(console, "error", { configurable: true, value: real });
		expect(said.join()).toContain("branch was set back without a word");
		expect((await known(branch, TUESDAY)).report).not.toBeNull();
		await branch.stub().setBack();
		await inStep(branch);
		for (const day of await daysKnown(branch)) await expectExact(expect, branch, day);
		expect((await verified(branch)).holds).toBe(true);
	});

	it("[FWD-5] [FWD-6] together with D1, each to a moment of its own, all agrees again", async ({ expect }) => {
		const branch = await aBranch();
		await aDay(branch, MONDAY_10, 1);
		await inStep(branch);
		const monday = await takeMemory();
		await aDay(branch, MONDAY_10 + DAY_MS, 1);
		const tuesday = await takeBranch(branch.branchId);
		await aDay(branch, MONDAY_10 + 2 * DAY_MS, 1);
		await inStep(branch);
		await setMemoryBack(monday);
		await setBranchBack(branch.branchId, tuesday);
		await branch.setTime(MONDAY_10 + 3 * DAY_MS, CRAWL);
		await ledgerOf(branch.branchId).sendAgain();
		await branch.stub().setBack();
		await inStep(branch);
		expect(await daysKnown(branch)).toEqual([MONDAY, TUESDAY]);
		for (const day of [MONDAY, TUESDAY]) await expectExact(expect, branch, day);
		expect(await verified(branch)).toMatchObject({ holds: true });
	});

	it("[FWD-6] twice over ends where once does", async ({ expect }) => {
		const { branch, noon } = await setBackToMonday();
		const first = await branch.stub().setBack();
		await issue(branch);
		await inStep(branch);
		await setBranchBack(branch.branchId, noon);
		const second = await branch.stub().setBack();
		const third = await branch.stub().setBack();
		expect(first.epoch < second.epoch && second.epoch < third.epoch).toBe(true);
		await inStep(branch);
		for (const day of await daysKnown(branch)) await expectExact(expect, branch, day);
		expect((await verified(branch)).holds).toBe(true);
	});

	it("[FWD-6] to before it was configured, D1 knows it no more", async ({ expect }) => {
		const nothing: BranchCopy = { tables: [], rows: {} };
		const branch = await aBranch();
		await issue(branch);
		await inStep(branch);
		await setBranchBack(branch.branchId, nothing);
		expect(await branch.stub().configuration()).toBeNull();
		await branch.stub().setBack();
		await eventually("D1 to forget it", async () => (await progressOf(branch.branchId)).setBack === null);
		const place = { kind: "branch", branchId: branch.branchId } as const;
		expect(await listBranches(memory(), [place], { limit: 1, after: null }, 1)).toEqual([]);
	});

	it("[TKT-14] gives no number again that may be on somebody's paper, also on the day after and after eviction", async ({
		expect,
	}) => {
		const { branch } = await setBackToMonday();
		expect(await branch.stub().setBack()).toMatchObject({ numbersFrom: 201 });
		await branch.evict();
		expect([(await issue(branch)).number, (await issue(branch)).number]).toEqual(["A201", "A202"]);
		await branch.setTime(MONDAY_10 + 3 * DAY_MS, CRAWL);
		expect((await issue(branch)).number).toBe("A001");
	});

	it("[TKT-14] numbers go on as they would when nobody can have got one", async ({ expect }) => {
		const branch = await aBranch();
		const early = await takeBranch(branch.branchId);
		await inStep(branch);
		await setBranchBack(branch.branchId, early);
		expect(await branch.stub().setBack()).toMatchObject({ numbersFrom: null });
		expect((await issue(branch)).number).toBe("A001");
	});

	it("[LOG-1] that cannot store it has neither a new epoch nor a commit", async ({ expect }) => {
		const branch = await aBranch();
		await issue(branch);
		await inStep(branch);
		for (let failing = 1; failing <= 3; failing++) {
			const before = await dumpOf(branch.branchId);
			const error = await inside(branch.branchId, async (object, storage) => {
				const real = storage.sql;
				let statements = 0;
				const exec = (query: string, ...bindings: SqlStorageValue[]) => {
					statements += 1;
					if (statements === failing) throw new Error("disk full");
					return real.exec(query, ...bindings);
				};
				Object.defineProperty(storage, "sql", { configurable: true, value: { exec } });
				const thrown = await object.setBack().then(
					() => null,
					(fault: unknown) => fault,
				);
				Object.defineProperty(storage, "sql", { configurable: true, value: real });
				return String(thrown);
			});
			expect(error).toContain("disk full");
			expect(await dumpOf(branch.branchId)).toEqual(before);
		}
	});

	it("[AUD-15] a day changed since, or a report put back, is still found", async ({ expect }) => {
		const { branch } = await setBackToMonday();
		const lost = await takeMemory();
		await branch.stub().setBack();
		await inStep(branch);
		const old = lost.reports?.find((row) => row.branch_id === branch.branchId && row.business_day === MONDAY);
		await env.DB.prepare("UPDATE reports SET body = ?, hash = ? WHERE branch_id = ?")
			.bind(old?.body, old?.hash, branch.branchId)
			.run();
		expect((await verified(branch)).holds).toBe(false);
	});
});
