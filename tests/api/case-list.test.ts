import { describe, it } from "vitest";
import type { Output } from "../../schema/api.ts";
import { HOUR_MS, MONDAY_10 } from "../branch/a-branch.ts";
import { aHall, known, opened } from "./a-case.ts";
import { ask, codeOf } from "./a-referral.ts";
import { AUDITOR, staffAt } from "./callers.ts";

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
		expect(first.rows[0]?.ownerName).toBeNull();
		expect(Math.abs(first.asOf - Date.now())).toBeLessThan(HOUR_MS);
	});

	it("[CASE-24] may be given to whoever works at the branch, which says so itself", async ({ expect }) => {
		const { branchId, teller } = await aHall();
		const owners = await ask<Output<"caseOwners">>(teller, "GET", `/branches/${branchId}/case-owners`);
		expect(owners.body.rows).toContainEqual({ id: "li-na", name: { zh: "李娜", en: "Li Na" }, role: "lobby-manager" });
		const stranger = staffAt("lobby-manager", "bj-elsewhere", "li-na");
		expect(codeOf(await ask(stranger, "GET", `/branches/${branchId}/case-owners`))).toBe("wrong-place");
	});
});
