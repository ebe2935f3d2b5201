import { runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, it } from "vitest";
import { CLOSE_FINAL } from "../../../rules/live-protocol.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { Audience } from "../../../schema/hall/view.ts";
import { aBranch, kiosk, MONDAY_10, newCommandId, staff, type TestBranch } from "../a-branch.ts";
import { postCommand, tokenOf } from "../door.ts";
import { LiveClient } from "../live-client.ts";
import { dumpOf } from "../storage.ts";

const TOO_FAST = { code: CLOSE_FINAL, reason: "too-many-requests" };
/** More than any sender may have outstanding, and more than a socket may send in vain. */
const FLOOD = 400;

const display = (branchId: string): Actor =>
	({ ...kiosk(branchId), purpose: "display", deviceId: "demo-display" }) as Actor;

describe("a flood", () => {
	let branch: TestBranch;
	let link = "";
	let ticketId = "";
	beforeEach(async () => {
		branch = await aBranch();
		({ link = "", ticketId = "" } = await branch.done(kiosk(branch.branchId), {
			type: "issue-ticket",
			services: ["cash"],
		}));
		// By the world's clock, and at the pace that every branch has.
		await branch.setTime(MONDAY_10, 1);
		await runInDurableObject(branch.stub(), (instance) => {
			Object.assign((instance as unknown as { env: object }).env, { BRANCH_PACE_FACTOR: "1" });
		});
	});

	/** Of every table, those that the branch keeps of the day among them. */
	const rows = async () => Object.values(await dumpOf(branch.branchId)).reduce((sum, table) => sum + table.length, 0);
	const openLink = () => LiveClient.open({ branchId: branch.branchId, audience: "ticket", credential: `link.${link}` });
	const open = async (actor: Actor, audience: Audience) =>
		LiveClient.open({ branchId: branch.branchId, audience, credential: `token.${await tokenOf(actor)}` });
	const cancel = (commandId: string) => ({
		...{ type: "command", commandId, command: { type: "cancel-ticket", ticketId } },
		expect: { ticketStatus: "held" },
	});

	/** Staff work on as if nothing were. */
	async function staffGoOn(): Promise<void> {
		const manager = staff(branch.branchId, "lobby-manager");
		await branch.done(manager, { type: "issue-ticket", services: ["cash"] });
		const phone = await open(manager, "staff");
		await phone.fresh();
		phone.close();
	}

	it("[LIVE-11] of a customer's refused commands is told to wait, then closed, and costs no row", async ({
		expect,
	}) => {
		const page = await openLink();
		const before = await rows();
		for (let sent = 0; sent < FLOOD; sent++) page.say(cancel(newCommandId()));
		await page.until("the close", () => false);
		expect(page.closed).toEqual(TOO_FAST);
		expect(page.answers.size).toBeLessThanOrEqual(7);
		expect(page.problems).toHaveLength(1);
		expect(page.problems[0]).toMatchObject({ code: "too-many-requests", retryAfterMs: expect.any(Number) });
		expect(await rows()).toBe(before);
		await staffGoOn();
	});

	it("[LIVE-11] over HTTP is refused with the time to wait, and counts with the socket's", async ({ expect }) => {
		const before = await rows();
		const answers: string[] = [];
		for (let sent = 0; sent < 10; sent++) {
			const request = {
				commandId: newCommandId(),
				command: { type: "cancel-ticket", ticketId },
				expect: { ticketStatus: "held" },
			} as const;
			const answer = await postCommand(branch.branchId, `Link ${link}`, request);
			answers.push(answer.status === "refused" ? answer.code : answer.status);
		}
		expect(answers.filter((answer) => answer === "changed-meanwhile").length).toBeLessThanOrEqual(7);
		expect(answers.at(-1)).toBe("too-many-requests");
		const page = await openLink();
		page.say(cancel(newCommandId()));
		await page.until("the problem", () => page.problems.length > 0);
		expect(page.problems[0]).toMatchObject({ code: "too-many-requests" });
		expect(await rows()).toBe(before);
		page.close();
		await staffGoOn();
	});

	const FRAMES = {
		views: { type: "view" },
		garbage: "{{{{",
		positions: { type: "position" },
		"large frames": "x".repeat(40_000),
	};
	it.for(Object.entries(FRAMES))(
		"[LIVE-11] of %s from a screen is closed, and staff go on",
		async ([, frame], { expect }) => {
			const screen = await open(display(branch.branchId), "display");
			const before = await rows();
			for (let sent = 0; sent < FLOOD; sent++) screen.say(frame);
			await screen.until("the close", () => false);
			expect(screen.closed).toEqual(TOO_FAST);
			expect(screen.views + screen.problems.length).toBeLessThanOrEqual(25);
			expect(await rows()).toBe(before);
			await staffGoOn();
		},
	);

	it("[LIVE-11] of views from one teller's page is closed, and another's page is not", async ({ expect }) => {
		const bad = await open(staff(branch.branchId, "closed-teller", "chen-jing"), "staff");
		const good = await open(staff(branch.branchId, "lobby-manager", "li-na"), "staff");
		for (let sent = 0; sent < FLOOD; sent++) bad.say({ type: "view" });
		await bad.until("the close", () => false);
		expect(bad.closed).toEqual(TOO_FAST);
		await good.fresh();
		expect(good.closed).toBeNull();
		good.close();
	});

	it("[CMD-1] of a kiosk's refused commands leaves no row; a counter's refusal is a commit as before", async ({
		expect,
	}) => {
		const before = await rows();
		for (let sent = 0; sent < 5; sent++) {
			const answer = await branch.send(kiosk(branch.branchId), { type: "issue-ticket", services: ["no-such-service"] });
			expect(answer).toMatchObject({ status: "refused", code: "unknown-service" });
		}
		expect(await rows()).toBe(before);
		const manager = staff(branch.branchId, "lobby-manager");
		await branch.send(manager, { type: "issue-ticket", services: ["no-such-service"] });
		expect(await rows()).toBe(before + 1);
	});
});
