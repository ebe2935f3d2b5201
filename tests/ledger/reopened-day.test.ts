import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { verifyLedger } from "../../worker/api/ledger/ledger-verification.ts";
import {
	aBranch,
	commitsOf,
	doneOf,
	HOUR_MS,
	kiosk,
	MINUTE_MS,
	MONDAY,
	MONDAY_10,
	staff,
	type TestBranch,
} from "../branch/a-branch.ts";
import { CRAWL, expectExact, known } from "../branch/bank-memory.ts";
import { sentUpTo } from "../branch/storage.ts";
import { forwarded } from "./a-ledger.ts";

const TUESDAY = "2026-11-24";
const MIDNIGHT = MONDAY_10 + 14 * HOUR_MS;

const manager = ({ branchId }: TestBranch) => staff(branchId, "lobby-manager");
const liu = ({ branchId }: TestBranch) => staff(branchId, "closed-teller", "liu-yang");

async function ledgerDays({ branchId }: TestBranch) {
	await forwarded(branchId);
	const answer = await verifyLedger(env, branchId);
	if ("code" in answer) throw new Error(`refused: ${answer.code}`);
	return { holds: answer.holds, reports: answer.days.map((day) => [day.businessDay, day.commits, day.report]) };
}

async function sent(branch: TestBranch, { seq }: { readonly seq: number }) {
	await sentUpTo(branch.branchId, seq);
}

/** Closed at 10:00 with A001 in service. */
async function closedEarly() {
	const branch = await aBranch();
	await branch.done(liu(branch), { type: "open-counter", counterId: "1" });
	const { ticketId = "" } = await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
	await branch.done(liu(branch), { type: "call-next", counterId: "1" });
	await branch.done(liu(branch), { type: "start-service", ticketId });
	await sent(branch, await branch.done(manager(branch), { type: "close-day" }));
	return { branch, ticketId };
}

describe("a day closed by mistake", () => {
	it("[DAY-7] [AUD-6] [REP-2] verifies while it is open again, and the report of the next closing takes the place of the first", async ({
		expect,
	}) => {
		const { branch, ticketId } = await closedEarly();
		expect(await ledgerDays(branch)).toEqual({ holds: true, reports: [[MONDAY, "agrees", "agrees"]] });
		const first = (await known(branch, MONDAY)).report;

		await branch.setTime(MONDAY_10 + 5 * MINUTE_MS);
		await branch.evict();
		await sent(branch, await branch.done(manager(branch), { type: "reopen-day", reason: "wrong button" }));
		expect(await branch.stub().verification(MONDAY)).toMatchObject({ identical: true, brokenAt: null });
		expect(await ledgerDays(branch)).toMatchObject({ holds: true });
		const { rollup } = await known(branch, MONDAY);
		expect(JSON.parse(rollup?.body ?? "{}")).toMatchObject({ dayStatus: "open", tickets: { unserved: 0 } });

		await branch.evict();
		await branch.done(liu(branch), { type: "finish-service", ticketId });
		await sent(branch, await branch.done(manager(branch), { type: "close-day" }));
		await expectExact(expect, branch, MONDAY);
		const second = (await known(branch, MONDAY)).report;
		expect([first?.report.tickets.unserved, second?.report.tickets.unserved]).toEqual([1, 0]);
		expect(second?.report).toMatchObject({ tickets: { served: 1 }, closedAt: MONDAY_10 + 5 * MINUTE_MS });
		expect(await branch.stub().verification(MONDAY)).toMatchObject({ identical: true, brokenAt: null });
		expect(await ledgerDays(branch)).toEqual({
			holds: true,
			reports: [
				[MONDAY, "agrees", "agrees"],
				[MONDAY, "agrees", "replaced"],
			],
		});
	});

	it("[DAY-7] [AUD-6] putting the first report back is found", async ({ expect }) => {
		const { branch } = await closedEarly();
		const row = await env.DB.prepare("SELECT * FROM reports WHERE branch_id = ?").bind(branch.branchId).first();
		await branch.done(manager(branch), { type: "reopen-day", reason: "wrong button" });
		await sent(branch, await branch.done(manager(branch), { type: "close-day" }));
		await env.DB.prepare("UPDATE reports SET body = ?, hash = ?, seq = ? WHERE branch_id = ?")
			.bind(row?.body ?? "", row?.hash ?? "", row?.seq ?? 0, branch.branchId)
			.run();
		expect(await branch.stub().verification(MONDAY)).toMatchObject({ identical: false });
		expect((await ledgerDays(branch)).holds).toBe(false);
	});
});

describe("a branch that is open at midnight", () => {
	it("[DAY-6] [LOG-1] [AUD-6] rolls over by its alarm; both days verify, survive eviction and give no link away", async ({
		expect,
	}) => {
		const branch = await aBranch(MIDNIGHT - 10 * MINUTE_MS, (configuration) => ({
			...configuration,
			calendar: { week: Array(7).fill({ opensAt: "00:00", closesAt: "24:00" }), exceptions: [] },
		}));
		await branch.done(liu(branch), { type: "open-counter", counterId: "1" });
		const { ticketId = "", link = "" } = await branch.done(kiosk(branch.branchId), {
			type: "issue-ticket",
			services: ["cash"],
		});
		await branch.done(liu(branch), { type: "call-next", counterId: "1" });
		const { seq } = await branch.done(liu(branch), { type: "start-service", ticketId });
		await branch.setTime(MIDNIGHT, CRAWL);
		await runDurableObjectAlarm(branch.stub());
		await sentUpTo(branch.branchId, seq + 2);
		await branch.evict();
		await branch.setTime(MIDNIGHT + 3 * MINUTE_MS);
		doneOf(await branch.send(liu(branch), { type: "finish-service", ticketId }));
		expect(
			await branch.stub().executeByLink({ commandId: "some-command", command: { type: "tick" } }, link),
		).toMatchObject({
			code: "not-permitted",
		});
		await sent(branch, await branch.done(manager(branch), { type: "close-day" }));
		for (const day of [MONDAY, TUESDAY]) {
			await expectExact(expect, branch, day);
			expect(await branch.stub().verification(day)).toMatchObject({ identical: true, brokenAt: null });
			expect(JSON.stringify(await commitsOf(branch.branchId, day))).not.toContain(link);
		}
		expect(await ledgerDays(branch)).toMatchObject({ holds: true });
		expect((await known(branch, TUESDAY)).report?.report.tickets).toMatchObject({ issued: 0, carriedIn: 1, served: 1 });
	});
});
