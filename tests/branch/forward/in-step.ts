import { env } from "cloudflare:workers";
import { verifyLedger } from "../../../worker/api/ledger/ledger-verification.ts";
import { forwarded } from "../../ledger/a-ledger.ts";
import { eventually, kiosk, type TestBranch } from "../a-branch.ts";

/** A customer at the kiosk takes a ticket. */
export const issue = (branch: TestBranch) =>
	branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });

/** Until D1 has all that the branch has, and nothing more. */
export async function inStep({ branchId, stub }: TestBranch): Promise<void> {
	await eventually("D1 to be in step", async () => stub().bringUpToDate());
	await forwarded(branchId);
}

/** Whether the chain holds, and what it says of each day. */
export async function verified({ branchId }: TestBranch) {
	await forwarded(branchId);
	const answer = await verifyLedger(env, branchId);
	if ("code" in answer) throw new Error(answer.code);
	return { holds: answer.holds, days: answer.days.map((day) => [day.businessDay, day.commits, day.report]) };
}
