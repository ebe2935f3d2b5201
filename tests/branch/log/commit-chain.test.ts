import { describe, it } from "vitest";
import { COMMIT_KEEP_DAYS } from "../../../schema/limits.ts";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import { dayBreak } from "../../../worker/branch/audit.ts";
import { CommitLog, type StoredDay } from "../../../worker/branch/log/commit-log.ts";
import { count } from "../../counts.ts";
import { firstDifference, MUTATIONS } from "../../domain/ledger/chain-mutations.ts";
import { aBranch, DAY_MS, kiosk, MONDAY, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";
import { inside, sentUpTo } from "../storage.ts";

/** A day as it lies in the branch's own storage. */
function storedDay(branch: TestBranch, businessDay: string): Promise<StoredDay> {
	return inside(branch.branchId, (_, storage) => {
		const log = new CommitLog(storage);
		const stored = log.storedDay(businessDay, log.load(branch.branchId).seq);
		if (stored === null) throw new Error(`no day ${businessDay}`);
		return { ...stored, rows: stored.rows.map((row) => ({ ...row })) };
	});
}

async function aDay(): Promise<TestBranch> {
	const branch = await aBranch();
	for (let made = 0; made < 16; made++) {
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
	}
	await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
	return branch;
}

describe("a branch's stored commits", () => {
	it("[AUD-3] [LOG-3] 10,000 changes of a stored day are each found at their place", { timeout: 600_000 }, async ({
		expect,
	}) => {
		const stored = await storedDay(await aDay(), MONDAY);
		expect(dayBreak(stored)).toBeNull();
		const closing = stored.rows.at(-1)?.hash;
		const seed = 1 + Math.floor(Math.random() * 2_000_000_000);
		const { next: random } = seededRandom(seed);
		for (let done = 0; done < count(1_000, 10_000); done++) {
			const mutation = MUTATIONS[done % MUTATIONS.length]?.(stored.rows, random);
			const rows = mutation?.rows ?? [];
			const found = dayBreak({ ...stored, rows });
			expect([seed, done, mutation?.what, found?.seq]).toEqual([
				seed,
				done,
				mutation?.what,
				stored.firstSeq + firstDifference(stored.rows, rows),
			]);
		}
		expect(closing).toBeDefined();
	});

	it("[AUD-3] [LOG-5] verify from the oldest kept anchor once older days are dropped", { timeout: 60_000 }, async ({
		expect,
	}) => {
		const branch = await aBranch();
		let seq = 0;
		let day = MONDAY_10;
		const last = MONDAY_10 + (COMMIT_KEEP_DAYS + 2) * DAY_MS;
		for (; day <= last; day += DAY_MS) {
			await branch.setTime(day);
			const answer = await branch.send(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
			if (answer.status !== "done") continue;
			({ seq } = await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" }));
			await sentUpTo(branch.branchId, seq);
		}
		await branch.evict();
		const oldest = await inside(branch.branchId, (_, storage) => {
			const log = new CommitLog(storage);
			log.load(branch.branchId);
			log.dropOldDays(5, seq);
			const [first] = log.daysAfter(0, seq);
			return first ?? "";
		});
		await branch.evict();
		const stored = await storedDay(branch, oldest);
		expect(stored.firstSeq).toBeGreaterThan(1);
		expect(stored.hashBefore).toMatch(/^[0-9a-f]{64}$/);
		expect(dayBreak(stored)).toBeNull();
		const [first] = stored.rows;
		if (first === undefined) throw new Error("an empty day");
		const changed = stored.rows.with(0, { ...first, body: first.body.replace("cash", "loan") });
		expect(dayBreak({ ...stored, rows: changed })).toEqual({ seq: stored.firstSeq, what: "flipped" });
	});
});
