import { describe, it } from "vitest";
import { SNAPSHOT_EVERY_COMMITS } from "../../../worker/branch/log/commit-log.ts";
import { aBranch, DAY_MS, HOUR_MS, kiosk, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";
import { fetchDoor, tokenOf } from "../door.ts";
import { collectionsOf, type Handshake, LiveClient } from "../live-client.ts";

async function aScreen(branch: TestBranch, audience: Handshake["audience"] = "staff", protocol = 3) {
	const manager = staff(branch.branchId, "lobby-manager", "li-na");
	const handshake = { branchId: branch.branchId, audience, protocol, credential: `token.${await tokenOf(manager)}` };
	return { handshake, client: await LiveClient.open(handshake) };
}

const issue = (branch: TestBranch) => branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });

describe("a connection", () => {
	for (const protocol of [2, 3]) {
		it(`[LIVE-1] [LIVE-4] begins with the whole view, then hears patches of protocol ${protocol}`, async ({
			expect,
		}) => {
			const branch = await aBranch();
			const { client } = await aScreen(branch, "display", protocol);
			expect([client.views, client.patches, client.seq]).toEqual([1, 0, 1]);
			await issue(branch);
			await issue(branch);
			await client.fresh();
			expect([client.views, client.patches, client.gaps, client.seq]).toEqual([1, 2, 0, 3]);
			expect(client.view.services?.cash).toMatchObject({ waiting: 2 });
			client.close();
		});

		it(`[LIVE-1] resumes by one patch of protocol ${protocol} with all it missed, also after eviction`, async ({
			expect,
		}) => {
			const branch = await aBranch();
			await issue(branch);
			const { client, handshake } = await aScreen(branch, "staff", protocol);
			client.close();
			for (let missed = 0; missed < 5; missed++) await issue(branch);
			await branch.evict();
			const again = await LiveClient.open(handshake, client);
			expect([again.views, again.patches, again.gaps, again.seq]).toEqual([0, 1, 0, 7]);
			expect(Object.keys(again.view.tickets ?? {})).toHaveLength(6);
			expect(again.view).toEqual(collectionsOf(await again.fresh()));
			again.close();
		});
	}

	it("[LIVE-1] resumes with an empty patch when nothing was missed or nothing concerns it", async ({ expect }) => {
		const branch = await aBranch();
		await issue(branch);
		const { client, handshake } = await aScreen(branch, "display");
		client.close();
		const same = await LiveClient.open(handshake, client);
		expect([same.views, same.patches, same.seq]).toEqual([0, 1, 2]);
		same.close();
		await branch.done(staff(branch.branchId, "lobby-manager"), { type: "ask-for-help", reason: "device" });
		const later = await LiveClient.open(handshake, same);
		expect([later.views, later.patches, later.seq]).toEqual([0, 1, 3]);
		expect(later.patchSizes[0]).toBeLessThan(120);
		expect(later.view).toEqual(client.view);
		later.close();
	});
});

describe("what the branch cannot resume from leads to a whole view", () => {
	it("[LIVE-3] a seq it never reached, one before the snapshot, one that is none, and none at all", async ({
		expect,
	}) => {
		const branch = await aBranch();
		for (let made = 1; made < SNAPSHOT_EVERY_COMMITS + 5; made++) await issue(branch);
		const { client, handshake } = await aScreen(branch);
		const { epoch, seq, view } = client;
		for (const other of [
			{ seq: seq + 1 },
			{ seq: 5 },
			{ seq: -1 },
			{ seq: 0 },
			{ epoch: epoch - 1, seq },
			{ epoch: epoch + 1, seq },
		]) {
			const again = await LiveClient.open({ ...handshake, epoch, ...other });
			expect([again.views, again.patches], JSON.stringify(other)).toEqual([1, 0]);
			expect(again.view).toEqual(view);
			again.close();
		}
		for (const known of [{ epoch }, { seq }]) {
			const again = await LiveClient.open({ ...handshake, ...known });
			expect([again.views, again.patches]).toEqual([1, 0]);
			again.close();
		}
		client.close();
	});

	it("[LIVE-3] [LIVE-5] a renewed epoch closes every connection, which then starts anew", async ({ expect }) => {
		const branch = await aBranch();
		await issue(branch);
		const { client, handshake } = await aScreen(branch);
		const operator = {
			kind: "staff",
			role: "head-office-operator",
			staffId: "head-office",
			place: { kind: "bank" },
		} as const;
		const headers = { Authorization: `Bearer ${await tokenOf(operator)}`, "Content-Type": "application/json" };
		const body = JSON.stringify({ reason: "set back by hand" });
		const response = await fetchDoor(`/branches/${branch.branchId}/epoch`, { method: "POST", headers, body });
		const { epoch } = await response.json<{ epoch: number }>();
		expect(epoch).toBeGreaterThan(client.epoch);
		await client.until("the close", () => false);
		expect(client.closed).toEqual({ code: 1012, reason: "epoch changed" });
		await branch.evict();
		const again = await LiveClient.open(handshake, client);
		expect([again.views, again.patches, again.epoch]).toEqual([1, 0, epoch]);
		expect((await branch.stub().setBack()).epoch).toBeGreaterThan(epoch);
		again.close();
	});

	it("[LIVE-3] a clock set while a screen was away: its patches would be reckoned by the wrong clock", async ({
		expect,
	}) => {
		const branch = await aBranch();
		await issue(branch);
		const { client, handshake } = await aScreen(branch);
		client.close();
		await branch.setTime(MONDAY_10 + HOUR_MS, 4);
		await branch.evict();
		await issue(branch);
		const again = await LiveClient.open(handshake, client);
		expect([again.views, again.speed]).toEqual([1, 4]);
		expect(again.at).toBeGreaterThanOrEqual(MONDAY_10 + HOUR_MS);
		again.close();
		const resumed = await LiveClient.open(handshake, again);
		expect([resumed.views, resumed.patches]).toEqual([0, 1]);
		resumed.close();
	});

	it("[LIVE-3] a clock set while it looks sends everybody the whole view", async ({ expect }) => {
		const branch = await aBranch();
		const { client } = await aScreen(branch, "display");
		await branch.setTime(MONDAY_10 + HOUR_MS, 60);
		await client.until("the view", () => client.views === 2);
		expect([client.speed, client.gaps]).toEqual([60, 0]);
		client.close();
	});
});

describe("a ticket's page", () => {
	it("[LIVE-2] follows its ticket and the day, and nobody else's", async ({ expect }) => {
		const branch = await aBranch();
		const { link } = await issue(branch);
		const other = await issue(branch);
		const client = await LiveClient.open({ branchId: branch.branchId, audience: "ticket", credential: `link.${link}` });
		const teller = staff(branch.branchId, "closed-teller", "liu-yang");
		await branch.done(teller, { type: "open-counter", counterId: "1" });
		await branch.evict();
		await branch.done(teller, { type: "call-next", counterId: "1" });
		await client.until("the call", () => client.view.ticket?.ticket?.status === "called");
		expect(client.patches).toBe(1);
		expect(JSON.stringify(client.view)).not.toContain(other.number);
		await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await client.until("the end", () => client.view.ticket?.ticket?.outcome === "unserved");
		expect(client.view.branch?.branch).toMatchObject({ dayStatus: "closed" });
		expect(client.view).toEqual(collectionsOf(await client.fresh()));
		client.close();
	});

	it("[LIVE-2] [QUE-9] given away, hears its own call after another's without a gap", async ({ expect }) => {
		const branch = await aBranch();
		const { link, ticketId = "" } = await issue(branch);
		const other = await issue(branch);
		const [liu, chen] = [
			staff(branch.branchId, "closed-teller", "liu-yang"),
			staff(branch.branchId, "closed-teller", "chen-jing"),
		];
		await branch.done(liu, { type: "open-counter", counterId: "1" });
		await branch.done(chen, { type: "open-counter", counterId: "2" });
		await branch.done(liu, { type: "call-next", counterId: "1" });
		await branch.done(liu, { type: "transfer-ticket", ticketId, serviceId: "transfer" });
		const client = await LiveClient.open({ branchId: branch.branchId, audience: "ticket", credential: `link.${link}` });
		// Counter 2 calls somebody else: that was its chance, which the ticket's own page does not show.
		await branch.done(chen, {
			type: "call-ticket",
			counterId: "2",
			ticketId: other.ticketId ?? "",
			reason: "with a child",
		});
		await branch.done(liu, { type: "call-next", counterId: "1" });
		await client.until("the call", () => client.view.ticket?.ticket?.status === "called" || client.gaps > 0);
		expect([client.gaps, client.patches]).toEqual([0, 1]);
		client.close();
	});

	it("[VIEW-2] asks for its own place and is told no other, and nothing of any counter", async ({ expect }) => {
		const branch = await aBranch();
		const other = await issue(branch);
		const own = await issue(branch);
		const client = await LiveClient.open({
			branchId: branch.branchId,
			audience: "ticket",
			credential: `link.${own.link}`,
		});
		client.say({ type: "position" });
		client.say({ type: "position", ticketId: other.ticketId });
		await client.until("both answers", () => client.positions.length === 2);
		for (const position of client.positions) {
			expect(position).toMatchObject({ number: own.number, ahead: 1, overtakesLeft: 4, counters: [] });
		}
		client.close();
		const { client: manager } = await aScreen(branch);
		manager.say({ type: "position", ticketId: other.ticketId });
		manager.say({ type: "position", ticketId: "20261123-Z999" });
		await manager.until("both answers", () => manager.positions.length + manager.problems.length === 2);
		expect(manager.positions[0]?.counters).toHaveLength(branch.configuration.counters.length);
		expect(manager.problems[0]).toMatchObject({ code: "unknown-ticket" });
		manager.close();
	});

	it("[LIVE-2] [LIVE-5] is told when nobody knows the ticket any more: long after its end, and on the next day", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const open = async (link = "") =>
			LiveClient.open({ branchId: branch.branchId, audience: "ticket", credential: `link.${link}` });
		const first = await issue(branch);
		const second = await issue(branch);
		const [ended, waiting] = [await open(first.link), await open(second.link)];
		const manager = staff(branch.branchId, "lobby-manager");
		await branch.done(manager, { type: "cancel-ticket", ticketId: first.ticketId ?? "" });
		await ended.until("the end", () => ended.view.ticket?.ticket?.status === "ended");
		await branch.setTime(MONDAY_10 + HOUR_MS);
		expect(ended.closed).toBeNull();
		await issue(branch);
		await ended.until("the close", () => false);
		expect(ended.closed).toEqual({ code: 4099, reason: "unknown-ticket" });
		expect((await open(first.link)).closed).toEqual(ended.closed);
		await branch.setTime(MONDAY_10 + DAY_MS);
		await waiting.until("the close of the day", () => waiting.view.ticket?.ticket?.status === "ended");
		await issue(branch);
		await waiting.until("the close", () => false);
		expect(waiting.closed).toEqual({ code: 4099, reason: "unknown-ticket" });
	});
});
