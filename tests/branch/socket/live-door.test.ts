import { runInDurableObject } from "cloudflare:test";
import { describe, it, vi } from "vitest";
import { CLOSE_FINAL, PING } from "../../../rules/live-protocol.ts";
import type { Actor, HolderActor } from "../../../schema/actor.ts";
import type { Audience } from "../../../schema/hall/view.ts";
import { FRAME_MAX_BYTES, SOCKETS_PER_BRANCH_MAX } from "../../../schema/limits.ts";
import { CommitLog } from "../../../worker/branch/log/commit-log.ts";
import { token } from "../../api/callers.ts";
import { aBranch, kiosk, newBranchId, staff } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { LiveClient } from "../live-client.ts";
import { dumpOf } from "../storage.ts";

const display = (branchId: string): Actor =>
	({ ...kiosk(branchId), purpose: "display", deviceId: "demo-display" }) as Actor;

async function open(branchId: string, actor: Actor, audience: Audience, protocol = 3): Promise<LiveClient> {
	return LiveClient.open({ branchId, audience, protocol, credential: `token.${await tokenOf(actor)}` });
}

const finally_ = (reason: string) => ({ code: CLOSE_FINAL, reason });

describe("the live door", () => {
	it("[LIVE-4] speaks protocols 2 and 3, and tells any other client that it is too old", async ({ expect }) => {
		const { branchId } = await aBranch();
		const manager = staff(branchId, "lobby-manager");
		for (const protocol of [2, 3]) {
			const client = await open(branchId, manager, "staff", protocol);
			expect([client.closed, client.views]).toEqual([null, 1]);
			client.close();
		}
		for (const protocol of [0, 1, 4, -1]) {
			expect((await open(branchId, manager, "staff", protocol)).closed).toEqual(finally_("client-too-old"));
		}
	});

	it("[LIVE-5] closes with 4099 and a reason of the closed list whoever cannot be let in", async ({ expect }) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const other = await aBranch();
		const nobody = await LiveClient.open({ branchId, audience: "display", credential: null });
		expect(nobody.closed).toEqual(finally_("not-signed-in"));
		const forged = await LiveClient.open({ branchId, audience: "display", credential: "token.abc.def.ghi" });
		expect(forged.closed).toEqual(finally_("not-signed-in"));
		const over = await token(display(branchId) as HolderActor, -1);
		const late = await LiveClient.open({ branchId, audience: "display", credential: `token.${over}` });
		expect(late.closed).toEqual(finally_("session-expired"));
		const stranger = await open(branchId, staff(other.branchId, "lobby-manager"), "staff");
		expect(stranger.closed).toEqual(finally_("wrong-place"));
		const made = await LiveClient.open({ branchId, audience: "ticket", credential: `link.${"A".repeat(22)}` });
		expect(made.closed).toEqual(finally_("unknown-ticket"));
		const unknown = newBranchId();
		expect((await open(unknown, staff(unknown, "lobby-manager"), "staff")).closed).toEqual(
			finally_("branch-not-configured"),
		);
		// No audience of that name.
		const lost = await LiveClient.open({
			branchId,
			audience: "everybody" as Audience,
			credential: `token.${await tokenOf(display(branchId))}`,
		});
		expect(lost.closed).toEqual(finally_("invalid-input"));
	});

	it("[LIVE-5] shows each audience only to those who may see it", async ({ expect }) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const { link = "" } = await branch.done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		const denied: readonly (readonly [Actor, Audience])[] = [
			[display(branchId), "staff"],
			[display(branchId), "status"],
			[kiosk(branchId), "staff"],
			[kiosk(branchId), "ticket"],
			[staff(branchId, "lobby-manager"), "ticket"],
			[staff(branchId, "auditor"), "staff"],
			[staff(branchId, "head-office-operator"), "display"],
		];
		for (const [actor, audience] of denied) {
			expect((await open(branchId, actor, audience)).closed, `${audience}`).toEqual(finally_("not-permitted"));
		}
		for (const audience of ["display", "staff", "status"] as const) {
			const page = await LiveClient.open({ branchId, audience, credential: `link.${link}` });
			expect(page.closed).toEqual(finally_("not-permitted"));
		}
	});

	/** A full branch without five thousand sockets: the one given stands for all of them. */
	async function fullOf(branch: Awaited<ReturnType<typeof aBranch>>): Promise<void> {
		await runInDurableObject(branch.stub(), (_, context) => {
			const open = context.getWebSockets.bind(context);
			const value = (tag?: string) => {
				const [only] = open();
				return tag === undefined && only !== undefined ? Array(SOCKETS_PER_BRANCH_MAX).fill(only) : open(tag);
			};
			Object.defineProperty(context, "getWebSockets", { configurable: true, value });
		});
	}

	it("[ACC-12] a phone finds no room in a branch full of living screens, and they keep theirs", async ({ expect }) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const { link = "" } = await branch.done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
		const screen = await open(branchId, display(branchId), "display");
		await fullOf(branch);
		const page = await LiveClient.open({ branchId, audience: "ticket", credential: `link.${link}` });
		expect(page.closed).toEqual(finally_("too-many-sockets"));
		expect(screen.closed).toBeNull();
		screen.close();
	});

	it("[ACC-12] staff find room in a full branch: the longest unheard yields", async ({ expect }) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const screen = await open(branchId, display(branchId), "display");
		await fullOf(branch);
		const phone = await open(branchId, staff(branchId, "lobby-manager"), "staff");
		expect(phone.closed).toBeNull();
		await screen.until("the close", () => false);
		expect(screen.closed).toEqual(finally_("too-many-sockets"));
		phone.close();
	});

	it("[LIVE-5] closes a connection whose session expires, at its next word", async ({ expect }) => {
		const branch = await aBranch();
		const manager = staff(branch.branchId, "lobby-manager") as HolderActor;
		const credential = `token.${await token(manager, 400)}`;
		const client = await LiveClient.open({ branchId: branch.branchId, audience: "staff", credential });
		expect(client.closed).toBeNull();
		await scheduler.wait(420);
		await branch.evict();
		client.say({ type: "command", commandId: "too-late-1", command: { type: "close-day" } });
		await client.until("the close", () => false);
		expect(client.closed).toEqual(finally_("session-expired"));
		expect((await dumpOf(branch.branchId)).commits_before).toHaveLength(1);
	});
});

describe("a frame", () => {
	const command = (more: object) => ({ type: "command", commandId: "forbidden-1", ...more });
	const FRAMES: Record<string, readonly [string | ArrayBuffer | object, string]> = {
		"that is empty": ["", "malformed-frame"],
		"cut off": ['{"type":"view"', "malformed-frame"],
		"that is a list": ["[]", "malformed-frame"],
		"that is nothing": ["null", "malformed-frame"],
		"of a type nobody knows": [{ type: "hello" }, "malformed-frame"],
		"with a field nobody knows": [{ type: "view", please: true }, "malformed-frame"],
		"that is binary": [new TextEncoder().encode('{"type":"view"}').buffer, "malformed-frame"],
		"with a command without its id": [{ type: "command", command: { type: "close-day" } }, "malformed-frame"],
		"with a command that is none": [command({ command: { type: "open-safe" } }), "malformed-frame"],
		"with an issue that names its own link": [
			command({ command: { type: "issue-ticket", services: ["cash"], link: "x".repeat(22) } }),
			"malformed-frame",
		],
		"one byte too large": ["x".repeat(FRAME_MAX_BYTES + 1), "frame-too-large"],
		"too large only in bytes": ["厅".repeat(FRAME_MAX_BYTES / 3 + 1), "frame-too-large"],
		"of a megabyte": ["x".repeat(1_000_000), "frame-too-large"],
		"that asks for a position it may not see": [{ type: "position", ticketId: "20261123-A001" }, "not-permitted"],
	};

	it("[LIVE-8] malformed, oversized or forbidden is answered with a problem, and changes nothing", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const client = await open(branchId, display(branchId), "display");
		const before = await dumpOf(branchId);
		for (const [what, [frame, code]] of Object.entries(FRAMES)) {
			const heard = client.problems.length;
			client.say(frame);
			await client.until(`the problem of a frame ${what}`, () => client.problems.length > heard);
			const problem = client.problems.at(-1);
			expect(problem, what).toMatchObject({ code, status: expect.any(Number) });
			expect(problem?.title.length, what).toBeGreaterThan(4);
			expect(problem?.titleEn.length, what).toBeGreaterThan(8);
		}
		expect(client.closed).toBeNull();
		expect((await client.fresh()).seq).toBe(1);
		const after = await dumpOf(branchId);
		expect({ ...after, memo: [] }).toEqual({ ...before, memo: [] });
		client.close();
	});

	it("[LIVE-8] with a command its sender may not give is answered with the refusal and its problem", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const client = await open(branch.branchId, kiosk(branch.branchId), "display");
		for (const type of ["close-day", "tick"] as const) {
			const commandId = `forbidden-${type}`;
			const answer = await client.command({ commandId, command: { type } });
			expect(answer).toEqual({ status: "refused", code: "not-permitted" });
			expect(client.answers.get(commandId)?.[0]?.problem).toMatchObject({ code: "not-permitted", status: 403 });
		}
		expect((await dumpOf(branch.branchId)).commits_before).toHaveLength(1);
		client.close();
	});

	it("[LIVE-8] of exactly the largest size is understood", async ({ expect }) => {
		const branch = await aBranch();
		const client = await open(branch.branchId, kiosk(branch.branchId), "display");
		const frame = JSON.stringify({ type: "view" });
		client.say(frame + " ".repeat(FRAME_MAX_BYTES - frame.length));
		await client.until("the view", () => client.views === 2);
		expect(client.problems).toEqual([]);
		client.close();
	});
});

describe("a ping", () => {
	it("[LIVE-7] is answered without waking the branch", async ({ expect }) => {
		const branch = await aBranch();
		const client = await open(branch.branchId, display(branch.branchId), "display");
		await branch.evict();
		const wakes = vi.spyOn(CommitLog.prototype, "load");
		for (let sent = 1; sent <= 3; sent++) {
			client.say(PING);
			await client.until("the pong", () => client.pongs === sent);
		}
		expect(wakes).not.toHaveBeenCalled();
		await client.fresh();
		expect(wakes).toHaveBeenCalledTimes(1);
		wakes.mockRestore();
		client.close();
	});
});
