import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { COMMIT_KEEP_DAYS } from "../../../schema/limits.ts";
import { businessDayAt } from "../../../worker/domain/day/business-day.ts";
import { listReports } from "../../../worker/records/bank/report.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import {
	aBranch,
	commitsOf,
	DAY_MS,
	eventually,
	kiosk,
	MONDAY,
	MONDAY_10,
	newBranchId,
	newCommandId,
	staff,
} from "../a-branch.ts";
import { fetchDoor, tokenOf } from "../door.ts";
import { LiveClient } from "../live-client.ts";
import { dumpOf, inside, sentUpTo } from "../storage.ts";

const DAYS = 40;
/** Monday 2026-11-02, 10:00 in Shanghai: none of the 40 days is a holiday. */
const FIRST_DAY_10 = MONDAY_10 - 21 * DAY_MS;

describe("a branch that does not exist", () => {
	it("[LOG-4] stores nothing, whatever it is asked", async ({ expect }) => {
		const branchId = newBranchId();
		const stub = () => env.BRANCH.getByName(branchId);
		const manager = staff(branchId, "lobby-manager");
		expect(await stub().status()).toEqual({ ok: false, code: "branch-not-configured" });
		expect(await stub().position("20261123-A001")).toEqual({ ok: false, code: "branch-not-configured" });
		expect(await stub().configuration()).toBeNull();
		expect(await stub().commits(MONDAY, 0, 10)).toEqual({ rows: [], nextSeq: null });
		expect(await stub().verification(MONDAY)).toBeNull();
		const request = () => ({ commandId: newCommandId(), command: { type: "close-day" } as const });
		expect(await stub().execute(request(), manager)).toEqual({ status: "refused", code: "branch-not-configured" });
		expect(await stub().executeByLink(request(), "A".repeat(22))).toEqual({
			status: "refused",
			code: "unknown-ticket",
		});
		const credential = `token.${await tokenOf(manager)}`;
		const live = await LiveClient.open({ branchId, audience: "staff", credential });
		expect(live.closed).toEqual({ code: 4099, reason: "branch-not-configured" });
		const headers = { Authorization: `Bearer ${await tokenOf(manager)}` };
		for (const path of ["status", "configuration", "tickets/20261123-A001/position", `reports/${MONDAY}`]) {
			expect((await fetchDoor(`/branches/${branchId}/${path}`, { headers })).ok).toBe(false);
		}
		const tables = (sql: SqlStorage) => sql.exec("SELECT name FROM sqlite_master").toArray();
		expect(await inside(branchId, (_, { sql }) => tables(sql))).toEqual([]);
		expect(await inside(branchId, (_, storage) => storage.getAlarm())).toBeNull();
	});
});

describe("the memory of commits", () => {
	it(`[LOG-5] [FWD-1] keeps ${COMMIT_KEEP_DAYS} business days, drops older ones whole, and the bank keeps every report`, async ({
		expect,
	}) => {
		const branch = await aBranch(FIRST_DAY_10);
		const { branchId } = branch;
		const days: string[] = [];
		for (let count = 0; count < DAYS; count++) {
			const at = FIRST_DAY_10 + count * DAY_MS;
			days.push(businessDayAt("Asia/Shanghai", at));
			await branch.setTime(at);
			const { seq } = await branch.done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
			await branch.done(staff(branchId, "lobby-manager"), { type: "close-day" });
			// D1 must have a day before it may go.
			await sentUpTo(branchId, seq + 1);
		}
		const kept = days.slice(-COMMIT_KEEP_DAYS);
		const tables = async () => Object.keys(await dumpOf(branchId)).filter((name) => name.startsWith("commits_"));
		await eventually("old days to go", async () => (await tables()).length === COMMIT_KEEP_DAYS);
		expect((await tables()).sort()).toEqual(kept.map((day) => `commits_${day.replaceAll("-", "")}`));
		expect((await dumpOf(branchId)).day).toHaveLength(COMMIT_KEEP_DAYS);
		await branch.evict();
		for (const day of days) {
			const commits = await commitsOf(branchId, day);
			expect(commits).toHaveLength(kept.includes(day) ? 2 : 0);
			const verified = await branch.stub().verification(day);
			if (kept.includes(day)) expect(verified).toMatchObject({ identical: true, brokenAt: null });
			else expect(verified).toBeNull();
		}
		const reports = await listReports(memoryOf(env.DB), branchId, {}, { limit: 200, before: null });
		expect(reports.map((each) => each.businessDay)).toEqual([...days].reverse());
		const again = await branch.send(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		expect(again).toMatchObject({ status: "refused", code: "day-closed" });
	});
});
