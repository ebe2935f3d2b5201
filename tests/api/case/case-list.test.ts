import { describe, it } from "vitest";
import type { Output } from "../../../schema/endpoint/api.ts";
import { HOUR_MS, MONDAY_10 } from "../../branch/a-branch.ts";
import { aHall, known, opened } from "../a-case.ts";
import { ask, codeOf } from "../a-referral.ts";
import { AUDITOR, staffAt } from "../callers.ts";

describe("cases over places", () => {
	it("[CASE-24] are turned, begin at a due time, and name their owners where the bank's books have them", async ({
		expect,
	}) => {
		const hall = await aHall();
		for (const hour of [1, 2, 3, 4]) {
			const { body } = await opened(hall.head, hall.path, { dueAt: MONDAY_10 + hour * HOUR_MS });
			await known(hall.branchId, body);
		}
		const page = async (query: string) =>
			(await ask<Output<"cases">>(AUDITOR, "GET", `/nodes/${hall.branchId}/cases?kind=problem&${query}`)).body;
		const dueIn = ({ rows }: Output<"cases">) => rows.map(({ dueAt }) => (dueAt - MONDAY_10) / HOUR_MS);
		const first = await page("order=desc&limit=3");
		expect(dueIn(first)).toEqual([4, 3, 2]);
		expect(dueIn(await page(`order=desc&limit=3&cursor=${first.next}`))).toEqual([1]);
		expect(dueIn(await page(`dueFrom=${MONDAY_10 + 2 * HOUR_MS}&dueBefore=${MONDAY_10 + 4 * HOUR_MS}`))).toEqual([
			2, 3,
		]);
		expect(first.rows[0]?.names).toEqual({});
		expect(Math.abs(first.asOf - Date.now())).toBeLessThan(HOUR_MS);
	});

	it("[CASE-24] are sorted by each of what they show, page by page without gap or repeat, either way", async ({
		expect,
	}) => {
		const hall = await aHall();
		for (const [hour, ownerId] of [
			[3, "li-na"],
			[1, "liu-yang"],
			[2, "li-na"],
			[4, "chen-jing"],
		] as const) {
			const { body } = await opened(hall.head, hall.path, { dueAt: MONDAY_10 + hour * HOUR_MS, ownerId });
			await known(hall.branchId, body);
		}
		const walked = async (query: string) => {
			const rows: Output<"cases">["rows"] = [];
			let cursor = "";
			do {
				const path = `/nodes/${hall.branchId}/cases?kind=problem&limit=1&${query}${cursor}`;
				const { body } = await ask<Output<"cases">>(AUDITOR, "GET", path);
				rows.push(...body.rows);
				cursor = body.next === null ? "" : `&cursor=${body.next}`;
			} while (cursor !== "");
			return rows.map(({ dueAt, ownerId }) => `${ownerId} ${(dueAt - MONDAY_10) / HOUR_MS}`);
		};
		const byOwner = ["chen-jing 4", "li-na 2", "li-na 3", "liu-yang 1"];
		expect(await walked("sort=owner")).toEqual(byOwner);
		expect(await walked("sort=owner&order=desc")).toEqual(byOwner.toReversed());
		const byDue = ["liu-yang 1", "li-na 2", "li-na 3", "chen-jing 4"];
		for (const sort of ["due", "stage", "place"]) {
			expect(await walked(`sort=${sort}`)).toEqual(byDue);
			expect(await walked(`sort=${sort}&order=desc`)).toEqual(byDue.toReversed());
		}
		expect([...(await walked("sort=opened"))].sort()).toEqual([...byOwner].sort());
		const owners = await ask<Output<"cases">>(
			AUDITOR,
			"GET",
			`/nodes/${hall.branchId}/cases?kind=problem&limit=1&sort=owner`,
		);
		const other = `/nodes/${hall.branchId}/cases?kind=problem&sort=opened&cursor=${owners.body.next}`;
		expect(codeOf(await ask(AUDITOR, "GET", other))).toBe("invalid-input");
	});

	it("[CASE-24] may be given to whoever works at the branch, which says so itself", async ({ expect }) => {
		const { branchId, teller } = await aHall();
		const owners = await ask<Output<"caseOwners">>(teller, "GET", `/branches/${branchId}/case-owners`);
		expect(owners.body.rows).toContainEqual({ id: "li-na", name: { zh: "李娜", en: "Li Na" }, role: "lobby-manager" });
		const stranger = staffAt("lobby-manager", "bj-elsewhere", "li-na");
		expect(codeOf(await ask(stranger, "GET", `/branches/${branchId}/case-owners`))).toBe("wrong-place");
	});
});
