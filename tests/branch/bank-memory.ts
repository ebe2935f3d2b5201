import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { reportOf } from "../../worker/domain/report/report.ts";
import { rollupOf } from "../../worker/domain/report/rollup.ts";
import { findReport } from "../../worker/records/bank/report.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { commitsOf, HOUR_MS, kiosk, MINUTE_MS, staff, type TestBranch } from "./a-branch.ts";
import { progressOf } from "./storage.ts";

/** So slow that nothing comes due by itself while a test looks on, yet alarms are armed. */
export const CRAWL = 1e-3;

export const memory = () => memoryOf(env.DB);
/** What D1 has of one branch and day. */
export async function known({ branchId }: TestBranch, businessDay: string) {
	const rollup = await env.DB.prepare("SELECT * FROM rollups WHERE branch_id = ? AND business_day = ?")
		.bind(branchId, businessDay)
		.first<{ seq: number; body: string; received_at: number }>();
	const report = await findReport(memory(), branchId, businessDay);
	return { rollup, report };
}

/** D1 must know exactly what follows from the commits. */
export async function expectExact(
	expect: (value: unknown) => { toEqual(other: unknown): void },
	branch: TestBranch,
	day: string,
) {
	const commits = await commitsOf(branch.branchId, day);
	const { rollup, report } = await known(branch, day);
	expect(rollup?.seq).toEqual(commits.at(-1)?.seq);
	expect(rollup?.body).toEqual(JSON.stringify(rollupOf(commits)));
	expect(JSON.stringify(report?.report ?? null)).toEqual(JSON.stringify(reportOf(commits)));
}

/** A morning and an afternoon with somebody coming every ten minutes; every answer must come as if nothing were wrong. */
export async function aDay(branch: TestBranch, from: number, hours: number): Promise<void> {
	const teller = staff(branch.branchId, "closed-teller", "liu-yang");
	await branch.setTime(from, CRAWL);
	await branch.done(teller, { type: "open-counter", counterId: "1" });
	for (let at = from; at < from + hours * HOUR_MS; at += 10 * MINUTE_MS) {
		await branch.setTime(at, CRAWL);
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		const { ticketId = "" } = await branch.done(teller, { type: "call-next", counterId: "1" });
		await branch.done(teller, { type: "start-service", ticketId });
		await branch.done(teller, { type: "finish-service", ticketId });
	}
	await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
}

/** Lets the branch's clock reach the next try, and its alarm ring. */
export async function nextTry(branch: TestBranch): Promise<void> {
	const { retryAt } = await progressOf(branch.branchId);
	if (retryAt === null) throw new Error("no try is waiting");
	await branch.setTime(retryAt, CRAWL);
	await runDurableObjectAlarm(branch.stub());
}
