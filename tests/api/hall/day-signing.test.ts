import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { DaySigning } from "../../../schema/hall/day-signing.ts";
import { aBranch, eventually, kiosk, MONDAY, staff } from "../../branch/a-branch.ts";
import { hallOf, stepped } from "../a-case.ts";
import { ask, codeOf, recorded } from "../a-referral.ts";
import { deviceAt, staffAt } from "../callers.ts";

/** A closed day whose report D1 has. */
async function aClosedDay() {
	const branch = await aBranch();
	const { branchId } = branch;
	await branch.done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
	const path = `/branches/${branchId}/reports/${MONDAY}/signing`;
	const people = hallOf(branchId);
	return {
		...branch,
		...people,
		cases: people.path,
		path,
		close: async () => {
			await branch.done(staff(branchId, "branch-head", "zhang-wei"), { type: "close-day" });
			await eventually("D1 to have the report", async () => {
				return (await ask(people.head, "GET", path.replace("/signing", ""))).status === 200;
			});
		},
		read: async () => (await ask<DaySigning>(people.head, "GET", path)).body,
	};
}

describe("the signing of a day", () => {
	it("[REP-7] [REP-8] is refused while a record is unsigned and unexplained; manager, then head, then nothing more, at D1 too", async ({
		expect,
	}) => {
		const day = await aClosedDay();
		const { manager, head, adviser, branchId, path, cases } = day;
		const caseId = await recorded(manager, branchId, { ownerId: "hu-yue" });
		expect(codeOf(await ask(manager, "POST", path, { body: { act: "sign" }, version: 0 }))).toBe("no-report");
		await day.close();
		expect(await day.read()).toEqual({ version: 0, next: "manager", steps: [], unsigned: 1 });
		const refused = await ask(manager, "POST", path, { body: { act: "sign" }, version: 0 });
		expect([refused.status, codeOf(refused)]).toEqual([409, "records-unsigned"]);
		const signed = await stepped(adviser, `${cases}/${caseId}`, 1, { step: "sign", stage: "introduced" });
		expect(signed.status).toBe(200);
		const body = { act: "sign" };
		const both = await Promise.all([
			ask(manager, "POST", path, { body, version: 0 }),
			ask(manager, "POST", path, { body, version: 0 }),
		]);
		expect(both.map(codeOf).sort()).toEqual(["changed-since-read", "done"]);
		const correct = { act: "correct", figure: "complaints", correction: "2", reason: "written down late" };
		expect(codeOf(await ask(head, "POST", path, { body: correct, version: 1 }))).toBe("done");
		expect(codeOf(await ask(head, "POST", path, { body, version: 2 }))).toBe("manager-signs-first");
		expect(codeOf(await ask(manager, "POST", path, { body, version: 2 }))).toBe("done");
		expect(codeOf(await ask(head, "POST", path, { body, version: 3 }))).toBe("done");
		expect(await day.read()).toMatchObject({ version: 4, next: null, unsigned: 0 });
		expect(codeOf(await ask(head, "POST", path, { body: correct, version: 4 }))).toBe("day-signed");
		for (const statement of ["UPDATE day_signing SET body = '{}'", "DELETE FROM day_signing"]) {
			await expect(env.DB.prepare(statement).run()).rejects.toThrow("append-only");
		}
	});

	it("[REP-7] is the lobby's and the heads' alone", async ({ expect }) => {
		const day = await aClosedDay();
		await day.close();
		const body = { act: "sign" };
		for (const actor of [
			day.adviser,
			deviceAt("counter-pad", day.branchId),
			staffAt("branch-head", "bj-guomao", "x"),
		]) {
			expect((await ask(actor, "POST", day.path, { body, version: 0 })).status).toBe(403);
		}
	});
});
