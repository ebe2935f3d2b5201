import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { verifyLedger } from "../../../worker/api/ledger/ledger-verification.ts";
import { erased, hallOf, inMemory, shown } from "../../api/a-case.ts";
import { codeOf, recorded } from "../../api/a-referral.ts";
import { appendMany, copied, evictLedger, forwarded, ledgerOf, newChain } from "../../ledger/a-ledger.ts";
import { aBranch, DAY_MS, eventually, kiosk, MONDAY, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";
import { aDay, CRAWL, expectExact, known } from "../bank-memory.ts";
import { setMemoryBack, takeMemory } from "../set-back.ts";
import { progressOf, sentUpTo } from "../storage.ts";

const TUESDAY = "2026-11-24";
const WEDNESDAY = "2026-11-25";

/** The branch's present seq, once D1 knows it. */
async function sent({ branchId, stub }: TestBranch): Promise<number> {
	await eventually("the branch to be known", async () => stub().bringUpToDate());
	return (await progressOf(branchId)).seq;
}

const verified = async ({ branchId }: TestBranch) => {
	await forwarded(branchId);
	const answer = await verifyLedger(env, branchId);
	return "code" in answer ? answer : { holds: answer.holds, days: answer.days.map((day) => day.businessDay) };
};

/** Three closed days and a record; D1 is then as it was after the first of them. */
async function setBackAfterMonday() {
	const branch = await aBranch();
	await aDay(branch, MONDAY_10, 1);
	await sent(branch);
	await forwarded(branch.branchId);
	const monday = await takeMemory();
	await aDay(branch, MONDAY_10 + DAY_MS, 1);
	const { head, path } = hallOf(branch.branchId);
	const caseId = await recorded(head, branch.branchId);
	await aDay(branch, MONDAY_10 + 2 * DAY_MS, 1);
	await sent(branch);
	await forwarded(branch.branchId);
	const links = await copied(branch.branchId);
	await setMemoryBack(monday);
	const lost = await known(branch, WEDNESDAY);
	return { branch, head, caseId, one: `${path}/${caseId}`, links, lost };
}

describe("D1 set back to an earlier moment", () => {
	it("[FWD-5] [AUD-14] gets again at one word all days, records and entries it lost, none of them twice", async ({
		expect,
	}) => {
		const { branch, head, caseId, one, links, lost } = await setBackAfterMonday();
		expect(lost).toEqual({ rollup: null, report: null });
		expect(await inMemory(branch.branchId, caseId)).toBeNull();
		// An open record is its branch's, whatever D1 has lost.
		expect((await shown(head, one)).version).toBe(1);
		await branch.stub().sendAgain();
		await ledgerOf(branch.branchId).sendAgain();
		for (const day of [MONDAY, TUESDAY, WEDNESDAY]) {
			await expectExact(expect, branch, day);
			expect(await branch.stub().verification(day)).toMatchObject({ identical: true, brokenAt: null });
		}
		expect(await inMemory(branch.branchId, caseId)).toMatchObject({ stage: "offered", version: 1 });
		expect(await verified(branch)).toEqual({ holds: true, days: [WEDNESDAY, TUESDAY, MONDAY] });
		expect(await copied(branch.branchId)).toEqual(links);
	});

	it("[FWD-5] is noticed by the branch with its next sending, without anybody's word", async ({ expect }) => {
		const { branch, caseId } = await setBackAfterMonday();
		await branch.evict();
		await evictLedger(branch.branchId);
		await branch.setTime(MONDAY_10 + 3 * DAY_MS, CRAWL);
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await sent(branch);
		for (const day of [MONDAY, TUESDAY, WEDNESDAY, "2026-11-26"]) await expectExact(expect, branch, day);
		expect(await inMemory(branch.branchId, caseId)).toMatchObject({ stage: "offered", version: 1 });
	});

	it("[FWD-5] what is under way when the word comes does not move on over what is missing", async ({ expect }) => {
		const { branch } = await setBackAfterMonday();
		await branch.setTime(MONDAY_10 + 3 * DAY_MS, CRAWL);
		const opening = branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await Promise.all([opening, branch.stub().sendAgain()]);
		const { seq } = await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await sentUpTo(branch.branchId, seq);
		for (const day of [MONDAY, TUESDAY, WEDNESDAY, "2026-11-26"]) await expectExact(expect, branch, day);
	});

	it("[FWD-5] [PRV-4] of a record that was erased nothing personal comes back from the branch", async ({ expect }) => {
		const { branch, head, caseId, one } = await setBackAfterMonday();
		await branch.stub().sendAgain();
		const before = await takeMemory();
		expect(codeOf(await erased(head, one))).toBe("done");
		before.cases = [];
		before.data_keys = [];
		await setMemoryBack(before);
		await branch.stub().sendAgain();
		const { fields, ties } = await shown(head, one);
		expect([fields, ties]).toEqual([{}, {}]);
		const kept = await inMemory(branch.branchId, caseId);
		expect([kept?.key, kept?.fields, kept?.indexes, kept?.ties]).toEqual([null, {}, {}, {}]);
	});

	it("[FWD-5] a made-up branch or chain is not founded by it", async ({ expect }) => {
		const chain = newChain();
		await env.BRANCH.getByName(chain).sendAgain();
		await ledgerOf(chain).sendAgain();
		expect(await env.BRANCH.getByName(chain).configuration()).toBeNull();
		expect((await ledgerOf(chain).attest(0)).head.seq).toBe(0);
	});
});

describe("a chain whose copy was set back", () => {
	it("[AUD-14] is whole again with the next entry", async ({ expect }) => {
		const chain = newChain();
		await appendMany(chain, 3);
		await forwarded(chain);
		const early = await takeMemory();
		await appendMany(chain, 90);
		await forwarded(chain);
		await setMemoryBack(early);
		expect(await verifyLedger(env, chain)).toMatchObject({ holds: false, brokenAt: { seq: 4, what: "deleted" } });
		await evictLedger(chain);
		await appendMany(chain, 1);
		for (let rounds = 0; rounds < 4; rounds++) await runDurableObjectAlarm(ledgerOf(chain));
		await forwarded(chain);
		expect((await copied(chain)).map(({ seq }) => seq)).toEqual(Array.from({ length: 94 }, (_, index) => index + 1));
		expect(await verifyLedger(env, chain)).toMatchObject({ holds: true, pending: 0, entries: 94 });
	});

	it("[AUD-14] that lost all of it has all again", async ({ expect }) => {
		const chain = newChain();
		const nothing = await takeMemory();
		await appendMany(chain, 50);
		await forwarded(chain);
		await setMemoryBack(nothing);
		await ledgerOf(chain).sendAgain();
		await forwarded(chain);
		expect(await verifyLedger(env, chain)).toMatchObject({ holds: true, entries: 50 });
	});
});
