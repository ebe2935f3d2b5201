import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import {
	commitsOf,
	eventually,
	MINUTE_MS,
	MONDAY,
	newCommandId,
	staff,
	type TestBranch,
} from "../../branch/a-branch.ts";
import { CRAWL, nextTry } from "../../branch/bank-memory.ts";
import { breakMemory, type Failure } from "../../branch/failing-memory.ts";
import { progressOf, sentUpTo } from "../../branch/storage.ts";
import { inMemory, moved, shown } from "../a-case.ts";
import { codeOf, FIELDS, listed } from "../a-referral.ts";
import { aSlowHall, NAME, poison, RECORD, unsentOf } from "./a-slow-hall.ts";

const POISONED = { ...RECORD, facts: { reasonCode: "appearance" } };

/** Tries again and again until one of what waits is parked. */
async function parked(branch: TestBranch): Promise<void> {
	const TRIES_MAX = 12;
	for (let tries = 0; (await progressOf(branch.branchId)).parked.length === 0; tries++) {
		if (tries === TRIES_MAX) throw new Error(`nothing is parked after ${tries} tries`);
		await eventually("a try to wait", async () => (await progressOf(branch.branchId)).retryAt !== null);
		await nextTry(branch);
	}
}

describe("a record made while D1 is away", () => {
	it.for(["rejects", "throws", "hangs", "loses the answer", "cannot write"] as const satisfies Failure[])(
		"[PRV-8] [PRV-21] (D1 %s) is taken and changed, waits sealed in the branch, and reaches D1 exactly once",
		async (failure, { expect }) => {
			const { branch, branchId, manager, path, create, known } = await aSlowHall();
			const repair = breakMemory(failure);
			const commandId = newCommandId();
			const first = await create(commandId);
			expect(first.status).toBe(200);
			const again = await create(commandId);
			expect(again.body).toEqual(first.body);
			await branch.evict();
			expect((await create(commandId)).body).toEqual(first.body);
			const other = { fields: { ...RECORD.fields, name: "王芳" } };
			expect(codeOf(await create(commandId, other))).toBe("command-id-reused");
			await eventually("a try to fail", async () => (await progressOf(branchId)).failures > 0);
			const answer = codeOf(await listed(manager, branchId));
			expect(answer).toBe(failure === "loses the answer" || failure === "cannot write" ? "done" : "not-ready");
			// An open record is read and moved where it is kept: D1 need not know of it.
			const { caseId } = first.body;
			const one = `${path}/${caseId}`;
			expect(await shown(manager, one)).toMatchObject({ fields: { name: "李*明" }, version: 1 });
			const change = { step: "change", stage: "to_follow_up", fields: { contact: null } };
			const changed = await moved(manager, one, 1, change);
			expect(changed).toMatchObject({ stage: "to_follow_up", version: 2 });
			expect(changed.signs).toContain("incomplete");
			const [waiting] = await unsentOf(branchId);
			expect(waiting?.case_id).toBe(caseId);
			expect(waiting?.body).not.toContain(NAME);
			repair();
			await nextTry(branch);
			await eventually("nothing to wait", async () => (await unsentOf(branchId)).length === 0);
			expect(await known()).toEqual([caseId]);
			expect(await shown(manager, one)).toMatchObject({ fields: { name: "李*明" }, version: 2 });
			expect(await inMemory(branchId, caseId)).toMatchObject({ stage: "to_follow_up", version: 2 });
			const commits = JSON.stringify(await commitsOf(branchId, MONDAY));
			for (const secret of [NAME, FIELDS.contact.value]) expect(commits).not.toContain(secret);
		},
	);

	it("[PRV-8] and dozens more of them arrive in one go, days and reports too", async ({ expect }) => {
		const { branch, branchId, create, known } = await aSlowHall();
		const repair = breakMemory("rejects");
		await branch.done(staff(branchId, "lobby-manager"), { type: "issue-ticket", services: ["cash"] });
		for (let index = 0; index < 30; index++) expect((await create()).status).toBe(200);
		await branch.done(staff(branchId, "lobby-manager"), { type: "close-day" });
		await eventually("a try to fail", async () => (await progressOf(branchId)).retryAt !== null);
		repair();
		await nextTry(branch);
		await sentUpTo(branchId, 33);
		expect(await known()).toHaveLength(30);
		expect(await unsentOf(branchId)).toEqual([]);
		const report = await env.DB.prepare("SELECT body FROM reports WHERE branch_id = ?").bind(branchId).first<{
			body: string;
		}>();
		expect(JSON.parse(report?.body ?? "{}").referrals).toMatchObject({ recorded: 30 });
	});

	it("[PRV-8] what D1 refuses although it answers is parked, the rest goes on, and a closing tries it again", async ({
		expect,
	}) => {
		const { branch, branchId, create, known } = await aSlowHall();
		const end = await poison(branchId, "appearance");
		const bad = (await create(newCommandId(), POISONED)).body.caseId;
		await parked(branch);
		expect((await progressOf(branchId)).parked).toMatchObject([{ businessDay: `case ${bad}` }]);
		const good = (await create()).body.caseId;
		await eventually("the good one to arrive", async () => (await known()).length === 1);
		expect(await known()).toEqual([good]);
		await end();
		await branch.done(staff(branchId, "lobby-manager"), { type: "issue-ticket", services: ["cash"] });
		await branch.done(staff(branchId, "lobby-manager"), { type: "close-day" });
		await eventually("the bad one to arrive", async () => (await known()).length === 2);
		expect(await known()).toEqual([good, bad].sort());
		await eventually("nothing to be parked", async () => (await progressOf(branchId)).parked.length === 0);
	});

	it("[FWD-4] [PRV-8] waits, and is never parked, however often a D1 that can only be read is tried", async ({
		expect,
	}) => {
		const { branch, branchId, create, known } = await aSlowHall();
		const repair = breakMemory("cannot write");
		const { caseId } = (await create()).body;
		await eventually("a try to fail", async () => (await progressOf(branchId)).failures === 1);
		for (let tries = 2; tries <= 12; tries++) {
			await nextTry(branch);
			expect(await progressOf(branchId)).toMatchObject({ failures: tries, poisonAttempts: 0, parked: [] });
		}
		repair();
		await nextTry(branch);
		expect(await known()).toEqual([caseId]);
		expect(await unsentOf(branchId)).toEqual([]);
	});

	it("[FWD-3] parked, arrives with the next success once it is taken; refused again it arms no alarm", async ({
		expect,
	}) => {
		const { branch, branchId, create, known } = await aSlowHall();
		const end = await poison(branchId, "appearance");
		await create(newCommandId(), POISONED);
		await parked(branch);
		const first = (await progressOf(branchId)).parked[0]?.triedAt ?? 0;
		const passes = (ms: number) => branch.setTime(first + ms, CRAWL);
		await passes(MINUTE_MS);
		await create();
		await eventually(
			"it to be tried again",
			async () => ((await progressOf(branchId)).parked[0]?.triedAt ?? 0) > first,
		);
		const after = await progressOf(branchId);
		expect(after).toMatchObject({
			failures: 0,
			poisonAttempts: 0,
			retryAt: null,
			parked: [{ why: expect.any(String) }],
		});
		// Within the minute no success tries it again.
		await create();
		await eventually("that one to arrive", async () => (await known()).length === 2);
		expect((await progressOf(branchId)).parked).toEqual(after.parked);
		await end();
		await passes(3 * MINUTE_MS);
		await create();
		await eventually("all to arrive", async () => (await known()).length === 4);
		await eventually("nothing to be parked", async () => (await progressOf(branchId)).parked.length === 0);
	});
});
