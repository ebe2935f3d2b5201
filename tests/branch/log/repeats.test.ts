import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { Answer } from "../../../schema/hall/event.ts";
import { RECENT_BLOCK_IDS, RECENT_COMMANDS_MIN, RECENT_COMMANDS_MS } from "../../../schema/limits.ts";
import {
	aBranch,
	doneOf,
	HEAD_OFFICE,
	kiosk,
	MINUTE_MS,
	MONDAY_10,
	newBranchId,
	newCommandId,
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { postCommand, tokenOf } from "../door.ts";
import { LiveClient } from "../live-client.ts";
import { dumpOf } from "../storage.ts";

type Request = { commandId: string; command: Parameters<TestBranch["send"]>[1] };

/** The three ways in, as one sender uses them. */
async function waysOf(branch: TestBranch, actor: Parameters<TestBranch["send"]>[0]) {
	const token = await tokenOf(actor);
	const audience = actor.kind === "staff" ? "staff" : "display";
	const connect = () => LiveClient.open({ branchId: branch.branchId, audience, credential: `token.${token}` });
	return {
		call: (request: Request): Promise<Answer> => branch.send(actor, request.command, request.commandId),
		http: (request: Request): Promise<Answer> => postCommand(branch.branchId, `Bearer ${token}`, request),
		socket: async (request: Request): Promise<Answer> => {
			const client = await connect();
			const answer = await client.command(request);
			client.close();
			return answer;
		},
	};
}

describe("a repeated command", () => {
	for (const first of ["call", "http", "socket"] as const) {
		it(`[CMD-1] sent by ${first} gets its first answer again on every way and changes nothing`, async ({ expect }) => {
			const branch = await aBranch();
			const ways = await waysOf(branch, kiosk(branch.branchId));
			const request: Request = {
				commandId: newCommandId(),
				command: { type: "issue-ticket", services: ["cash"] },
			};
			const answer = await ways[first](request);
			expect(answer).toMatchObject({ status: "done", number: "A001" });
			const before = (await dumpOf(branch.branchId)).commits_20261123;
			for (const way of ["call", "http", "socket"] as const) {
				expect(await ways[way](request)).toEqual(answer);
				await branch.evict();
				expect(await ways[way](request)).toEqual(answer);
			}
			expect((await dumpOf(branch.branchId)).commits_20261123).toEqual(before);
			const status = await branch.stub().status();
			expect(status.ok && status.value.status.tally.issued).toBe(1);
		});
	}

	it("[CMD-1] that was refused is refused alike, even when it would succeed now", async ({ expect }) => {
		const branch = await aBranch();
		const teller = staff(branch.branchId, "closed-teller", "liu-yang");
		const ways = await waysOf(branch, teller);
		await branch.done(teller, { type: "open-counter", counterId: "1" });
		const request: Request = { commandId: newCommandId(), command: { type: "call-next", counterId: "1" } };
		const refusal = await ways.http(request);
		expect(refusal).toEqual({ status: "refused", code: "nobody-waiting" });
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		for (const way of ["call", "http", "socket"] as const) {
			expect(await ways[way](request)).toEqual(refusal);
			await branch.evict();
			expect(await ways[way](request)).toEqual(refusal);
		}
		const detailed: Request = {
			commandId: newCommandId(),
			command: { type: "start-service", ticketId: "20261123-A099" },
		};
		const unknown = await ways.socket(detailed);
		expect(unknown).toEqual({ status: "refused", code: "unknown-ticket", detail: "20261123-A099" });
		expect(await ways.http(detailed)).toEqual(unknown);
		expect(doneOf(await ways.call({ ...request, commandId: newCommandId() })).number).toBe("A001");
	});

	it("[CMD-1] that a kiosk or customer was refused is decided anew, and no refusal of theirs is a row", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const ways = await waysOf(branch, kiosk(branchId));
		const { ticketId = "", link = "" } = await branch.done(kiosk(branchId), {
			type: "issue-ticket",
			services: ["cash"],
		});
		const request: Request = { commandId: newCommandId(), command: { type: "issue-ticket", services: ["large-cash"] } };
		const refusal = { status: "refused", code: "service-not-on-kiosk", detail: "large-cash" };
		const cancel = (): Request & { expect: { ticketStatus: "held" } } => ({
			commandId: newCommandId(),
			command: { type: "cancel-ticket", ticketId },
			expect: { ticketStatus: "held" },
		});
		const before = await dumpOf(branchId);
		for (const way of ["call", "http", "socket"] as const) expect(await ways[way](request)).toEqual(refusal);
		const page = await LiveClient.open({ branchId, audience: "ticket", credential: `link.${link}` });
		for (let each = 0; each < 50; each++) {
			expect(await page.command(cancel())).toMatchObject({ status: "refused", code: "changed-meanwhile" });
		}
		expect(await postCommand(branchId, `Link ${link}`, cancel())).toMatchObject({ code: "changed-meanwhile" });
		page.close();
		const after = await dumpOf(branchId);
		expect({ ...after, memo: [] }).toEqual({ ...before, memo: [] });
		const configuration = await branch.stub().configuration();
		if (configuration === null) throw new Error("not configured");
		const services = configuration.services.map((service) => ({ ...service, onKiosk: true }));
		await branch.done(HEAD_OFFICE, { type: "configure", configuration: { ...configuration, services } });
		expect(doneOf(await ways.socket(request)).number).toBe("A002");
	});

	it("[CMD-1] that may not be asked at all is refused alike and leaves no trace", async ({ expect }) => {
		const branch = await aBranch();
		const before = await dumpOf(branch.branchId);
		const guard = await waysOf(branch, staff(branch.branchId, "guard", "guo-qiang"));
		const request: Request = { commandId: newCommandId(), command: { type: "call-next", counterId: "1" } };
		for (const way of ["call", "http", "socket"] as const) {
			expect(await guard[way](request)).toEqual({ status: "refused", code: "not-permitted" });
			await branch.evict();
		}
		expect((await dumpOf(branch.branchId)).commits_before).toEqual(before.commits_before);
	});

	it("[CMD-1] sent ten times at once on all ways is done once", async ({ expect }) => {
		const branch = await aBranch();
		const ways = await waysOf(branch, kiosk(branch.branchId));
		const request: Request = {
			commandId: newCommandId(),
			command: { type: "issue-ticket", services: ["cash"] },
		};
		const list = [ways.http, ways.call, ways.socket];
		const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => list[index % 3]?.(request)));
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		const status = await branch.stub().status();
		expect(status.ok && status.value.status.tally.issued).toBe(1);
	});

	it("[CMD-1] of a customer's link is answered alike over both transports", async ({ expect }) => {
		const branch = await aBranch();
		const { ticketId = "", link = "" } = await branch.done(kiosk(branch.branchId), {
			type: "issue-ticket",
			services: ["cash"],
		});
		const request: Request = { commandId: newCommandId(), command: { type: "cancel-ticket", ticketId } };
		const answer = await postCommand(branch.branchId, `Link ${link}`, request);
		expect(answer).toMatchObject({ status: "done", ticketId });
		const client = await LiveClient.open({ branchId: branch.branchId, audience: "ticket", credential: `link.${link}` });
		expect(await client.command(request)).toEqual(answer);
		await branch.evict();
		expect(await client.command(request)).toEqual(answer);
		expect(await postCommand(branch.branchId, `Link ${link}`, request)).toEqual(answer);
		client.close();
	});
});

describe("a command id used again", () => {
	const reused = { status: "refused", code: "command-id-reused" };

	it("[CMD-2] for something else is refused, on every way and after eviction, and changes nothing", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const ways = await waysOf(branch, kiosk(branch.branchId));
		const commandId = newCommandId();
		const first = await ways.http({ commandId, command: { type: "issue-ticket", services: ["cash"] } });
		const before = (await dumpOf(branch.branchId)).commits_20261123;
		for (const way of ["call", "http", "socket"] as const) {
			expect(await ways[way]({ commandId, command: { type: "issue-ticket", services: ["transfer"] } })).toEqual(reused);
			await branch.evict();
		}
		expect((await dumpOf(branch.branchId)).commits_20261123).toEqual(before);
		expect(await ways.call({ commandId, command: { type: "issue-ticket", services: ["cash"] } })).toEqual(first);
	});

	it("[CMD-2] with another expectation is refused", async ({ expect }) => {
		const branch = await aBranch();
		const teller = staff(branch.branchId, "closed-teller", "liu-yang");
		const commandId = newCommandId();
		await branch.send(teller, { type: "open-counter", counterId: "1" }, commandId);
		const again = await branch.send(teller, { type: "open-counter", counterId: "1" }, commandId, {
			counterTicket: null,
		});
		expect(again).toEqual(reused);
	});

	it("[CMD-2] by somebody else is refused, and tells that person nothing of the first answer", async ({ expect }) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const commandId = newCommandId();
		const command = { type: "issue-ticket", services: ["cash"] } as const;
		await branch.send(
			staff(branchId, "lobby-manager", "li-na"),
			{ ...command, services: [...command.services] },
			commandId,
		);
		for (const other of [staff(branchId, "stand-in", "lin-tao"), kiosk(branchId)]) {
			const ways = await waysOf(branch, other);
			for (const way of ["call", "http", "socket"] as const) {
				expect(await ways[way]({ commandId, command: { type: "issue-ticket", services: ["cash"] } })).toEqual(reused);
			}
		}
		const status = await branch.stub().status();
		expect(status.ok && status.value.status.tally.issued).toBe(1);
	});
});

describe("the memory of recent ids", () => {
	it("[CMD-5] what was done is done once, however much was refused or done meanwhile, on every way and after eviction", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const teller = staff(branch.branchId, "closed-teller", "liu-yang");
		const actor = kiosk(branch.branchId);
		const ways = await waysOf(branch, actor);
		const request: Request = { commandId: newCommandId(), command: { type: "issue-ticket", services: ["cash"] } };
		const first = await ways.http(request);
		expect(first).toMatchObject({ number: "A001" });
		await branch.done(teller, { type: "open-counter", counterId: "1" });
		await branch.done(teller, { type: "pause-counter", counterId: "1", reason: "lunch" });
		for (let each = 0; each < RECENT_COMMANDS_MIN + 88; each++) {
			expect(await branch.send(teller, { type: "call-next", counterId: "1" })).toMatchObject({
				code: "counter-not-open",
			});
		}
		for (let each = 0; each < RECENT_COMMANDS_MIN; each++) {
			await branch.send(actor, { type: "issue-ticket", services: ["transfer"] });
		}
		for (const way of ["call", "http", "socket"] as const) {
			expect(await ways[way](request)).toEqual(first);
			await branch.evict();
		}
		const stored = await dumpOf(branch.branchId);
		const rows = Object.entries(stored).filter(([name]) => !name.startsWith("commits_"));
		expect(Object.fromEntries(rows.map(([name, of]) => [name, of.length]))).toEqual({
			cases: 0,
			day: 2,
			delivered: 0,
			memo: 4,
			migration: 6,
			section: 0,
			snapshot: 1,
		});
		// One row for each command but the repeats.
		expect(stored.commits_20261123).toHaveLength(1 + 2 + (RECENT_COMMANDS_MIN + 88) + RECENT_COMMANDS_MIN);
	});

	it("[CMD-5] a quarter of an hour later, and after enough else was done, an id is forgotten", async ({ expect }) => {
		const branch = await aBranch();
		const actor = kiosk(branch.branchId);
		const request: Request = { commandId: newCommandId(), command: { type: "issue-ticket", services: ["cash"] } };
		const issue = () => branch.send(actor, request.command, request.commandId);
		const others = async (count: number) => {
			for (let each = 0; each < count; each++) {
				await branch.send(actor, { type: "issue-ticket", services: ["transfer"] });
			}
		};
		await issue();
		await others(RECENT_BLOCK_IDS);
		await branch.setTime(MONDAY_10 + RECENT_COMMANDS_MS + 2 * MINUTE_MS);
		await others(RECENT_COMMANDS_MIN);
		expect(await issue()).toMatchObject({ status: "done", number: "A002" });
	});

	it("[CMD-1] lasts over the night", async ({ expect }) => {
		const branch = await aBranch();
		const commandId = newCommandId();
		const actor = kiosk(branch.branchId);
		const first = await branch.send(actor, { type: "issue-ticket", services: ["cash"] }, commandId);
		await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
		await branch.setTime(Date.UTC(2026, 10, 24, 2, 0, 0));
		await branch.done(actor, { type: "issue-ticket", services: ["cash"] });
		await branch.evict();
		expect(await branch.send(actor, { type: "issue-ticket", services: ["cash"] }, commandId)).toEqual(first);
	});

	it("[CMD-1] [LOG-2] is remembered over the first opening of a branch's life, also after eviction", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const manager = staff(branch.branchId, "lobby-manager", "li-na");
		const commandId = newCommandId();
		const refused = { status: "refused", code: "day-not-open" };
		expect(await branch.send(manager, { type: "close-day" }, commandId)).toMatchObject(refused);
		await branch.send(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await branch.evict();
		expect(await branch.send(manager, { type: "close-day" }, commandId)).toMatchObject(refused);
	});

	it("[CMD-1] a branch nobody configured refuses alike and keeps nothing", async ({ expect }) => {
		const branchId = newBranchId();
		const request = { commandId: newCommandId(), command: { type: "close-day" } } as const;
		const stub = () => env.BRANCH.getByName(branchId);
		const manager = staff(branchId, "lobby-manager");
		const refusal = { status: "refused", code: "branch-not-configured" };
		expect(await stub().execute(request, manager)).toEqual(refusal);
		expect(await stub().execute(request, manager)).toEqual(refusal);
		expect(await stub().execute(request, HEAD_OFFICE)).toEqual({ status: "refused", code: "not-permitted" });
		expect(await dumpOf(branchId)).toEqual({});
	});
});
