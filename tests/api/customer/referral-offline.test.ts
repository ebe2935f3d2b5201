import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { type CaseRequest, type SealedTexts, StoredCase } from "../../../schema/customer/case.ts";
import { RECENT_BLOCK_IDS, RECENT_COMMANDS_MIN, RECENT_COMMANDS_MS } from "../../../schema/limits.ts";
import { findCaseThere, rememberCase } from "../../../worker/records/case/case.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import {
	aBranch,
	commitsOf,
	eventually,
	MINUTE_MS,
	MONDAY,
	MONDAY_10,
	newCommandId,
	staff,
} from "../../branch/a-branch.ts";
import { CRAWL, nextTry } from "../../branch/bank-memory.ts";
import { fetchDoor, tokenOf } from "../../branch/door.ts";
import { breakMemory, type Failure } from "../../branch/failing-memory.ts";
import { LiveClient } from "../../branch/live-client.ts";
import { dumpOf, inside, progressOf, sentUpTo, withFailingStatement } from "../../branch/storage.ts";
import { askRecord, caseIdOf, codeOf, inMemory, recorded, rowOf } from "../a-referral.ts";
import { staffAt } from "../callers.ts";
import type { ReferralRow } from "../record-words.ts";

const BODY = { name: "李小明", reasonCode: "large-cash", contact: { kind: "phone", value: "13812345678" } };

async function aHall() {
	const branch = await aBranch();
	await branch.setTime(MONDAY_10, CRAWL);
	const manager = staffAt("lobby-manager", branch.branchId, "li-na");
	const path = `/branches/${branch.branchId}/referrals`;
	// The session is checked and remembered before anything fails.
	await askRecord(manager, "GET", path);
	await sentUpTo(branch.branchId, 1);
	const create = (commandId = newCommandId(), body: object = BODY) =>
		askRecord<{ referralId: string; code?: string }>(manager, "POST", path, { body, commandId });
	const known = async () =>
		(
			await env.DB.prepare(
				"SELECT 'r' || substr(case_id, length(branch_id) + 2) AS referral_id FROM cases WHERE branch_id = ?",
			)
				.bind(branch.branchId)
				.all()
		).results;
	return { branch, manager, path, create, known };
}

const unsentOf = async (branchId: string) =>
	((await dumpOf(branchId)).cases ?? []).filter((row) => row.is_unsent === 1);

describe("a record made while D1 is away", () => {
	it.for(["rejects", "throws", "hangs", "loses the answer", "cannot write"] as const satisfies Failure[])(
		"[PRV-8] [PRV-21] (D1 %s) is taken and changed, waits sealed in the branch, and reaches D1 exactly once",
		async (failure, { expect }) => {
			const { branch, manager, path, create, known } = await aHall();
			const repair = breakMemory(failure);
			const commandId = newCommandId();
			const first = await create(commandId);
			expect(first.status).toBe(200);
			const again = await create(commandId);
			expect(again.body).toEqual(first.body);
			await branch.evict();
			expect((await create(commandId)).body).toEqual(first.body);
			expect(codeOf(await create(commandId, { ...BODY, name: "王芳" }))).toBe("command-id-reused");
			await eventually("a try to fail", async () => (await progressOf(branch.branchId)).failures > 0);
			const listed = codeOf(await askRecord(manager, "GET", path));
			expect(listed).toBe(failure === "loses the answer" || failure === "cannot write" ? "done" : "not-ready");
			// An open record is read and moved where it is kept: D1 need not know of it.
			expect(await rowOf(manager, branch.branchId, first.body.referralId)).toMatchObject({ name: "李*明", version: 1 });
			const change = { body: { status: "to_follow_up", contact: null }, version: 1 };
			const changed = await askRecord<ReferralRow>(manager, "PUT", `${path}/${first.body.referralId}`, change);
			expect(changed.body).toMatchObject({ status: "to_follow_up", incomplete: true, version: 2 });
			const [waiting] = await unsentOf(branch.branchId);
			expect(waiting?.case_id).toBe(caseIdOf(branch.branchId, first.body.referralId));
			expect(waiting?.body).not.toContain(BODY.name);
			repair();
			await nextTry(branch);
			await eventually("nothing to wait", async () => (await unsentOf(branch.branchId)).length === 0);
			expect(await known()).toEqual([{ referral_id: first.body.referralId }]);
			expect(await rowOf(manager, branch.branchId, first.body.referralId)).toMatchObject({ name: "李*明", version: 2 });
			expect(await inMemory(branch.branchId, first.body.referralId)).toMatchObject({
				stage: "to_follow_up",
				version: 2,
			});
			const commits = JSON.stringify(await commitsOf(branch.branchId, MONDAY));
			for (const secret of [BODY.name, BODY.contact.value]) expect(commits).not.toContain(secret);
		},
	);

	it("[PRV-8] and dozens more of them arrive in one go, days and reports too", async ({ expect }) => {
		const { branch, create, known } = await aHall();
		const repair = breakMemory("rejects");
		await branch.done(staff(branch.branchId, "lobby-manager"), { type: "issue-ticket", services: ["cash"] });
		for (let index = 0; index < 30; index++) expect((await create()).status).toBe(200);
		await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await eventually("a try to fail", async () => (await progressOf(branch.branchId)).retryAt !== null);
		repair();
		await nextTry(branch);
		await sentUpTo(branch.branchId, 33);
		expect(await known()).toHaveLength(30);
		expect(await unsentOf(branch.branchId)).toEqual([]);
		const report = await env.DB.prepare("SELECT body FROM reports WHERE branch_id = ?").bind(branch.branchId).first<{
			body: string;
		}>();
		expect(JSON.parse(report?.body ?? "{}").referrals).toMatchObject({ recorded: 30 });
	});

	it("[PRV-8] what D1 refuses although it answers is parked, the rest goes on, and a closing tries it again", async ({
		expect,
	}) => {
		const { branch, create, known } = await aHall();
		const { branchId } = branch;
		const trigger = `poison_${branchId.replaceAll("-", "_")}`;
		await env.DB.prepare(
			`CREATE TRIGGER ${trigger} BEFORE INSERT ON cases WHEN NEW.branch_id = '${branchId}' AND json_extract(NEW.body, '$.facts.reasonCode') = 'appearance'
			 BEGIN SELECT RAISE(ABORT, 'poison'); END`,
		).run();
		const bad = await create(newCommandId(), { ...BODY, reasonCode: "appearance" });
		for (let tries = 0; (await progressOf(branchId)).parked.length === 0; tries++) {
			expect(tries).toBeLessThan(12);
			await eventually("a try to wait", async () => (await progressOf(branchId)).retryAt !== null);
			await nextTry(branch);
		}
		expect((await progressOf(branchId)).parked).toMatchObject([
			{ businessDay: `case ${caseIdOf(branchId, bad.body.referralId)}` },
		]);
		const good = await create();
		await eventually("the good one to arrive", async () => (await known()).length === 1);
		expect(await known()).toEqual([{ referral_id: good.body.referralId }]);
		await env.DB.prepare(`DROP TRIGGER ${trigger}`).run();
		await branch.done(staff(branchId, "lobby-manager"), { type: "issue-ticket", services: ["cash"] });
		await branch.done(staff(branchId, "lobby-manager"), { type: "close-day" });
		await eventually("the bad one to arrive", async () => (await known()).length === 2);
		expect((await known()).map((row) => row.referral_id)).toContain(bad.body.referralId);
		await eventually("nothing to be parked", async () => (await progressOf(branchId)).parked.length === 0);
	});

	it("[FWD-4] [PRV-8] waits, and is never parked, however often a D1 that can only be read is tried", async ({
		expect,
	}) => {
		const { branch, create, known } = await aHall();
		const repair = breakMemory("cannot write");
		const { referralId } = (await create()).body;
		await eventually("a try to fail", async () => (await progressOf(branch.branchId)).failures === 1);
		for (let tries = 2; tries <= 12; tries++) {
			await nextTry(branch);
			expect(await progressOf(branch.branchId)).toMatchObject({ failures: tries, poisonAttempts: 0, parked: [] });
		}
		repair();
		await nextTry(branch);
		expect(await known()).toEqual([{ referral_id: referralId }]);
		expect(await unsentOf(branch.branchId)).toEqual([]);
	});

	it("[FWD-3] parked, arrives with the next success once it is taken; refused again it arms no alarm", async ({
		expect,
	}) => {
		const { branch, create, known } = await aHall();
		const { branchId } = branch;
		const trigger = `poison_again_${branchId.replaceAll("-", "_")}`;
		await env.DB.prepare(
			`CREATE TRIGGER ${trigger} BEFORE INSERT ON cases WHEN NEW.branch_id = '${branchId}' AND json_extract(NEW.body, '$.facts.reasonCode') = 'appearance'
			 BEGIN SELECT RAISE(ABORT, 'poison'); END`,
		).run();
		await create(newCommandId(), { ...BODY, reasonCode: "appearance" });
		for (let tries = 0; (await progressOf(branchId)).parked.length === 0; tries++) {
			expect(tries).toBeLessThan(12);
			await eventually("a try to wait", async () => (await progressOf(branchId)).retryAt !== null);
			await nextTry(branch);
		}
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
		await env.DB.prepare(`DROP TRIGGER ${trigger}`).run();
		await passes(3 * MINUTE_MS);
		await create();
		await eventually("all to arrive", async () => (await known()).length === 4);
		await eventually("nothing to be parked", async () => (await progressOf(branchId)).parked.length === 0);
	});

	it("[LOG-1] [PRV-8] a failure of any statement stores neither the commit nor what waits", async ({ expect }) => {
		const { branch, manager, path, create } = await aHall();
		await create();
		await eventually("nothing to wait", async () => (await unsentOf(branch.branchId)).length === 0);
		for (let failing = 1; ; failing++) {
			const before = await dumpOf(branch.branchId);
			const { statements, error } = await inside(branch.branchId, (object, storage) =>
				withFailingStatement(storage, failing, () => {
					object.moveCase(REQUEST(branch.branchId, failing), sealedFor(branch.branchId, failing), manager);
				}),
			);
			if (error === null) {
				expect(failing).toBe(statements + 1);
				expect(statements).toBeGreaterThan(2);
				break;
			}
			await branch.evict();
			expect(await dumpOf(branch.branchId)).toEqual(before);
		}
		await branch.evict();
		await branch.setTime(MONDAY_10 + 2 * MINUTE_MS, CRAWL);
		await runDurableObjectAlarm(branch.stub());
		await eventually("nothing to wait again", async () => (await unsentOf(branch.branchId)).length === 0);
		// What was put there by this test opens with no key: the list goes on without its values.
		const { rows } = (await askRecord<{ rows: ReferralRow[] }>(manager, "GET", path)).body;
		expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(["李*明", null]));
	});
});

const rowIdOf = (branchId: string, index: number) => `${branchId}_${String(index).padStart(24, "0")}`;

const REQUEST = (branchId: string, index: number): CaseRequest => ({
	commandId: `failing-${String(index).padStart(4, "0")}`,
	command: {
		...{ type: "move-case", caseId: rowIdOf(branchId, index), kind: "referral", step: "open", version: 0 },
		...{ texts: [], stage: "offered", facts: { reasonCode: "large-cash" }, holds: ["name"], content: "x".repeat(43) },
	},
});

/** The sealed half as the door sends it; it opens with no key. */
function sealedFor(branchId: string, index: number): SealedTexts {
	const keyId = `referral:${branchId}:r${String(index).padStart(24, "0")}`;
	const wrapped = `A256GCM.one.${"A".repeat(16)}.${"A".repeat(64)}`;
	return {
		key: { keyId, retention: "referral", branchId, wrappingKeyId: "one", wrapped, createdAt: 0, expiresAt: 4e12 },
		texts: {},
		fields: { name: `A256GCM.${keyId}.${"A".repeat(16)}.${"A".repeat(30)}` },
	};
}

describe("a delivery that comes late or twice", () => {
	it("[PRV-4] [PRV-8] changes nothing that was changed since, and brings nothing erased back", async ({ expect }) => {
		const { branch, manager, path } = await aHall();
		const { branchId } = branch;
		const head = staffAt("branch-head", branchId, "zhang-wei");
		const repair = breakMemory("loses the answer");
		const created = await askRecord<{ referralId: string }>(manager, "POST", path, {
			body: BODY,
			commandId: newCommandId(),
		});
		const { referralId } = created.body;
		await eventually("D1 to have it without the branch knowing", async () => {
			const progress = await progressOf(branchId);
			return progress.failures > 0;
		});
		repair();
		const [waiting] = await unsentOf(branchId);
		const entry = StoredCase.parse(JSON.parse(String(waiting?.body)));
		const changed = await askRecord<ReferralRow>(manager, "PUT", `${path}/${referralId}`, {
			body: { status: "introduced" },
			version: 1,
		});
		expect(changed.body.version).toBe(2);
		await nextTry(branch);
		await eventually("nothing to wait", async () => (await unsentOf(branchId)).length === 0);
		expect(await rowOf(manager, branchId, referralId)).toMatchObject({ version: 2, status: "introduced" });
		const erased = await askRecord(head, "POST", `${path}/${referralId}/erasure`, { body: { reason: "客户要求" } });
		expect(codeOf(erased)).toBe("done");
		const there = await findCaseThere(memoryOf(env.DB), branchId, entry.caseId);
		await rememberCase(memoryOf(env.DB), entry, there?.epoch ?? 0);
		expect(await rowOf(manager, branchId, referralId)).toMatchObject({ name: null, contact: null });
		const key = await env.DB.prepare("SELECT wrapped FROM data_keys WHERE key_id = ?").bind(entry.keyId).first();
		expect(key).toEqual({ wrapped: null });
	});
});

describe("a record sent again", () => {
	it("[CASE-2] [PRV-8] long after the branch has forgotten its command is the same record, once", async ({
		expect,
	}) => {
		const { branch, create, known } = await aHall();
		const commandId = newCommandId();
		const first = await create(commandId);
		const lobby = staff(branch.branchId, "lobby-manager");
		for (let each = 0; each < RECENT_BLOCK_IDS; each++) {
			await branch.send(lobby, { type: "issue-ticket", services: ["cash"] });
		}
		await branch.setTime(MONDAY_10 + RECENT_COMMANDS_MS + 2 * MINUTE_MS, CRAWL);
		for (let each = 0; each < RECENT_COMMANDS_MIN; each++) {
			await branch.send(lobby, { type: "issue-ticket", services: ["cash"] });
		}
		expect((await create(commandId)).body).toEqual(first.body);
		await eventually("D1 to have it", async () => (await known()).length === 1);
		expect(await known()).toEqual([{ referral_id: first.body.referralId }]);
	});
});

describe("nobody but the door", () => {
	it("[PRV-16] brings a record to a branch: neither the command door nor a socket takes one", async ({ expect }) => {
		const { branch } = await aHall();
		const { branchId } = branch;
		const actor = staff(branchId, "lobby-manager");
		const { command } = REQUEST(branchId, 1);
		const response = await fetchDoor(`/branches/${branchId}/commands`, {
			method: "POST",
			headers: {
				Authorization: `Bearer ${await tokenOf(actor)}`,
				"Idempotency-Key": newCommandId(),
				"Content-Type": "application/json",
			},
			body: JSON.stringify({ command }),
		});
		expect(response.status).toBe(422);
		const client = await LiveClient.open({ branchId, audience: "staff", credential: `token.${await tokenOf(actor)}` });
		client.say(JSON.stringify({ type: "command", commandId: newCommandId(), command }));
		await eventually("the socket to refuse it", () => client.problems.length > 0);
		expect(client.problems[0]?.code).toBe("malformed-frame");
		expect(await unsentOf(branchId)).toEqual([]);
		client.close();
		expect(await recorded(staffAt("lobby-manager", branchId), branchId)).toMatch(/^r/);
	});
});
