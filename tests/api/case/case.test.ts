import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { CaseShown } from "../../../schema/customer/case.ts";
import { HOUR_MS, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { copied, forwarded } from "../../ledger/a-ledger.ts";
import { aHall, known, opened, shown, stepped, WHAT } from "../a-case.ts";
import { ask, codeOf } from "../a-referral.ts";
import { AUDITOR, staffAt } from "../callers.ts";

type Rows = { readonly rows: CaseShown[]; readonly next: string | null };

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
		expect(codeOf(await stepped(teller, at, 1, { step: "solve", texts: { result: "好了" } }))).toBe("not-permitted");
		expect(codeOf(await stepped(head, at, 1, { step: "solve" }))).toBe("wrong-for-step");
		expect((await stepped(head, at, 1, { step: "solve", texts: { result: "已换电源" } })).body.version).toBe(2);
		expect(codeOf(await stepped(head, at, 2, { step: "solve", texts: { result: "又一次" } }))).toBe("wrong-stage");
		expect(await shown(teller, at)).toMatchObject({ stage: "solved", texts: { "result.2": "已换电源" }, possible: [] });
		expect(codeOf(await ask(other, "GET", at))).toBe("unknown-case");
	});

	it("[CASE-1] is to everybody else as if there were none, whatever they ask", async ({ expect }) => {
		const { path, head, other, branchId } = await aHall();
		const { body } = await opened(head, path, { texts: { what: WHAT, customer: "李小明 13812345678" } });
		const away = staffAt("branch-head", "sh-elsewhere", "somebody");
		const never = `${path}/${branchId}_${"0".repeat(24)}`;
		for (const at of [`${path}/${body.caseId}`, never]) {
			const answers = [
				await ask(other, "GET", at),
				await stepped(other, at, 1, { step: "solve", texts: { result: "好了" } }),
				await ask(other, "POST", `${at}/shown`, { body: { texts: ["customer.1"], reason: "客户来电" } }),
			];
			expect(answers.map(codeOf)).toEqual(["unknown-case", "unknown-case", "unknown-case"]);
			expect(codeOf(await ask(away, "GET", at))).toBe("wrong-place");
		}
		expect((await ask<Rows>(other, "GET", path)).body).toEqual({ rows: [], next: null });
		expect(codeOf(await ask(other, "GET", `/nodes/${branchId}/cases?kind=problem`))).toBe("not-permitted");
		expect((await ask<Rows>(AUDITOR, "GET", path)).body.rows).toHaveLength(1);
	});

	it("[CASE-2] sent again under the same id is opened once, and under one used for something else not at all", async ({
		expect,
	}) => {
		const { path, teller, head } = await aHall();
		const commandId = newCommandId();
		const answers = await Promise.all([1, 2, 3].map(() => opened(teller, path, {}, commandId)));
		expect(new Set(answers.map(({ body }) => body.caseId)).size).toBe(1);
		expect(codeOf(await opened(teller, path, { texts: { what: "另一件事" } }, commandId))).toBe("command-id-reused");
		const { rows } = (await ask<Rows>(head, "GET", path)).body;
		expect(rows.map(({ caseId, version }) => [caseId, version])).toEqual([[answers[0]?.body.caseId, 1]]);
	});

	it("[CASE-2] of two people who move it at once one succeeds; the other is told, and sees what is there now", async ({
		expect,
	}) => {
		const { path, teller, head, manager } = await aHall();
		const { body } = await opened(teller, path);
		const at = `${path}/${body.caseId}`;
		const answers = await Promise.all([
			stepped(head, at, 1, { step: "solve", texts: { result: "已换电源" } }),
			stepped(manager, at, 1, { step: "hand-over", ownerId: "li-na" }),
		]);
		const codes = answers.map(codeOf);
		expect([...codes].sort()).toEqual(["changed-since-read", "done"]);
		expect(answers.find(({ status }) => status !== 200)?.status).toBe(412);
		const now = await shown(manager, at);
		expect(now.version).toBe(2);
		expect(now.steps.map(({ step }) => step)).toEqual(["open", codes[0] === "done" ? "solve" : "hand-over"]);
		// The same step again under its own id is the same answer, not a second step.
		const commandId = newCommandId();
		const again = () =>
			stepped(head, at, 2, { step: "carry-over", dueAt: MONDAY_10 + HOUR_MS, texts: { why: "待件" } }, commandId);
		if (now.stage === "open")
			expect([(await again()).body, (await again()).body]).toEqual([
				{ ...body, version: 3 },
				{ ...body, version: 3 },
			]);
	});

	it("[CASE-4] reaches D1 as its branch has it, and leaves the branch once it is over there", async ({ expect }) => {
		const { branchId, path, head } = await aHall();
		const { body } = await opened(head, path, { dueAt: MONDAY_10 + 3 * HOUR_MS });
		const list = async (open: boolean) =>
			(await ask<Rows>(head, "GET", `/nodes/${branchId}/cases?kind=problem&open=${open}`)).body.rows;
		await known(branchId, body);
		expect(await list(true)).toMatchObject([
			{ caseId: body.caseId, stage: "open", version: 1, texts: { "what.1": WHAT } },
		]);
		const { body: solved } = await stepped(head, `${path}/${body.caseId}`, 1, {
			step: "solve",
			texts: { result: "好了" },
		});
		await known(branchId, solved);
		expect(await list(true)).toEqual([]);
		expect(await list(false)).toMatchObject([{ caseId: body.caseId, stage: "solved", version: 2 }]);
		expect(await env.BRANCH.getByName(branchId).caseOf(body.caseId)).toBeNull();
		expect(await shown(head, `${path}/${body.caseId}`)).toMatchObject({
			stage: "solved",
			texts: { "result.2": "好了" },
		});
		expect(codeOf(await stepped(head, `${path}/${body.caseId}`, 2, { step: "drop", texts: { why: "不用了" } }))).toBe(
			"wrong-stage",
		);
	});

	it("[CASE-7] shows what names a customer on request alone, with a reason, on record", async ({ expect }) => {
		const { branchId, path, head, teller } = await aHall();
		const customer = "李小明 13812345678";
		const { body } = await opened(teller, path, { texts: { what: WHAT, customer } });
		const at = `${path}/${body.caseId}`;
		const whole = await ask<CaseShown>(head, "GET", at);
		expect(whole.text).not.toContain("李小明");
		expect([whole.body.personal, whole.body.texts]).toEqual([["customer.1"], { "what.1": WHAT }]);
		const wish = { texts: ["customer.1"], reason: "回电说明处理结果" };
		const answer = await ask<{ texts: object }>(head, "POST", `${at}/shown`, { body: wish });
		expect(answer.body.texts).toEqual({ "customer.1": customer });
		await forwarded(branchId);
		const [entry] = (await copied(branchId)).filter(({ body: written }) => written.includes('"showCase"'));
		const subject = { branchId, caseId: body.caseId, texts: "customer.1" };
		expect(JSON.parse(entry?.body ?? "null")).toMatchObject({ reason: wish.reason, subject });
		expect(codeOf(await ask(head, "POST", `${at}/shown`, { body: { texts: ["customer.1"] } }))).toBe("invalid-input");
	});
});

describe("lists of cases", () => {
	it("[CASE-12] of a branch are due first, page by page; the own tasks are what one owns", async ({ expect }) => {
		const { path, head, teller, manager } = await aHall();
		const hours = [5, 1, 4, 2, 3];
		for (const hour of hours) {
			await opened(teller, path, { ownerId: hour > 3 ? "li-na" : "zhang-wei", dueAt: MONDAY_10 + hour * HOUR_MS });
		}
		const dueIn = ({ rows }: Rows) => rows.map(({ dueAt }) => (dueAt - MONDAY_10) / HOUR_MS);
		const page = async (actor: typeof head, query: string) => (await ask<Rows>(actor, "GET", `${path}?${query}`)).body;
		const first = await page(head, "limit=3");
		expect(dueIn(first)).toEqual([1, 2, 3]);
		expect(dueIn(await page(head, `limit=3&cursor=${first.next}`))).toEqual([4, 5]);
		expect(dueIn(await page(manager, "mine=true"))).toEqual([4, 5]);
		expect(dueIn(await page(teller, "mine=true"))).toEqual([]);
		expect(dueIn(await page(teller, "kind=problem"))).toEqual([1, 2, 3, 4, 5]);
	});

	it("[CASE-12] over places come from D1, filtered by owner and due time, page by page", async ({ expect }) => {
		const [one, other] = [await aHall(), await aHall()];
		for (const [hall, hours] of [
			[one, [1, 3]],
			[other, [2]],
		] as const) {
			for (const hour of hours) {
				const { body } = await opened(hall.head, hall.path, { ownerId: "li-na", dueAt: MONDAY_10 + hour * HOUR_MS });
				await known(hall.branchId, body);
			}
		}
		const mine = new Set([one.branchId, other.branchId]);
		const found = async (query: string) => {
			const rows: CaseShown[] = [];
			for (let cursor: string | null = ""; cursor !== null; ) {
				const from: string = cursor === "" ? "" : `&cursor=${cursor}`;
				const { body } = await ask<Rows>(AUDITOR, "GET", `/nodes/bank/cases?kind=problem&limit=2${query}${from}`);
				rows.push(...body.rows);
				cursor = body.next;
			}
			return rows
				.filter(({ branchId }) => mine.has(branchId))
				.map(({ branchId, dueAt }) => [branchId, (dueAt - MONDAY_10) / HOUR_MS]);
		};
		expect(await found("")).toEqual([
			[one.branchId, 1],
			[other.branchId, 2],
			[one.branchId, 3],
		]);
		expect(await found(`&dueBefore=${MONDAY_10 + 3 * HOUR_MS}&ownerId=li-na`)).toEqual([
			[one.branchId, 1],
			[other.branchId, 2],
		]);
		expect(await found("&ownerId=zhang-wei")).toEqual([]);
		expect(await found("&stage=open")).toHaveLength(3);
		expect(await found("&open=false")).toEqual([]);
	});
});
