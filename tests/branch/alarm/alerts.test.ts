import { describe, it } from "vitest";
import type { Role } from "../../../schema/actor.ts";
import { aBranch, eventually, MINUTE_MS, MONDAY_10, newCommandId, staff, type TestBranch } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { LiveClient } from "../live-client.ts";

async function page(branch: TestBranch, role: Role, staffId: string, protocol = 3): Promise<LiveClient> {
	const { branchId } = branch;
	const credential = `token.${await tokenOf(staff(branchId, role, staffId))}`;
	return LiveClient.open({ branchId, audience: "staff", protocol, credential });
}

const ask = (branch: TestBranch, reason: "authorisation" | "device") =>
	branch.done(staff(branch.branchId, "closed-teller", "liu-yang"), { type: "ask-for-help", reason, counterId: "1" });
const rolesTold = (client: LiveClient, id: string) =>
	(client.view.alerts?.[id]?.told as { roles: string[] } | undefined)?.roles ?? [];

describe("an alert at a branch", () => {
	it("[ALR-2] rings whose page is open: who closed it is off duty, the next are told", async ({ expect }) => {
		const branch = await aBranch();
		const [supervisor, manager] = [
			await page(branch, "duty-supervisor", "he-ping"),
			await page(branch, "lobby-manager", "li-na"),
		];
		const { alertId: first = "" } = await ask(branch, "authorisation");
		await manager.fresh();
		expect(rolesTold(manager, first)).toEqual(["duty-supervisor"]);
		await branch.evict();
		const { alertId: machine = "" } = await ask(branch, "device");
		await manager.fresh();
		expect(rolesTold(manager, machine)).toEqual(["it-support", "lobby-manager", "stand-in"]);
		supervisor.close();
		await branch.done(staff(branch.branchId, "closed-teller", "liu-yang"), { type: "end-alert", alertId: first });
		await eventually("the supervisor to be off duty", async () => {
			const { alertId = "" } = await ask(branch, "authorisation");
			await manager.fresh();
			const told = rolesTold(manager, alertId);
			await branch.done(staff(branch.branchId, "closed-teller", "liu-yang"), { type: "end-alert", alertId });
			return told.includes("lobby-manager");
		});
		manager.close();
	});

	it("[ALR-3] that nobody accepts is told to more by the alarm, once", async ({ expect }) => {
		const branch = await aBranch();
		const supervisor = await page(branch, "duty-supervisor", "he-ping");
		const head = await page(branch, "branch-head", "zhang-wei");
		const { alertId = "" } = await ask(branch, "authorisation");
		// Half a branch second before, at a minute in a millisecond: the alarm does it.
		await branch.setTime(MONDAY_10 + 2 * MINUTE_MS - 500, 60);
		await eventually("the head to be told", () => rolesTold(head, alertId).includes("branch-head"));
		await branch.setTime(MONDAY_10 + 3 * MINUTE_MS);
		await head.fresh();
		const escalatedAt = head.view.alerts?.[alertId]?.escalatedAt;
		expect(escalatedAt).toBeGreaterThanOrEqual(MONDAY_10 + 2 * MINUTE_MS);
		expect(escalatedAt).toBeLessThan(MONDAY_10 + 3 * MINUTE_MS);
		expect(rolesTold(head, alertId)).not.toContain("lobby-manager");
		const taken = await head.command({ commandId: newCommandId(), command: { type: "accept-alert", alertId } });
		expect(taken.status).toBe("done");
		await supervisor.fresh();
		expect(supervisor.view.alerts?.[alertId]).toMatchObject({ acceptedBy: "zhang-wei" });
		for (const client of [supervisor, head]) client.close();
	});

	it("[LIVE-4] a page of protocol 2 sees calls for help as it knows them, hears what becomes of them, and accepts", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const old = await page(branch, "lobby-manager", "li-na", 2);
		const { alertId = "" } = await ask(branch, "device");
		await old.fresh();
		const call = { id: alertId, reason: "device", counterId: "1", askedBy: "liu-yang", askedAt: MONDAY_10 };
		expect(old.view.helps?.[alertId]).toEqual({ ...call, acceptedBy: null, acceptedAt: null });
		expect(old.view.alerts).toBeUndefined();
		const answer = await old.command({ commandId: newCommandId(), command: { type: "accept-help", helpId: alertId } });
		expect(answer.status).toBe("done");
		await old.fresh();
		expect([old.views, old.gaps]).toEqual([1, 0]);
		expect(old.view.helps?.[alertId]).toEqual({ ...call, acceptedBy: "li-na", acceptedAt: MONDAY_10 });
		await old.command({ commandId: newCommandId(), command: { type: "end-alert", alertId } });
		await old.fresh();
		expect(old.view.helps).toEqual({});
		old.close();
	});
});
