import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { HolderActor } from "../../schema/actor.ts";
import type { CaseShown } from "../../schema/case-endpoints.ts";
import { aBranch, eventually, HOUR_MS, MONDAY_10, newCommandId } from "../branch/a-branch.ts";
import { ask, codeOf } from "./a-referral.ts";
import { staffAt } from "./callers.ts";

const WHAT = "叫号屏二号窗口不亮";

async function aHall() {
	const { branchId, ...branch } = await aBranch();
	return {
		...branch,
		branchId,
		path: `/branches/${branchId}/cases`,
		manager: staffAt("lobby-manager", branchId, "li-na"),
		head: staffAt("branch-head", branchId, "zhang-wei"),
		teller: staffAt("closed-teller", branchId, "liu-yang"),
		other: staffAt("closed-teller", branchId, "chen-jing"),
	};
}

function opened(actor: HolderActor, path: string, more: object = {}, commandId = newCommandId()) {
	const body = { kind: "problem", ownerId: "zhang-wei", texts: { what: WHAT }, ...more };
	return ask<{ caseId: string; version: number }>(actor, "POST", path, { body, commandId });
}
const stepped = (actor: HolderActor, path: string, version: number, body: object) =>
	ask<{ caseId: string; version: number }>(actor, "POST", `${path}/steps`, {
		body,
		version,
		commandId: newCommandId(),
	});
const shown = async (actor: HolderActor, path: string) => (await ask<CaseShown>(actor, "GET", path)).body;

describe("a case", () => {
	it("[CASE-1] is opened by a teller, seen by whom it concerns, and solved by its owner", async ({ expect }) => {
		const { branchId, path, head, teller, other, manager } = await aHall();
		const { status, body } = await opened(teller, path);
		expect([status, body.version]).toEqual([200, 1]);
		const at = `${path}/${body.caseId}`;
		const facts = { kind: "problem", stage: "open", ownerId: "zhang-wei", openedBy: "liu-yang", version: 1 };
		expect(await shown(head, at)).toMatchObject({ ...facts, branchId, texts: { "what.1": WHAT } });
		expect((await shown(teller, at)).possible).toEqual(["drop"]);
		expect((await shown(manager, at)).possible).toEqual(["hand-over", "carry-over", "solve", "drop"]);
		expect(codeOf(await ask(other, "GET", at))).toBe("unknown-case");
		expect(codeOf(await stepped(other, at, 1, { step: "solve", texts: { result: "好了" } }))).toBe("unknown-case");
		expect(codeOf(await stepped(teller, at, 1, { step: "solve", texts: { result: "好了" } }))).toBe("not-permitted");
		expect(codeOf(await stepped(head, at, 1, { step: "solve" }))).toBe("wrong-for-step");
		expect((await stepped(head, at, 1, { step: "solve", texts: { result: "已换电源" } })).body.version).toBe(2);
		expect(codeOf(await stepped(head, at, 2, { step: "solve", texts: { result: "又一次" } }))).toBe("wrong-stage");
		expect(await shown(teller, at)).toMatchObject({ stage: "solved", texts: { "result.2": "已换电源" }, possible: [] });
	});

	it("[CASE-2] sent again under the same id is opened once", async ({ expect }) => {
		const { path, teller, head } = await aHall();
		const commandId = newCommandId();
		const [first, second] = [await opened(teller, path, {}, commandId), await opened(teller, path, {}, commandId)];
		expect(second.body).toEqual(first.body);
		const rows = (await ask<{ rows: CaseShown[] }>(head, "GET", path)).body.rows;
		expect(rows.map(({ caseId }) => caseId)).toEqual([first.body.caseId]);
	});

	it("[CASE-3] reaches D1 as its branch has it, and leaves the branch once it is over there", async ({ expect }) => {
		const { branchId, path, head } = await aHall();
		const { body } = await opened(head, path, { dueAt: MONDAY_10 + 3 * HOUR_MS });
		const list = async (open: boolean) =>
			(await ask<{ rows: object[] }>(head, "GET", `/nodes/${branchId}/cases?kind=problem&open=${open}`)).body.rows;
		await eventually("D1 has it", async () => (await list(true)).length === 1);
		expect(await list(true)).toMatchObject([{ caseId: body.caseId, stage: "open", version: 1 }]);
		await stepped(head, `${path}/${body.caseId}`, 1, { step: "solve", texts: { result: "好了" } });
		await eventually("D1 has it solved", async () => (await list(true)).length === 0);
		expect(await list(false)).toMatchObject([{ caseId: body.caseId, stage: "solved", version: 2 }]);
		expect(await env.BRANCH.getByName(branchId).caseOf(body.caseId)).toBeNull();
		expect(await shown(head, `${path}/${body.caseId}`)).toMatchObject({
			stage: "solved",
			texts: { "result.2": "好了" },
		});
	});
});
