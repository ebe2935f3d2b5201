import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, it } from "vitest";
import { reportOf } from "../../worker/domain/report.ts";
import { rollupOf } from "../../worker/domain/rollup.ts";
import { listBranches, rememberRollup } from "../../worker/records/branch.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { findReport, rememberReport } from "../../worker/records/report.ts";
import {
	aBranch,
	commitsOf,
	DAY_MS,
	eventually,
	HEAD_OFFICE,
	HOUR_MS,
	kiosk,
	MINUTE_MS,
	MONDAY,
	MONDAY_10,
	newCommandId,
	staff,
	type TestBranch,
} from "./a-branch.ts";
import { breakMemory, type Failure } from "./failing-memory.ts";
import { inside, progressOf, sentUpTo, withFailingStatement } from "./storage.ts";

/** So slow that nothing comes due by itself while a test looks on, yet alarms are armed. */
const CRAWL = 1e-3;

const memory = () => memoryOf(env.DB);
let mend = () => {};
afterEach(() => mend());

function fail(failure: Failure): void {
	const repair = breakMemory(failure);
	mend = () => {
		repair();
		mend = () => {};
	};
}

/** What D1 has of one branch and day. */
async function known({ branchId }: TestBranch, businessDay: string) {
	const rollup = await env.DB.prepare("SELECT * FROM rollups WHERE branch_id = ? AND business_day = ?")
		.bind(branchId, businessDay)
		.first<{ seq: number; body: string; received_at: number }>();
	const report = await findReport(memory(), branchId, businessDay);
	return { rollup, report };
}

/** D1 must know exactly what follows from the commits. */
async function expectExact(
	expect: (value: unknown) => { toEqual(other: unknown): void },
	branch: TestBranch,
	day: string,
) {
	const commits = await commitsOf(branch.branchId, day);
	const { rollup, report } = await known(branch, day);
	expect(rollup?.seq).toEqual(commits.at(-1)?.seq);
	expect(rollup?.body).toEqual(JSON.stringify(rollupOf(commits)));
	expect(JSON.stringify(report?.report ?? null)).toEqual(JSON.stringify(reportOf(commits)));
}

/** A morning and an afternoon with somebody coming every ten minutes; every answer must come as if nothing were wrong. */
async function aDay(branch: TestBranch, from: number, hours: number): Promise<void> {
	const teller = staff(branch.branchId, "closed-teller", "liu-yang");
	await branch.setTime(from, CRAWL);
	await branch.done(teller, { type: "open-counter", counterId: "1" });
	for (let at = from; at < from + hours * HOUR_MS; at += 10 * MINUTE_MS) {
		await branch.setTime(at, CRAWL);
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		const { ticketId = "" } = await branch.done(teller, { type: "call-next", counterId: "1" });
		await branch.done(teller, { type: "start-service", ticketId });
		await branch.done(teller, { type: "finish-service", ticketId });
	}
	await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
}

/** Lets the branch's clock reach the next try, and its alarm ring. */
async function nextTry(branch: TestBranch): Promise<void> {
	const { retryAt } = await progressOf(branch.branchId);
	if (retryAt === null) throw new Error("no try is waiting");
	await branch.setTime(retryAt, CRAWL);
	await runDurableObjectAlarm(branch.stub());
}

describe("while D1 fails", () => {
	for (const failure of ["rejects", "throws", "hangs"] as const) {
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

describe("what is sent", () => {
	it("[FWD-1] a rollup goes out when the day opens, every ten minutes and at its end", async ({ expect }) => {
		const branch = await aBranch();
		const actor = kiosk(branch.branchId);
		const issue = () => branch.done(actor, { type: "issue-ticket", services: ["cash"] });
		await issue();
		await sentUpTo(branch.branchId, 2);
		for (const minute of [3, 6, 9]) {
			await branch.setTime(MONDAY_10 + minute * MINUTE_MS);
			await issue();
		}
		expect((await known(branch, MONDAY)).rollup?.seq).toBe(2);
		await branch.setTime(MONDAY_10 + 10 * MINUTE_MS);
		await issue();
		await sentUpTo(branch.branchId, 6);
		await expectExact(expect, branch, MONDAY);
		await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await sentUpTo(branch.branchId, 7);
		await expectExact(expect, branch, MONDAY);
	});

	it("[FWD-1] a day that closes while an earlier sending is under way is sent too", async ({ expect }) => {
		const branch = await aBranch();
		await sentUpTo(branch.branchId, 1);
		const actor = kiosk(branch.branchId);
		// Nothing is awaited in between: the sending of the opening has not come back when the day closes.
		const opening = branch.done(actor, { type: "issue-ticket", services: ["cash"] });
		const closing = branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await Promise.all([opening, closing]);
		await sentUpTo(branch.branchId, 3);
		await expectExact(expect, branch, MONDAY);
	});

	it("[FWD-1] a closing whose sending was cut off is sent by alarm", async ({ expect }) => {
		const branch = await aBranch();
		await branch.setTime(MONDAY_10, CRAWL);
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await sentUpTo(branch.branchId, 2);
		// After the commit and its snapshot comes the reading of what to send: it fails, as if the machine had.
		const cutOff = await inside(branch.branchId, (object, storage) => {
			const request = { commandId: newCommandId(), command: { type: "close-day" } } as const;
			return withFailingStatement(storage, 3, () => object.execute(request, staff(branch.branchId, "lobby-manager")));
		});
		expect(cutOff).toEqual({ statements: 3, error: null });
		await branch.evict();
		expect((await progressOf(branch.branchId)).seq).toBe(2);
		expect((await progressOf(branch.branchId)).retryAt).toBeNull();
		await branch.setTime(MONDAY_10 + 2 * MINUTE_MS, CRAWL);
		expect(await runDurableObjectAlarm(branch.stub())).toBe(true);
		await sentUpTo(branch.branchId, 3);
		await expectExact(expect, branch, MONDAY);
	});

	it("[FWD-1] late or doubled changes nothing", async ({ expect }) => {
		const branch = await aBranch();
		await aDay(branch, MONDAY_10, 1);
		const commits = await commitsOf(branch.branchId, MONDAY);
		await sentUpTo(branch.branchId, commits.at(-1)?.seq ?? 0);
		const before = await known(branch, MONDAY);
		const status = await branch.stub().status();
		const epoch = status.ok ? status.value.epoch : 0;
		const early = rollupOf(commits.slice(0, 3));
		const report = reportOf(commits);
		if (early === null || report === null) throw new Error("the day has no rollup or report");
		const again = { epoch, hash: "another", storedAt: 1 };
		await memory().batch([
			rememberRollup(memory(), early, { epoch, seq: 4 }, 1),
			rememberRollup(memory(), early, { epoch: epoch - 1, seq: 9_999 }, 1),
			rememberRollup(memory(), early, { epoch, seq: before.rollup?.seq ?? 0 }, 1),
			rememberReport(memory(), { ...report, recalls: 99 }, { ...again, seq: report.lastSeq }),
			rememberReport(memory(), { ...report, recalls: 99 }, { ...again, epoch: epoch - 1, seq: 9_999 }),
		]);
		expect(await known(branch, MONDAY)).toEqual(before);
	});

	it("[FWD-1] a branch that was configured but never opened is known by its name, and by its new one", async ({
		expect,
	}) => {
		const branch = await aBranch();
		await sentUpTo(branch.branchId, 1);
		const place = { kind: "branch", branchId: branch.branchId } as const;
		const list = () => listBranches(memory(), place, { limit: 5, after: null }, Date.now());
		expect(await list()).toMatchObject([{ name: { en: "Test branch" }, rollup: null, ageMs: null }]);
		const name = { zh: "新名", en: "New name" };
		await branch.done(HEAD_OFFICE, { type: "configure", configuration: { ...branch.configuration, name } });
		await sentUpTo(branch.branchId, 2);
		expect(await list()).toMatchObject([{ name, rollup: null }]);
	});
});
