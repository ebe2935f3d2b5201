import { abortAllDurableObjects, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { verifyLedger } from "../../../worker/api/ledger/ledger-verification.ts";
import { listBranches } from "../../../worker/records/bank/branch.ts";
import { ask, askRecord, caseIdOf, codeOf, recorded, rowOf } from "../../api/a-referral.ts";
import { copied, forwarded, ledgerOf } from "../../ledger/a-ledger.ts";
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
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { aDay, CRAWL, expectExact, known, memory } from "../bank-memory.ts";
import { breakMemory } from "../failing-memory.ts";
import { type BranchCopy, setBranchBack, setMemoryBack, takeBranch, takeMemory } from "../set-back.ts";
import { dumpOf, inside, progressOf } from "../storage.ts";

const TUESDAY = "2026-11-24";
const WEDNESDAY = "2026-11-25";
const NOON = MONDAY_10 + 2 * HOUR_MS;

const issue = (branch: TestBranch) => branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
const close = (branch: TestBranch) => branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });

/** Until D1 has all that the branch has, and nothing more. */
async function inStep({ branchId, stub }: TestBranch): Promise<void> {
	await eventually("D1 to be in step", async () => stub().bringUpToDate());
	await forwarded(branchId);
}

async function verified({ branchId }: TestBranch) {
	await forwarded(branchId);
	const answer = await verifyLedger(env, branchId);
	if ("code" in answer) throw new Error(answer.code);
	return { holds: answer.holds, days: answer.days.map((day) => [day.businessDay, day.commits, day.report]) };
}

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

const OPERATOR = {
	kind: "staff",
	role: "head-office-operator",
	staffId: "head-office",
	place: { kind: "bank" },
} as const;

describe("who sets back", () => {
	const path = (branch: TestBranch) => `/branches/${branch.branchId}/restore`;

	it("[OPS-5] confirms and says why; a dry run says what would be lost and leaves nothing", async ({ expect }) => {
		const branch = await aBranch(Date.now() - HOUR_MS);
		await branch.setTime(Date.now());
		const { branchId } = branch;
		const it = { kind: "staff", role: "it-support", staffId: "wang-it", place: { kind: "branch", branchId } } as const;
		const to = Date.now() - MINUTE_MS;
		const body = { to, reason: "drill", confirm: branchId };
		const dry = await ask(it, "POST", path(branch), { body: { ...body, dryRun: true } });
		expect(dry.body).toMatchObject({ lost: { commits: 0, businessDays: [], seq: 1 }, wentOn: null, undo: null });
		expect((await copied(branchId)).length).toBe(0);
		for (const wrong of [{ to: Date.now() + HOUR_MS }, { to: 1 }, { reason: " " }]) {
			expect(codeOf(await ask(it, "POST", path(branch), { body: { ...body, ...wrong } }))).toBe("invalid-input");
		}
		const other = { ...body, confirm: "sh-other" };
		expect(codeOf(await ask(it, "POST", path(branch), { body: other }))).toBe("not-confirmed");
		const teller = staff(branchId, "open-teller", "li-teller");
		if (teller.kind === "staff")
			expect(codeOf(await ask(teller, "POST", path(branch), { body }))).toBe("not-permitted");
		// This machine keeps no earlier moments of an object, and says so.
		expect(codeOf(await ask(it, "POST", path(branch), { body }))).toBe("cannot-set-back");
	});

	it("[OPS-5] to a moment of the platform's own keeping, it restarts there and goes on under a new epoch", async ({
		expect,
	}) => {
		const branch = await aBranch(Date.now() - HOUR_MS);
		const { branchId } = branch;
		await branch.setTime(Date.now());
		const early = await takeBranch(branchId);
		const before = await branch.stub().status();
		await branch.done(HEAD_OFFICE, {
			type: "configure",
			configuration: { ...branch.configuration, name: { zh: "错", en: "Wrong" } },
		});
		await inside(branchId, (_, storage) => {
			Object.defineProperties(storage, {
				getBookmarkForTime: { configurable: true, value: async () => "bookmark" },
				// What the platform does at the next start is done here at once.
				onNextSessionRestoreBookmark: {
					configurable: true,
					value: async (bookmark: string) => {
						storage.transactionSync(() => {
							for (const name of Object.keys(early.rows)) storage.sql.exec(`DELETE FROM ${name}`);
							for (const [name, rows] of Object.entries(early.rows)) {
								for (const row of rows) {
									const marks = Object.keys(row)
										.map(() => "?")
										.join(", ");
									storage.sql.exec(
										`INSERT INTO ${name} (${Object.keys(row).join(", ")}) VALUES (${marks})`,
										...Object.values(row),
									);
								}
							}
						});
						return `undo of ${bookmark}`;
					},
				},
			});
		});
		const body = { to: Date.now() - MINUTE_MS, reason: "wrong configuration", confirm: branchId };
		const answer = await ask<{ wentOn: { epoch: number; seq: number }; undo: string }>(OPERATOR, "POST", path(branch), {
			body,
		});
		expect(answer.body).toMatchObject({ undo: "undo of bookmark", wentOn: { seq: 1 } });
		expect((await branch.stub().configuration())?.name.en).toBe("Test branch");
		const epoch = before.ok ? before.value.epoch : 0;
		expect(answer.body.wentOn.epoch).toBeGreaterThan(epoch);
		await inStep(branch);
		const [entry, setBack] = (await copied(branchId)).map(({ body: text }) => JSON.parse(text));
		expect([entry, setBack]).toMatchObject([
			{ act: "restoreBranch", reason: "wrong configuration", actor: { staffId: "head-office" } },
			{ act: "commits-set-back", actor: { kind: "system" }, subject: { branchId, lastSeq: "1" } },
		]);
	});

	it("[OPS-5] [PRV-4] erases again what the ledger says was erased after the moment D1 was set back to", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const head = { kind: "staff", role: "branch-head", staffId: "li-na", place: { kind: "branch", branchId } } as const;
		const [kept, gone] = [await recorded(head, branchId), await recorded(head, branchId)];
		const before = await takeMemory();
		const at = (id: string) => `/branches/${branchId}/referrals/${id}`;
		await askRecord(head, "POST", `${at(gone)}/erasure`, { body: { reason: "asked for it" } });
		await forwarded(branchId);
		await setMemoryBack(before);
		// A month later the branch has forgotten it: the ledger alone knows.
		await inside(branchId, (_, { sql }) => {
			sql.exec("DELETE FROM cases WHERE case_id = ?", caseIdOf(branchId, gone));
		});
		await branch.evict();
		expect((await rowOf(head, branchId, gone)).erasedAt).toBeNull();
		const again = () => ask(OPERATOR, "POST", "/memory/forwarding", { body: { reason: "drill", after: "sh-test0" } });
		expect((await again()).body).toMatchObject({ silent: [], erased: 1 });
		expect((await rowOf(head, branchId, gone)).erasedAt).not.toBeNull();
		expect((await rowOf(head, branchId, kept)).erasedAt).toBeNull();
		expect((await again()).body).toMatchObject({ erased: 0 });
	});

	it("[OPS-5] [FWD-5] lets everybody send again what a restored database lost", async ({ expect }) => {
		const branch = await aBranch();
		await aDay(branch, MONDAY_10, 1);
		await inStep(branch);
		await setMemoryBack({ branches: (await takeMemory()).branches ?? [] });
		const sent: string[] = [];
		for (let after: string | null | undefined; after !== null; ) {
			const body = { reason: "drill", ...(after && { after }) };
			const answer = await ask<{ sent: string[]; silent: string[]; next: string | null }>(
				OPERATOR,
				"POST",
				"/memory/forwarding",
				{ body },
			);
			expect(answer.body.silent).toEqual([]);
			sent.push(...answer.body.sent);
			after = answer.body.next;
		}
		expect(sent).toContain(branch.branchId);
		await expectExact(expect, branch, MONDAY);
		expect((await verified(branch)).holds).toBe(true);
		expect((await commitsOf(branch.branchId, MONDAY)).length).toBeGreaterThan(5);
	});
});
