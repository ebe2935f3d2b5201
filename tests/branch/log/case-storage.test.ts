import { env } from "cloudflare:workers";
import { afterEach, describe, it } from "vitest";
import type { CaseRequest, SealedTexts } from "../../../schema/customer/case.ts";
import { aHall, inMemory, known, opened, shown, stepped } from "../../api/a-case.ts";
import { codeOf } from "../../api/a-referral.ts";
import { HOUR_MS, MINUTE_MS, MONDAY_10, newCommandId, staff } from "../a-branch.ts";
import { nextTry } from "../bank-memory.ts";
import { breakMemory } from "../failing-memory.ts";
import { setBranchBack, setMemoryBack, takeBranch, takeMemory } from "../set-back.ts";
import { dump, inside, withFailingStatement } from "../storage.ts";

const CRAWL = 1e-3;

let mend = () => {};
afterEach(() => mend());

/** A step as the door hands it to the branch; its texts are nobody's, so nothing here need open. */
async function aStep(caseId: string, version: number): Promise<{ request: CaseRequest; sealed: SealedTexts }> {
	const command = {
		caseId,
		kind: "problem",
		step: "solve",
		version,
		texts: ["result"],
		content: "a".repeat(43),
	} as const;
	return {
		request: { commandId: newCommandId(), command: { type: "move-case", ...command, texts: ["result"] } },
		sealed: { texts: { [`result.${version + 1}`]: `AES256GCM.key.${"a".repeat(16)}.sealed` } },
	};
}

describe("a step of a case", () => {
	it("[CASE-3] is a commit and the case's row, both or neither, whichever statement fails", async ({ expect }) => {
		const hall = await aHall();
		const { body } = await opened(hall.teller, hall.path, { ownerId: "li-na", dueAt: MONDAY_10 + HOUR_MS });
		await known(hall.branchId, body);
		const { request, sealed } = await aStep(body.caseId, 1);
		const manager = staff(hall.branchId, "lobby-manager", "li-na");
		mend = breakMemory("rejects");
		let statements = 0;
		for (let failing = 1; failing <= statements + 1; failing++) {
			await inside(hall.branchId, async (branch, storage) => {
				const before = dump(storage.sql);
				const run = withFailingStatement(storage, failing, () => {
					branch.moveCase(request, sealed, manager);
				});
				if (run.error === null) return;
				statements = Math.max(statements, run.statements);
				expect(dump(storage.sql)).toEqual(before);
				expect(branch.caseOf(body.caseId)).toMatchObject({ stage: "open", version: 1 });
			});
			await hall.evict();
		}
		expect(statements).toBeGreaterThan(2);
		expect(await hall.stub().caseOf(body.caseId)).toMatchObject({ stage: "solved", version: 2 });
		const repeated = await hall.stub().moveCase(request, sealed, manager);
		expect(repeated).toEqual({ status: "done", caseId: body.caseId, version: 2 });
		mend();
		await nextTry(hall);
		await known(hall.branchId, { ...body, version: 2 });
	});

	it("[CASE-4] is done while D1 is away or cannot write, and is there once it answers", async ({ expect }) => {
		for (const failure of ["rejects", "throws", "hangs", "loses the answer", "cannot write"] as const) {
			const hall = await aHall();
			await hall.setTime(MONDAY_10, CRAWL);
			mend = breakMemory(failure);
			const { body } = await opened(hall.teller, hall.path, { ownerId: "li-na" });
			const at = `${hall.path}/${body.caseId}`;
			await stepped(hall.manager, at, 1, {
				step: "carry-over",
				dueAt: MONDAY_10 + 9 * HOUR_MS,
				texts: { why: "等配件" },
			});
			await stepped(hall.manager, at, 2, { step: "solve", texts: { result: "好了" } });
			expect((await shown(hall.head, at)).steps.map(({ step }) => step)).toEqual(["open", "carry-over", "solve"]);
			await hall.evict();
			const here = await hall.stub().caseOf(body.caseId);
			mend();
			await hall.setTime(MONDAY_10 + 5 * HOUR_MS, CRAWL);
			await hall.stub().bringUpToDate();
			await known(hall.branchId, { ...body, version: 3 });
			expect(await inMemory(hall.branchId, body.caseId), failure).toEqual(here);
		}
	});
});

describe("cases of what was set back", () => {
	it("[CASE-9] a branch: each goes on from where it is there, and D1 forgets what was opened in the lost time", async ({
		expect,
	}) => {
		const hall = await aHall();
		await hall.setTime(MONDAY_10, CRAWL);
		const { body } = await opened(hall.teller, hall.path);
		await known(hall.branchId, body);
		const noon = await takeBranch(hall.branchId);
		const at = `${hall.path}/${body.caseId}`;
		await stepped(hall.head, at, 1, { step: "solve", texts: { result: "好了" } });
		const lost = await opened(hall.teller, hall.path);
		await known(hall.branchId, { ...body, version: 2 });
		await known(hall.branchId, lost.body);
		await setBranchBack(hall.branchId, noon);
		await hall.setTime(MONDAY_10 + MINUTE_MS, CRAWL);
		await hall.stub().setBack();
		await known(hall.branchId, body);
		const forgotten = async () => (await inMemory(hall.branchId, lost.body.caseId)) === null;
		for (let tries = 0; tries < 100 && !(await forgotten()); tries++) await hall.stub().bringUpToDate();
		expect(await forgotten()).toBe(true);
		expect(await inMemory(hall.branchId, body.caseId)).toMatchObject({ stage: "open", version: 1 });
		const again = await stepped(hall.manager, at, 1, { step: "drop", texts: { why: "重复登记" } });
		await known(hall.branchId, again.body);
		expect(await inMemory(hall.branchId, body.caseId)).toMatchObject({ stage: "dropped", version: 2 });
	});

	it("[CASE-9] [CASE-4] D1: it gets each again, those too that had left; what is over stays over meanwhile", async ({
		expect,
	}) => {
		const hall = await aHall();
		const empty = await takeMemory();
		const open = (await opened(hall.teller, hall.path)).body;
		const commandId = newCommandId();
		const { body } = await opened(hall.teller, hall.path, {}, commandId);
		const at = `${hall.path}/${body.caseId}`;
		const over = (await stepped(hall.head, at, 1, { step: "solve", texts: { result: "好了" } })).body;
		for (const each of [open, over]) await known(hall.branchId, each);
		const before = await inMemory(hall.branchId, over.caseId);
		await setMemoryBack(empty);
		expect(await inMemory(hall.branchId, over.caseId)).toBeNull();
		expect(codeOf(await stepped(hall.head, at, 2, { step: "drop", texts: { why: "重复" } }))).not.toBe("done");
		await hall.stub().sendAgain();
		for (const each of [open, over]) await known(hall.branchId, each);
		expect(await inMemory(hall.branchId, over.caseId)).toEqual(before);
		expect(await env.BRANCH.getByName(hall.branchId).caseOf(over.caseId)).toBeNull();
		expect(await shown(hall.head, at)).toMatchObject({ stage: "solved", texts: { "result.2": "好了" } });
	});
});
