import { afterEach, describe, it } from "vitest";
import type { Role } from "../../../schema/actor.ts";
import type { CaseFrame } from "../../../schema/hall/protocol.ts";
import { aHall, opened, shown, stepped } from "../../api/a-case.ts";
import { ask } from "../../api/a-referral.ts";
import { deviceAt } from "../../api/callers.ts";
import { commitsOf, eventually, HOUR_MS, MINUTE_MS, MONDAY_10, staff } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { breakMemory } from "../failing-memory.ts";
import { LiveClient } from "../live-client.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;
const DUE = MONDAY_10 + HOUR_MS;

async function page({ branchId }: Hall, role: Role, staffId: string): Promise<LiveClient> {
	const credential = `token.${await tokenOf(staff(branchId, role, staffId))}`;
	return LiveClient.open({ branchId, audience: "staff", credential });
}

/** Everybody of the hall who could hear something, by who they are. */
async function everybody(hall: Hall) {
	const { branchId } = hall;
	const pad = `token.${await tokenOf(deviceAt("counter-pad", branchId))}`;
	const screen = `token.${await tokenOf(deviceAt("display", branchId))}`;
	return {
		owner: await page(hall, "lobby-manager", "li-na"),
		head: await page(hall, "branch-head", "zhang-wei"),
		opener: await page(hall, "closed-teller", "liu-yang"),
		other: await page(hall, "closed-teller", "chen-jing"),
		pad: await LiveClient.open({ branchId, audience: "staff", credential: pad }),
		screen: await LiveClient.open({ branchId, audience: "display", credential: screen }),
	};
}
type Everybody = Awaited<ReturnType<typeof everybody>>;

const newsOf = (client: LiveClient) => client.cases.map(({ news }) => news);
const heard = (all: Everybody) => Object.fromEntries(Object.entries(all).map(([who, client]) => [who, newsOf(client)]));
const close = (all: Everybody) => Object.values(all).map((client) => client.close());
/** Half a branch second before a moment, at a minute in a millisecond: the alarm does the rest. */
const nearly = (hall: Hall, at: number) => hall.setTime(at - 500, 60);
const ringing = (events: readonly { readonly type: string }[]) =>
	events.filter(({ type }) => type === "case-due").length;

let mend = () => {};
afterEach(() => mend());

describe("a case that is due", () => {
	it("[CASE-5] [CASE-1] rings its owner at its minute, once, also while D1 is away; then the head; nobody else hears of it", async ({
		expect,
	}) => {
		const hall = await aHall();
		const all = await everybody(hall);
		mend = breakMemory("rejects");
		const { body } = await opened(hall.teller, hall.path, { ownerId: "li-na", dueAt: DUE });
		await nearly(hall, DUE);
		await eventually("the owner to be rung", () => newsOf(all.owner).includes("due"));
		await hall.setTime(DUE + MINUTE_MS);
		await hall.evict();
		await hall.setTime(DUE + 2 * MINUTE_MS);
		const { remindedAt } = await shown(hall.head, `${hall.path}/${body.caseId}`);
		expect(remindedAt).toBeGreaterThanOrEqual(DUE);
		expect(remindedAt).toBeLessThan(DUE + MINUTE_MS);
		await nearly(hall, DUE + HOUR_MS);
		await eventually("the head to be rung", () => newsOf(all.head).includes("escalated"));
		mend();
		await hall.setTime(DUE + 2 * HOUR_MS);
		for (const client of Object.values(all)) await client.fresh();
		const nobody = { other: [], pad: [], screen: [] };
		expect(heard(all)).toEqual({ ...nobody, owner: ["moved", "due"], head: ["escalated"], opener: ["moved"] });
		const frame: CaseFrame = { type: "case", news: "due", kind: "problem", caseId: body.caseId };
		expect(all.owner.cases[1]).toEqual(frame);
		const events = (await commitsOf(hall.branchId, "before")).flatMap((commit) => commit.events);
		expect(ringing(events)).toBe(2);
		const tasks = await ask<{ rows: { caseId: string }[] }>(hall.head, "GET", `${hall.path}?mine=true`);
		expect(tasks.body.rows).toMatchObject([{ caseId: body.caseId, ownerId: "li-na" }]);
		close(all);
	});

	it("[CASE-5] is told anew when it gets another time or another owner, and no more once it is over", async ({
		expect,
	}) => {
		const hall = await aHall();
		const all = await everybody(hall);
		const { body } = await opened(hall.teller, hall.path, { ownerId: "li-na", dueAt: DUE });
		const at = `${hall.path}/${body.caseId}`;
		await hall.setTime(DUE);
		await stepped(hall.manager, at, 1, { step: "carry-over", dueAt: DUE + HOUR_MS, texts: { why: "等配件" } });
		await hall.setTime(DUE + HOUR_MS);
		await stepped(hall.manager, at, 2, { step: "hand-over", ownerId: "zhang-wei" });
		// Due already: its new owner is told at once.
		await hall.setTime(DUE + HOUR_MS + MINUTE_MS);
		await stepped(hall.head, at, 3, { step: "solve", texts: { result: "好了" } });
		await hall.setTime(DUE + 5 * HOUR_MS);
		for (const client of [all.owner, all.head]) await client.fresh();
		const rung = (client: LiveClient) => newsOf(client).filter((news) => news !== "moved");
		expect([rung(all.owner), rung(all.head)]).toEqual([["due", "due"], ["due"]]);
		close(all);
	});

	it("[CASE-5] waits for the hours in which the branch is open before it goes above", async ({ expect }) => {
		const hall = await aHall();
		const { body } = await opened(hall.teller, hall.path);
		const { dueAt } = await shown(hall.head, `${hall.path}/${body.caseId}`);
		await hall.setTime(dueAt + 8 * HOUR_MS);
		expect(await shown(hall.head, `${hall.path}/${body.caseId}`)).toMatchObject({
			remindedAt: dueAt + 8 * HOUR_MS,
			escalatedAt: null,
		});
		// The next morning, an hour after the doors open.
		const opensAt = MONDAY_10 + 23 * HOUR_MS;
		await hall.setTime(opensAt + HOUR_MS - MINUTE_MS);
		expect((await shown(hall.head, `${hall.path}/${body.caseId}`)).escalatedAt).toBeNull();
		await hall.setTime(opensAt + HOUR_MS);
		expect((await shown(hall.head, `${hall.path}/${body.caseId}`)).escalatedAt).toBe(opensAt + HOUR_MS);
	});

	it("[CASE-5] many at one moment are each told once, whatever the branch does meanwhile", async ({ expect }) => {
		const hall = await aHall();
		const owner = await page(hall, "lobby-manager", "li-na");
		const count = 230;
		const [first] = [await opened(hall.teller, hall.path, { ownerId: "li-na", dueAt: DUE })];
		expect(first.status).toBe(200);
		for (let more = 1; more < count; more++) await opened(hall.teller, hall.path, { ownerId: "li-na", dueAt: DUE });
		await nearly(hall, DUE);
		await eventually("all to be told", () => newsOf(owner).filter((news) => news === "due").length >= count);
		await hall.setTime(DUE + MINUTE_MS);
		await owner.fresh();
		const told = owner.cases.filter(({ news }) => news === "due").map(({ caseId }) => caseId);
		expect([told.length, new Set(told).size]).toEqual([count, count]);
		owner.close();
	});
});
