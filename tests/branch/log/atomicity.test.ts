import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { CommandRequest } from "../../../schema/hall/command.ts";
import type { BranchObject } from "../../../worker/branch/branch-object.ts";
import { SNAPSHOT_EVERY_COMMITS } from "../../../worker/branch/log/commit-log.ts";
import {
	aBranch,
	commitsOf,
	configurationOf,
	eventually,
	evict,
	HEAD_OFFICE,
	HOUR_MS,
	kiosk,
	MONDAY,
	MONDAY_10,
	newBranchId,
	newCommandId,
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { collectionsOf, LiveClient } from "../live-client.ts";
import { dump, inside, sentUpTo, withFailingStatement } from "../storage.ts";

type Sending = { readonly branchId: string; readonly actor: Actor; readonly request: CommandRequest };

const at = (branchId: string, actor: Actor, command: CommandRequest["command"]): Sending => ({
	branchId,
	actor,
	request: { commandId: newCommandId(), command },
});
const issue = ({ branchId }: TestBranch) => at(branchId, kiosk(branchId), { type: "issue-ticket", services: ["cash"] });

/** Its day open, and nothing under way any more: so every run asks for the same statements. */
async function openBranch(): Promise<TestBranch> {
	const branch = await aBranch();
	await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
	await sentUpTo(branch.branchId, 2);
	return branch;
}

/** Makes a branch in a situation whose next command writes in a way of its own. */
const SITUATIONS: Record<string, () => Promise<Sending>> = {
	"the very first command of a branch": async () => {
		const branchId = newBranchId();
		return at(branchId, HEAD_OFFICE, { type: "configure", configuration: configurationOf(branchId) });
	},
	"the command that opens the day": async () => {
		const branch = await aBranch();
		await sentUpTo(branch.branchId, 1);
		return issue(branch);
	},
	"an ordinary command": async () => issue(await openBranch()),
	"a refusal": async () => {
		const branch = await openBranch();
		const { branchId } = branch;
		const teller = staff(branchId, "closed-teller", "liu-yang");
		await branch.done(teller, { type: "open-counter", counterId: "1" });
		return at(branchId, teller, { type: "open-counter", counterId: "2" });
	},
	"the command that is due a snapshot": async () => {
		const branch = await openBranch();
		for (let seq = 3; seq < SNAPSHOT_EVERY_COMMITS; seq++) {
			await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		}
		return issue(branch);
	},
	"the command that closes the day": async () => {
		const branch = await openBranch();
		return at(branch.branchId, staff(branch.branchId, "lobby-manager"), { type: "close-day" });
	},
	"the first command after a forgotten closing": async () => {
		const branch = await openBranch();
		// The clock passes closing time by itself, and the alarm that would close the day is taken away.
		await branch.setTime(MONDAY_10 + 8 * HOUR_MS - 200, 10_000);
		await inside(branch.branchId, (_, storage) => storage.deleteAlarm());
		await scheduler.wait(2);
		return at(branch.branchId, staff(branch.branchId, "guard"), { type: "ask-for-help", reason: "other" });
	},
};

/** Sends with one statement failing; what was stored before and after, with nothing in between. */
function attempt({ branchId, actor, request }: Sending, failing: number) {
	return inside(branchId, (branch, storage) => {
		const before = dump(storage.sql);
		const seen = JSON.stringify(branch.status());
		const result = withFailingStatement(storage, failing, () => branch.execute(request, actor));
		const after = dump(storage.sql);
		return { ...result, before, after, sameView: JSON.stringify(branch.status()) === seen };
	});
}

async function watcher(branchId: string): Promise<LiveClient> {
	const credential = `token.${await tokenOf(staff(branchId, "lobby-manager", "li-na"))}`;
	return LiveClient.open({ branchId, audience: "staff", credential });
}

describe("every SQL statement made to fail once", () => {
	for (const [situation, make] of Object.entries(SITUATIONS)) {
		it(`[LOG-1] [LIVE-6] ${situation}: all or nothing, and only what is stored is told`, async ({ expect }) => {
			const { statements } = await attempt(await make(), 0);
			expect(statements).toBeGreaterThan(0);
			for (let failing = 1; failing <= statements; failing++) {
				const sending = await make();
				const { branchId, actor, request } = sending;
				const watching = await watcher(branchId);
				const { error, before, after } = await attempt(sending, failing);
				await evict(branchId);
				const stored = await commitsOf(branchId, MONDAY);
				// Either nothing happened at all, or one whole commit did and the failure came after it.
				const added = rowsOf(after) - rowsOf(before);
				if (added === 0) expect(after, `statement ${failing}: ${error}`).toEqual(before);
				if (watching.closed === null) {
					const fresh = await watching.fresh();
					expect(watching.view).toEqual(collectionsOf(fresh));
					expect(watching.seq).toBeLessThanOrEqual(fresh.seq);
					expect(stored.at(-1)?.seq ?? 1).toBe(fresh.seq);
				}
				const answer = await env.BRANCH.getByName(branchId).execute(request, actor);
				if (situation !== "a refusal") expect(answer.status, `statement ${failing}`).toBe("done");
				expect(await env.BRANCH.getByName(branchId).execute(request, actor)).toEqual(answer);
				const verified = await env.BRANCH.getByName(branchId).verification(MONDAY);
				expect(verified?.brokenAt ?? null).toBeNull();
				watching.close();
			}
		});
	}

	for (const fault of ["an alarm that cannot be set", "a transaction that fails at its very end"] as const) {
		it(`[LOG-1] ${fault} leaves nothing stored, nothing told and nothing believed armed`, async ({ expect }) => {
			const branch = await aBranch();
			const { branchId } = branch;
			await sentUpTo(branchId, 1);
			await branch.setTime(MONDAY_10, 0.001);
			const watching = await watcher(branchId);
			const { request, actor } = issue(branch);
			const { before, after, failed } = await inside(branchId, (object, storage) => {
				const dumped = dump(storage.sql);
				const mend = fault === "an alarm that cannot be set" ? withoutAlarms(storage) : withoutCommits(storage);
				let error: unknown = null;
				try {
					object.execute(request, actor);
				} catch (thrown) {
					error = thrown;
				}
				mend();
				return { before: dumped, after: dump(storage.sql), failed: String(error) };
			});
			expect(failed).toContain("not today");
			expect(after).toEqual(before);
			expect((await watching.fresh()).seq).toBe(1);
			expect(watching.patches).toBe(0);
			const armedAt = () => inside(branchId, (_, storage) => storage.getAlarm());
			expect(await armedAt()).toBeNull();
			expect(await branch.stub().execute(request, actor)).toMatchObject({ status: "done", number: "A001" });
			expect(await armedAt()).not.toBeNull();
			watching.close();
		});
	}

	it("[LOG-1] a clock that cannot be stored is not kept in memory either", async ({ expect }) => {
		for (const branchId of [newBranchId(), (await openBranch()).branchId]) {
			const clock = { kind: "virtual", at: MONDAY_10 + HOUR_MS, speed: 0 } as const;
			const acts = [(branch: BranchObject) => branch.setClock(clock)];
			for (const act of acts) {
				const kept = await inside(branchId, (branch, storage) => {
					const [before, seen] = [dump(storage.sql), JSON.stringify(branch.status())];
					const { error } = withFailingStatement(storage, 1, () => act(branch));
					return { error, same: JSON.stringify(branch.status()) === seen, before, after: dump(storage.sql) };
				});
				expect(String(kept.error)).toContain("statement 1 failed");
				expect(kept.same).toBe(true);
				expect(kept.after).toEqual(kept.before);
			}
		}
	});

	it("[LOG-1] [LIVE-8] a command on a socket that cannot be stored ends the connection, and is done once on the next", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const watching = await watcher(branchId);
		const request = issue(branch).request;
		const restore = await inside(branchId, (_, storage) => {
			const real = storage.sql;
			const exec = () => {
				throw new Error("disk full");
			};
			Object.defineProperty(storage, "sql", { configurable: true, value: { exec } });
			return () => inside(branchId, () => Object.defineProperty(storage, "sql", { configurable: true, value: real }));
		});
		await watching.command(request).catch(() => undefined);
		expect(watching.closed?.code).toBe(1011);
		expect(watching.patches).toBe(0);
		await restore();
		const again = await watcher(branchId);
		expect(await again.command(request)).toMatchObject({ status: "done", number: "A001" });
		expect(await again.command(request)).toMatchObject({ status: "done", number: "A001" });
		await eventually("the patch", () => again.patches === 1);
		again.close();
	});
});

/** Until the returned function is called, no alarm can be set. */
function withoutAlarms(storage: DurableObjectStorage): () => void {
	const real = storage.setAlarm.bind(storage);
	const value = () => {
		throw new Error("not today");
	};
	Object.defineProperty(storage, "setAlarm", { configurable: true, value });
	return () => Object.defineProperty(storage, "setAlarm", { configurable: true, value: real });
}

/** Until the returned function is called, every transaction does its work and then fails. */
function withoutCommits(storage: DurableObjectStorage): () => void {
	const real = storage.transactionSync.bind(storage);
	const value = (work: () => unknown) =>
		real(() => {
			work();
			throw new Error("not today");
		});
	Object.defineProperty(storage, "transactionSync", { configurable: true, value });
	return () => Object.defineProperty(storage, "transactionSync", { configurable: true, value: real });
}

function rowsOf(tables: Readonly<Record<string, readonly unknown[]>>): number {
	return Object.entries(tables).reduce((sum, [name, rows]) => sum + (name.startsWith("commits_") ? rows.length : 0), 0);
}
