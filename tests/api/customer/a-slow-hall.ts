import { env } from "cloudflare:workers";
import { aBranch, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { CRAWL } from "../../branch/bank-memory.ts";
import { dumpOf, sentUpTo } from "../../branch/storage.ts";
import { hallOf } from "../a-case.ts";
import { FIELDS, listed, type NewRecord, openRecord } from "../a-referral.ts";

export const NAME = "李小明";
export const RECORD = { fields: { name: NAME, contact: FIELDS.contact } };

/** A branch whose alarms ring when a test says so, and somebody who makes records in it. */
export async function aSlowHall() {
	const branch = await aBranch();
	const { branchId } = branch;
	await branch.setTime(MONDAY_10, CRAWL);
	const hall = hallOf(branchId);
	// The session is checked and remembered before anything fails.
	await listed(hall.manager, branchId);
	await sentUpTo(branchId, 1);
	const create = (commandId = newCommandId(), more: NewRecord = RECORD) =>
		openRecord(hall.manager, branchId, more, commandId);
	return { ...hall, branch, create, known: () => knownOf(branchId) };
}

/** The ids of the branch's cases that D1 has. */
async function knownOf(branchId: string): Promise<string[]> {
	const { results } = await env.DB.prepare("SELECT case_id FROM cases WHERE branch_id = ? ORDER BY 1")
		.bind(branchId)
		.all<{ case_id: string }>();
	return results.map((row) => row.case_id);
}

/** The rows of cases of which the branch does not know that D1 has them. */
export const unsentOf = async (branchId: string) =>
	((await dumpOf(branchId)).cases ?? []).filter((row) => row.is_unsent === 1);

/** Makes D1 refuse every new record of this branch that has this reason; gives what ends it. */
export async function poison(branchId: string, reasonCode: string): Promise<() => Promise<unknown>> {
	const trigger = `poison_${branchId.replaceAll("-", "_")}`;
	await env.DB.prepare(
		`CREATE TRIGGER ${trigger} BEFORE INSERT ON cases WHEN NEW.branch_id = '${branchId}' AND json_extract(NEW.body, '$.facts.reasonCode') = '${reasonCode}'
		 BEGIN SELECT RAISE(ABORT, 'poison'); END`,
	).run();
	return () => env.DB.prepare(`DROP TRIGGER ${trigger}`).run();
}
