import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import type { BranchSummary, SeriesRow, Verification } from "../../../schema/endpoint/branch-endpoints.ts";
import type { StoredReport } from "../../../schema/hall/report.ts";
import { aBranch, kiosk, MONDAY_10, staff } from "../../branch/a-branch.ts";
import { sentUpTo } from "../../branch/storage.ts";
import { AUDITOR, bearer, call, OPERATOR, staffAt } from "../callers.ts";

const HOUR_MS = 3_600_000;

async function get<Body>(path: string, actor: HolderActor): Promise<Body> {
	const response = await call(path, { headers: await bearer(actor) });
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return (await response.json()) as Body;
}

/** A branch whose Monday had one ticket served and one left over, and was then closed by the lobby manager. */
async function aClosedDay() {
	const branch = await aBranch();
	const { branchId, send } = branch;
	const teller = staff(branchId, "closed-teller", "liu-yang");
	await send(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
	await send(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
	await send(teller, { type: "open-counter", counterId: "1" });
	await branch.setTime(MONDAY_10 + 4 * 60_000);
	const called = await send(teller, { type: "call-next", counterId: "1" });
	const ticketId = called.status === "done" ? (called.ticketId ?? "") : "";
	await send(teller, { type: "start-service", ticketId });
	await branch.setTime(MONDAY_10 + 10 * 60_000);
	await send(teller, { type: "finish-service", ticketId });
	await branch.setTime(MONDAY_10 + 7 * HOUR_MS);
	await send(staff(branchId, "lobby-manager", "li-na"), { type: "close-day" });
	await settled(branchId);
	return branch;
}

/** The report reaches D1 after the answer, never before it. */
async function settled(branchId: string): Promise<void> {
	for (let tries = 0; tries < 100; tries++) {
		const response = await call(`/branches/${branchId}/reports/2026-11-23`, { headers: await bearer(OPERATOR) });
		if (response.ok) return;
		await scheduler.wait(20);
	}
	throw new Error("the report never came");
}

describe("head office", () => {
	it("[REP-1] [DOOR-3] reads the report of a closed day", async ({ expect }) => {
		const { branchId } = await aClosedDay();
		const { report, hash } = await get<StoredReport>(`/branches/${branchId}/reports/2026-11-23`, OPERATOR);
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		expect(report.tickets).toEqual({ issued: 2, served: 1, noShows: 0, cancelled: 0, redirected: 0, unserved: 1 });
		expect(report.waits).toMatchObject({ count: 1, meanMs: 240_000, withinTarget: 1 });
		expect(report.services).toMatchObject({ count: 1, meanMs: 360_000 });
		expect(report.byCounter.map((line) => line.id)).toEqual(["1"]);
		expect(report.byHalfHour.map((line) => line.id)).toEqual(["10:00"]);
	});

	it("[REP-2] [LOG-3] has a day's report made again from the commits", async ({ expect }) => {
		const { branchId } = await aClosedDay();
		const path = `/branches/${branchId}/reports/2026-11-23/verification`;
		expect(await get<Verification>(path, AUDITOR)).toMatchObject({ identical: true, stored: true, brokenAt: null });
	});

	it("[DOOR-3] lists branches within its place, with the age of what it knows", async ({ expect }) => {
		const { branchId } = await aClosedDay();
		const region: HolderActor = {
			kind: "staff",
			role: "retail-department",
			staffId: "r",
			place: { kind: "region", region: "sh" },
		};
		const elsewhere: HolderActor = { ...region, place: { kind: "region", region: "bj" } };
		const find = (page: { rows: BranchSummary[] }) => page.rows.find((row) => row.branchId === branchId);
		const seen = find(await get(`/branches?limit=200`, region));
		expect(seen?.rollup?.tickets.issued).toBe(2);
		expect(seen?.ageMs).toBeGreaterThanOrEqual(0);
		expect(find(await get(`/branches?limit=200`, elsewhere))).toBeUndefined();
	});

	it("[CON-9] opening the list brings the figures of an open day up to date, however short ago the last were sent", async ({
		expect,
	}) => {
		const { branchId, done } = await aBranch();
		const listed = async () => (await get<{ rows: BranchSummary[] }>(`/branches?find=${branchId}`, OPERATOR)).rows[0];
		await done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		await sentUpTo(branchId, 2);
		for (let more = 0; more < 3; more++) await done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		// Not yet old: told with its age, and not asked for.
		const early = await listed();
		expect(early?.rollup).toMatchObject({ waiting: 1, tickets: { issued: 1 } });
		await env.DB.prepare("UPDATE rollups SET received_at = received_at - 20000 WHERE branch_id = ?")
			.bind(branchId)
			.run();
		const fresh = await listed();
		expect(fresh).toMatchObject({ ageMs: 0, rollup: { waiting: 4, tickets: { issued: 4 } } });
		// Nothing new since: what is known is all there is, so it is not old.
		await env.DB.prepare("UPDATE rollups SET received_at = received_at - 20000 WHERE branch_id = ?")
			.bind(branchId)
			.run();
		expect(await listed()).toMatchObject({ ageMs: 0, rollup: { waiting: 4 } });
	});

	it("[CON-9] a branch that cannot send keeps the age of its figures in the list", async ({ expect }) => {
		const { branchId, done } = await aBranch();
		await done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		await sentUpTo(branchId, 2);
		await env.DB.prepare("UPDATE rollups SET received_at = received_at - 20000 WHERE branch_id = ?")
			.bind(branchId)
			.run();
		const real = env.BRANCH.getByName.bind(env.BRANCH);
		const away = () => ({ bringUpToDate: () => Promise.reject(new Error("away")) });
		Object.defineProperty(env.BRANCH, "getByName", { configurable: true, value: away });
		try {
			const page = await get<{ rows: BranchSummary[] }>(`/branches?find=${branchId}`, OPERATOR);
			expect(page.rows[0]?.ageMs).toBeGreaterThan(20_000);
		} finally {
			Object.defineProperty(env.BRANCH, "getByName", { configurable: true, value: real });
		}
	});

	it("[DOOR-3] pages through a series over all branches without gap or repeat", async ({ expect }) => {
		const made = [await aClosedDay(), await aClosedDay(), await aClosedDay()].map((branch) => branch.branchId);
		const seen: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const more: string = cursor === "" ? "" : `&cursor=${cursor}`;
			const page: { rows: SeriesRow[]; next: string | null } = await get(`/reports?limit=1${more}`, OPERATOR);
			seen.push(...page.rows.map((row) => row.branchId));
			cursor = page.next;
		}
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toEqual(expect.arrayContaining(made));
		const own = await get<{ rows: SeriesRow[] }>("/reports", staffAt("branch-head", made[0] ?? ""));
		expect(own.rows.map((row) => row.branchId)).toEqual([made[0]]);
	});

	it("[DOOR-3] asks one branch for its live status", async ({ expect }) => {
		const { branchId, send } = await aBranch();
		await send(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		const status = await get<{ status: { waiting: number }; ageMs: number }>(`/branches/${branchId}/status`, OPERATOR);
		expect(status).toMatchObject({ ageMs: 0, status: { waiting: 1 } });
	});

	it("[TKT-9] never sees the link of anybody's ticket page", async ({ expect }) => {
		const { branchId } = await aClosedDay();
		const page = await get<{ rows: { events: { type: string; link?: string }[] }[] }>(
			`/branches/${branchId}/commits/2026-11-23`,
			AUDITOR,
		);
		const issued = page.rows.flatMap((row) => row.events).filter((event) => event.type === "ticket-issued");
		expect(issued.map((event) => event.link)).toEqual(["", ""]);
	});
});
