import { abortAllDurableObjects, runDurableObjectAlarm } from "cloudflare:test";
import { describe, it } from "vitest";
import { FIGURE_FRESH_MS, ROLLUP_BURST_COMMITS } from "../../../schema/limits.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { rollupOf } from "../../../worker/domain/report/rollup.ts";
import { listBranches, rememberRollup } from "../../../worker/records/bank/branch.ts";
import { rememberReport } from "../../../worker/records/bank/report.ts";
import { aBranch, commitsOf, HEAD_OFFICE, kiosk, MINUTE_MS, MONDAY, MONDAY_10, staff } from "../a-branch.ts";
import { aDay, CRAWL, expectExact, known, memory } from "../bank-memory.ts";
import { breakMemory } from "../failing-memory.ts";
import { progressOf, sentUpTo } from "../storage.ts";

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
		const repair = breakMemory("never answers");
		await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await abortAllDurableObjects();
		repair();
		expect(await progressOf(branch.branchId)).toMatchObject({ seq: 2, retryAt: null });
		await branch.setTime(MONDAY_10 + 2 * MINUTE_MS, CRAWL);
		expect(await runDurableObjectAlarm(branch.stub())).toBe(true);
		await sentUpTo(branch.branchId, 3);
		await expectExact(expect, branch, MONDAY);
	});

	it("[CON-9] a burst is sent as soon as the figures before it are no longer fresh", async ({ expect }) => {
		const branch = await aBranch();
		const take = () => branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await branch.setTime(MONDAY_10, CRAWL);
		await take();
		await sentUpTo(branch.branchId, 2);
		for (let more = 0; more < ROLLUP_BURST_COMMITS; more++) await take();
		expect((await known(branch, MONDAY)).rollup?.seq).toBe(2);
		await branch.setTime(MONDAY_10 + FIGURE_FRESH_MS + 1_000, CRAWL);
		const { seq } = await take();
		await sentUpTo(branch.branchId, seq);
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
		const list = () => listBranches(memory(), [place], { limit: 5, after: null }, Date.now());
		expect(await list()).toMatchObject([{ name: { en: "Test branch" }, rollup: null, ageMs: null }]);
		const name = { zh: "新名", en: "New name" };
		await branch.done(HEAD_OFFICE, { type: "configure", configuration: { ...branch.configuration, name } });
		await sentUpTo(branch.branchId, 2);
		expect(await list()).toMatchObject([{ name, rollup: null }]);
	});
});
