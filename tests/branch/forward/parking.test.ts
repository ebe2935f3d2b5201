import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it, vi } from "vitest";
import { findReport } from "../../../worker/records/bank/report.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { aBranch, DAY_MS, eventually, kiosk, MONDAY, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";
import { CRAWL } from "../bank-memory.ts";
import { tokenOf } from "../door.ts";
import { collectionsOf, LiveClient } from "../live-client.ts";
import { inside, progressOf, sentUpTo } from "../storage.ts";

const TRIES = 5;
const TRIES_MAX = 30;
const TUESDAY = "2026-11-24";
const WEDNESDAY = "2026-11-25";

/** D1 answers, but refuses the report of one day of one branch. */
async function poison({ branchId }: TestBranch, businessDay: string): Promise<() => Promise<unknown>> {
	const name = `poison_${branchId.replaceAll("-", "_")}_${businessDay.replaceAll("-", "")}`;
	await env.DB.prepare(
		`CREATE TRIGGER ${name} BEFORE INSERT ON reports
		 WHEN NEW.branch_id = '${branchId}' AND NEW.business_day = '${businessDay}'
		 BEGIN SELECT RAISE(ABORT, 'poison'); END`,
	).run();
	return () => env.DB.prepare(`DROP TRIGGER ${name}`).run();
}

async function aDay(branch: TestBranch, at: number): Promise<void> {
	await branch.setTime(at, CRAWL);
	await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
	await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
}

/** Lets every try that waits come, until none does; how many came. */
async function letTriesCome(branch: TestBranch): Promise<number> {
	for (let tries = 1; ; tries++) {
		const { retryAt } = await progressOf(branch.branchId);
		if (retryAt === null) return tries - 1;
		if (tries > TRIES_MAX) throw new Error("the tries never end");
		await branch.setTime(retryAt, CRAWL);
		await runDurableObjectAlarm(branch.stub());
	}
}

const stored = ({ branchId }: TestBranch, day: string) => findReport(memoryOf(env.DB), branchId, day);

async function parked(branch: TestBranch): Promise<number> {
	const status = await branch.stub().status();
	return status.ok ? status.value.status.parked : -1;
}

describe("a day that D1 refuses although it answers", () => {
	it("[FWD-3] [OPS-2] is parked after five tries, seen by head office, and the rest goes on; a later retry succeeds", async ({
		expect,
	}) => {
		const branch = await aBranch();
		if (env.METRICS === undefined) throw new Error("wrangler.toml names no place for figures");
		const figures = vi.spyOn(env.METRICS, "writeDataPoint");
		const cure = await poison(branch, MONDAY);
		const operator = {
			kind: "staff",
			role: "head-office-operator",
			staffId: "head-office",
			place: { kind: "bank" },
		} as const;
		const handshake = {
			branchId: branch.branchId,
			audience: "status",
			credential: `token.${await tokenOf(operator)}`,
		} as const;
		const watching = await LiveClient.open(handshake);
		await aDay(branch, MONDAY_10);
		await eventually("the first failure", async () => (await progressOf(branch.branchId)).poisonAttempts === 1);
		expect(await parked(branch)).toBe(0);
		// The first try came with the closing.
		expect(await letTriesCome(branch)).toBe(TRIES - 1);
		const progress = await progressOf(branch.branchId);
		expect(progress.parked).toMatchObject([{ businessDay: MONDAY, why: expect.stringContaining("poison") }]);
		expect(progress).toMatchObject({ failures: 0, poisonAttempts: 0, retryAt: null });
		expect(await parked(branch)).toBe(1);
		expect(await stored(branch, MONDAY)).toBeNull();
		// Whoever watches is told, though no commit says so, and whoever connects again is too.
		expect(watching.view.status?.status).toMatchObject({ parked: 1 });
		expect(collectionsOf(await watching.fresh())).toEqual(watching.view);

		await aDay(branch, MONDAY_10 + DAY_MS);
		await eventually("Tuesday to arrive", async () => (await stored(branch, TUESDAY)) !== null);
		await branch.evict();
		expect(await parked(branch)).toBe(1);
		expect(await stored(branch, MONDAY)).toBeNull();

		await cure();
		await aDay(branch, MONDAY_10 + 2 * DAY_MS);
		await eventually("Monday to arrive", async () => (await stored(branch, MONDAY)) !== null);
		await eventually("nothing to be parked", async () => (await parked(branch)) === 0);
		expect(await stored(branch, WEDNESDAY)).not.toBeNull();
		for (const day of [MONDAY, TUESDAY, WEDNESDAY]) {
			expect(await branch.stub().verification(day)).toMatchObject({ identical: true });
		}
		const ofParked = figures.mock.calls
			.map(([point]) => point)
			.filter((point) => point?.indexes?.[0] === branch.branchId && point.blobs?.[0] === "parked");
		expect(ofParked.map((point) => point?.doubles)).toEqual([[1], [0]]);
		figures.mockRestore();
		await watching.fresh();
		expect(watching.view.status?.status).toMatchObject({ parked: 0 });
		const again = await LiveClient.open(handshake, watching);
		expect(again.view.status?.status).toMatchObject({ parked: 0 });
		for (const client of [watching, again]) client.close();
	});

	it("[FWD-3] does not hide another one: both are parked, and a cure of the first leaves the second", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const cure = await poison(branch, MONDAY);
		await poison(branch, TUESDAY);
		await aDay(branch, MONDAY_10);
		await eventually("the first failure", async () => (await progressOf(branch.branchId)).poisonAttempts === 1);
		await letTriesCome(branch);
		await aDay(branch, MONDAY_10 + DAY_MS);
		await eventually("the second failure", async () => (await progressOf(branch.branchId)).poisonAttempts === 1);
		await cure();
		await letTriesCome(branch);
		expect(await parked(branch)).toBe(2);
		await aDay(branch, MONDAY_10 + 2 * DAY_MS);
		await eventually("Monday to arrive", async () => (await stored(branch, MONDAY)) !== null);
		await eventually("one to be left", async () => (await parked(branch)) === 1);
		expect((await progressOf(branch.branchId)).parked).toMatchObject([{ businessDay: TUESDAY }]);
		expect(await stored(branch, WEDNESDAY)).not.toBeNull();
	});

	it("[FWD-3] keeps its own tries when an older one is sent again meanwhile", async ({ expect }) => {
		const branch = await aBranch();
		const cureMonday = await poison(branch, MONDAY);
		await aDay(branch, MONDAY_10);
		await eventually("the first failure", async () => (await progressOf(branch.branchId)).poisonAttempts === 1);
		await letTriesCome(branch);
		const cureTuesday = await poison(branch, TUESDAY);
		await cureMonday();
		// Closing Tuesday fails, and then sends Monday again: Tuesday's next try must still be waiting.
		await aDay(branch, MONDAY_10 + DAY_MS);
		await eventually("Monday to arrive", async () => (await stored(branch, MONDAY)) !== null);
		await eventually("nothing to be parked", async () => (await parked(branch)) === 0);
		expect(await progressOf(branch.branchId)).toMatchObject({
			failures: 1,
			poisonAttempts: 1,
			retryAt: expect.any(Number),
		});
		await cureTuesday();
		await letTriesCome(branch);
		expect(await stored(branch, TUESDAY)).not.toBeNull();
	});

	it("[FWD-3] because its own commits cannot be read is parked too, with the seq that broke left to the audit", async ({
		expect,
	}) => {
		const branch = await aBranch();
		await branch.setTime(MONDAY_10, CRAWL);
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await sentUpTo(branch.branchId, 2);
		await inside(branch.branchId, (_, { sql }) => {
			sql.exec("UPDATE commits_20261123 SET body = 'unreadable' WHERE seq = 2");
		});
		await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await eventually("the first failure", async () => (await progressOf(branch.branchId)).poisonAttempts === 1);
		await letTriesCome(branch);
		expect(await parked(branch)).toBe(1);
		await aDay(branch, MONDAY_10 + DAY_MS);
		await eventually("Tuesday to arrive", async () => (await stored(branch, TUESDAY)) !== null);
		expect(await stored(branch, MONDAY)).toBeNull();
		expect(await branch.stub().verification(MONDAY)).toMatchObject({ brokenAt: 2, identical: false });
	});
});
