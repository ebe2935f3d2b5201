import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { Verification } from "../../../schema/endpoint/branch-endpoints.ts";
import { StoredReport } from "../../../schema/hall/report.ts";
import { verifyLedger } from "../../../worker/api/ledger/ledger-verification.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { forwarded } from "../../ledger/a-ledger.ts";
import { aBranch, commitsOf, HEAD_OFFICE, MINUTE_MS, MONDAY, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";
import { fetchDoor, tokenOf } from "../door.ts";
import { sentUpTo } from "../storage.ts";
import { type Known, noted, timeOf, variedDay } from "../varied-day.ts";

async function aClosedDay(): Promise<TestBranch> {
	const branch = await aBranch();
	const known: Known = { at: new Map(), tickets: [], alerts: [], surprises: [] };
	for (const step of variedDay(branch.branchId, branch.configuration)) {
		await branch.setTime(timeOf(step));
		const command = step.command(known);
		noted(known, step, command, await branch.send(step.actor, command, undefined, step.expect));
	}
	const closing = (await commitsOf(branch.branchId, MONDAY)).find((each) =>
		each.events.some((event) => event.type === "day-closed"),
	);
	await sentUpTo(branch.branchId, closing?.seq ?? 0);
	return branch;
}

async function verify({ branchId }: TestBranch) {
	const headers = { Authorization: `Bearer ${await tokenOf(HEAD_OFFICE)}` };
	const response = await fetchDoor(`/branches/${branchId}/reports/${MONDAY}/verification`, { headers });
	return Verification.parse(await response.json());
}

async function stored({ branchId }: TestBranch) {
	const headers = { Authorization: `Bearer ${await tokenOf(HEAD_OFFICE)}` };
	const response = await fetchDoor(`/branches/${branchId}/reports/${MONDAY}`, { headers });
	return StoredReport.parse(await response.json());
}

function alter({ branchId }: TestBranch, change: string) {
	return env.DB.prepare(`UPDATE reports SET ${change} WHERE branch_id = ?`).bind(branchId).run();
}

function rewrite({ branchId }: TestBranch, report: object) {
	return env.DB.prepare("UPDATE reports SET body = ? WHERE branch_id = ?").bind(JSON.stringify(report), branchId).run();
}

describe("the report of a closed day", () => {
	it("[REP-2] [REP-1] made again from the commits is the stored one, byte for byte", async ({ expect }) => {
		const branch = await aClosedDay();
		const commits = await commitsOf(branch.branchId, MONDAY);
		const kept = await stored(branch);
		expect(JSON.stringify(kept.report)).toBe(JSON.stringify(reportOf(commits)));
		expect(kept.report.tickets).toMatchObject({ issued: 9, redirected: 1, cancelled: 1 });
		expect(kept.report.overrides).toHaveLength(1);
		const closing = commits.find((each) => each.seq === kept.report.lastSeq);
		expect(kept.hash).toBe(closing?.hash);
		expect(await verify(branch)).toEqual({
			businessDay: MONDAY,
			identical: true,
			stored: true,
			version: 4,
			versionKnown: true,
			commits: commits.length,
			hash: commits.at(-1)?.hash,
			brokenAt: null,
		});
		await branch.evict();
		expect(await verify(branch)).toMatchObject({ identical: true });
	});

	it("[REP-2] is unchanged by what happens after closing", async ({ expect }) => {
		const branch = await aClosedDay();
		const before = await stored(branch);
		await branch.setTime(MONDAY_10 + 130 * MINUTE_MS);
		const { seq } = await branch.done(HEAD_OFFICE, { type: "configure", configuration: branch.configuration });
		await sentUpTo(branch.branchId, seq);
		expect(await stored(branch)).toEqual(before);
		expect(await verify(branch)).toMatchObject({ identical: true, brokenAt: null });
	});

	it("[REP-2] is found altered, exchanged or missing", async ({ expect }) => {
		const branch = await aClosedDay();
		const { report } = await stored(branch);
		await alter(branch, `body = replace(body, '"issued":9', '"issued":8')`);
		expect(await verify(branch)).toMatchObject({ identical: false, stored: true, brokenAt: null });
		await env.DB.prepare("UPDATE reports SET body = ? WHERE branch_id = ?")
			.bind(JSON.stringify(report), branch.branchId)
			.run();
		expect(await verify(branch)).toMatchObject({ identical: true });
		await alter(branch, "hash = 'another'");
		expect(await verify(branch)).toMatchObject({ identical: false, stored: true });
		await env.DB.prepare("DELETE FROM reports WHERE branch_id = ?").bind(branch.branchId).run();
		expect(await verify(branch)).toMatchObject({ identical: false, stored: false, brokenAt: null });
	});

	it("[REP-2] [AUD-6] stored before reports named a version, or with its keys in another order, still agrees, also in the ledger", async ({
		expect,
	}) => {
		const branch = await aClosedDay();
		const { report } = await stored(branch);
		const { version, alerts, quotes: _, ...rest } = report;
		expect(version).toBe(4);
		const help = alerts?.find(({ kind }) => kind === "help");
		if (help === undefined) throw new Error("nobody asked for help that day");
		const { raised: asked, accepted, response } = help;
		const first = { ...rest, helpCalls: { asked, accepted, response } };
		await rewrite(branch, first);
		expect(await verify(branch)).toMatchObject({ identical: true, version: 1, versionKnown: true });
		expect((await stored(branch)).report).toEqual(first);
		await rewrite(branch, Object.fromEntries(Object.entries(report).reverse()));
		expect(await verify(branch)).toMatchObject({ identical: true, version: 4 });
		await forwarded(branch.branchId);
		const ledger = await verifyLedger(env, branch.branchId);
		expect(ledger).toMatchObject({ holds: true, days: [{ businessDay: MONDAY, commits: "agrees", report: "agrees" }] });
	});

	it("[REP-2] is held against its own version: a figure more, or a version nobody knows, does not pass", async ({
		expect,
	}) => {
		const branch = await aClosedDay();
		const { report } = await stored(branch);
		await rewrite(branch, { ...report, smiles: 9 });
		expect(await verify(branch)).toMatchObject({ identical: false, version: 4, versionKnown: true });
		await rewrite(branch, { ...report, version: 99 });
		expect(await verify(branch)).toMatchObject({ identical: false, version: 99, versionKnown: false });
		await alter(branch, "body = '{'");
		expect(await verify(branch)).toMatchObject({ identical: false, stored: true });
	});

	it("[REP-2] does not exist while the day is open", async ({ expect }) => {
		const branch = await aBranch();
		await branch.done(staff(branch.branchId, "lobby-manager", "li-na"), { type: "issue-ticket", services: ["cash"] });
		expect(await verify(branch)).toMatchObject({ identical: false, stored: false, commits: 1, brokenAt: null });
	});
});
