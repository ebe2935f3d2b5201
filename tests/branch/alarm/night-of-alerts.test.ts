import { describe, it } from "vitest";
import type { Role } from "../../../schema/actor.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { opened } from "../../api/a-case.ts";
import { staffAt } from "../../api/callers.ts";
import { aBranch, commitsOf, HOUR_MS, kiosk, MINUTE_MS, MONDAY, MONDAY_10, SECOND_MS, staff } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { LiveClient } from "../live-client.ts";

const NIGHT_MS = 12 * HOUR_MS;
const OFFERS = 5;

/** A branch with open alerts of every kind that somebody is told of step by step, and nobody who answers. */
async function aBusyHall() {
	const branch = await aBranch();
	const { branchId } = branch;
	const as = (role: Role, staffId: string) => staff(branchId, role, staffId);
	const page = async (role: Role, staffId: string) => {
		const credential = `token.${await tokenOf(as(role, staffId))}`;
		return LiveClient.open({ branchId, audience: "staff", credential });
	};
	const head = await page("branch-head", "zhang-wei");
	const pages = [head, await page("relationship-manager", "hu-yue"), await page("relationship-manager", "xu-na")];
	await branch.done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
	await branch.done(as("lobby-manager", "li-na"), { type: "set-presence", status: "on-duty" });
	for (const reason of ["authorisation", "device", "customer"] as const) {
		await branch.done(as("closed-teller", "liu-yang"), { type: "ask-for-help", reason });
	}
	const manager = staffAt("lobby-manager", branchId, "li-na");
	const record = { kind: "referral", ownerId: undefined, texts: {}, facts: { reasonCode: "large-cash" } };
	for (let made = 0; made < OFFERS; made++) {
		await opened(manager, `/branches/${branchId}/cases`, { ...record, fields: { name: "李小明" } });
	}
	const task = { dueAt: MONDAY_10 + 30 * MINUTE_MS };
	const { body } = await opened(manager, `/branches/${branchId}/cases`, task);
	return { ...branch, head, pages, caseId: body.caseId };
}

const eventsOf = async (branchId: string): Promise<readonly BranchEvent[]> =>
	(await commitsOf(branchId, MONDAY)).flatMap(({ events }) => events);

describe("a branch that was gone for a night with open alerts", () => {
	it("[ALR-34] goes one step with each when it wakes, however much time has passed, and then rests", async ({
		expect,
	}) => {
		const hall = await aBusyHall();
		const before = await eventsOf(hall.branchId);
		const heard = hall.head.cases.length;
		await hall.evict();
		await hall.setTime(MONDAY_10 + NIGHT_MS);
		await hall.stub().status();
		const news = (await eventsOf(hall.branchId)).slice(before.length);
		const escalated = news.flatMap((event) => (event.type === "alert-escalated" ? [event.alertId] : []));
		expect(escalated.length).toBeGreaterThanOrEqual(OFFERS);
		expect(new Set(escalated).size).toBe(escalated.length);
		// Its owner hears that it is due, and whoever is above that it has long been.
		const due = news.flatMap((event) => (event.type === "case-due" ? [[event.caseId, event.escalated]] : []));
		expect(due).toEqual([
			[hall.caseId, false],
			[hall.caseId, true],
		]);
		expect(news.filter(({ type }) => type === "alert-raised").length).toBeLessThanOrEqual(1);
		expect(news.filter(({ type }) => type === "day-closed")).toHaveLength(1);
		await hall.head.fresh();
		expect(hall.head.cases.length - heard).toBe(OFFERS + due.length);
		// Nothing follows: the day is over, and hurries nobody.
		await hall.evict();
		await hall.setTime(MONDAY_10 + NIGHT_MS + 10 * MINUTE_MS);
		expect(await eventsOf(hall.branchId)).toHaveLength(before.length + news.length);
		for (const client of hall.pages) client.close();
	});

	it("[ALR-34] [ALR-19] asleep for ten minutes of an open day: each manager still has the whole time to answer", async ({
		expect,
	}) => {
		const hall = await aBusyHall();
		await hall.evict();
		const at = MONDAY_10 + 10 * MINUTE_MS;
		await hall.setTime(at);
		const { offers } = await hall.stub().whoIsHere({ staffId: "zhang-wei", roles: ["branch-head"] });
		expect(offers).toHaveLength(OFFERS);
		for (const { told, tried = [] } of offers) {
			expect(told.persons).toHaveLength(1);
			expect(tried.filter(({ why }) => why === "no-answer")).toHaveLength(1);
		}
		await hall.setTime(at + 29 * SECOND_MS);
		const later = await hall.stub().whoIsHere({ staffId: "zhang-wei", roles: ["branch-head"] });
		expect(later.offers).toEqual(offers);
		for (const client of hall.pages) client.close();
	});
});
