import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, it, vi } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import { FRAME_MAX_BYTES, LIVE_TICKET_MAX_MS, SOCKETS_PER_SESSION_MAX } from "../../../schema/limits.ts";
import { token } from "../../api/callers.ts";
import { aBranch, evict, kiosk, staff, type TestBranch } from "../a-branch.ts";
import { fetchDoor, liveTicket, ORIGIN } from "../door.ts";
import { LiveClient } from "../live-client.ts";

const FOREIGN = "https://evil.example";

/** What an attacker sends; whatever is left out is as it should be. */
type Attempt = {
	readonly branchId?: string;
	readonly audience?: string;
	readonly protocol?: string;
	readonly ticket?: string | null;
	readonly origin?: string | null;
	readonly headers?: Record<string, string>;
	readonly query?: string;
	readonly offered?: string;
};

describe("a hostile handshake", () => {
	let branch: TestBranch;
	let other: TestBranch;
	let credential = "";
	beforeAll(async () => {
		[branch, other] = [await aBranch(), await aBranch()];
		credential = `token.${await token(staff(branch.branchId, "lobby-manager", "li-na") as HolderActor, 86_400_000)}`;
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	async function ticketOf(
		audience = "staff",
		origin: string | null = ORIGIN,
		at = branch,
		who = credential,
	): Promise<string> {
		const given = await liveTicket(at.branchId, audience, who, origin === null ? {} : { Origin: origin });
		if ("code" in given) throw new Error(given.code);
		return given.ticket;
	}

	/** How the door or the branch answers: `open`, a problem's code, or the close's code and reason. */
	async function knock(attempt: Attempt): Promise<string> {
		const { branchId = branch.branchId, audience = "staff", protocol = "2", origin = ORIGIN, query = "" } = attempt;
		const ticket = attempt.ticket === undefined ? await ticketOf() : attempt.ticket;
		const offered = attempt.offered ?? (ticket === null ? "tingtang" : `tingtang, ticket.${ticket}`);
		const from: Record<string, string> = origin === null ? {} : { Origin: origin };
		const response = await fetchDoor(`/branches/${branchId}/live?protocol=${protocol}&audience=${audience}${query}`, {
			headers: { Upgrade: "websocket", "Sec-WebSocket-Protocol": offered, ...from, ...attempt.headers },
		});
		if (response.webSocket === null) return (await response.json<{ code: string }>()).code;
		const client = await LiveClient.over(response, 2);
		if (client.closed === null) {
			client.close();
			return "open";
		}
		return `${client.closed.code} ${client.closed.reason}`;
	}

	const USED = "4001 ask for another ticket";
	const FOREIGN_ORIGIN = "4099 foreign-origin";

	it("[ACC-11] is told apart from an honest one", async ({ expect }) => {
		expect(await knock({})).toBe("open");
		expect(await knock({ ticket: await ticketOf("staff", null), origin: null })).toBe("open");
	});

	const WRONG_ORIGINS: Record<string, string | null> = {
		"of another site": FOREIGN,
		"that is missing": null,
		"that is null": "null",
		"with our name before its own": "http://tingtang.test.evil.example",
		"with our name behind its own": "http://evil-tingtang.test",
		"with our name as a user": "http://tingtang.test@evil.example",
		"of another scheme": "https://tingtang.test",
		"of another port": "http://tingtang.test:8080",
		"in capitals": "HTTP://TINGTANG.TEST",
		"with a path": "http://tingtang.test/",
		"that looks alike": "http://tingtаng.test".normalize("NFKD").replace("а", "%D0%B0"),
		"that is two": `${ORIGIN}, ${FOREIGN}`,
	};
	it.for(Object.entries(WRONG_ORIGINS))("[ACC-11] with an origin %s is refused", async ([, origin], { expect }) => {
		// A page cannot read why an upgrade failed, so it is closed with the reason; the ticket it has seen is used up.
		const ticket = await ticketOf();
		expect(await knock({ ticket, origin })).toBe(FOREIGN_ORIGIN);
		expect(await knock({ ticket })).toBe(USED);
	});

	it("[ACC-11] with a ticket that a program asked for does not serve a page, of our own site either", async ({
		expect,
	}) => {
		expect(await knock({ ticket: await ticketOf("staff", null) })).toBe(FOREIGN_ORIGIN);
	});

	const WRONG_TICKETS: Record<string, string | null> = {
		"that is missing": null,
		"that is empty": "",
		"never given": "A".repeat(22),
		"too long": "A".repeat(4_000),
		"of other letters": "../../../../etc/passwd",
	};
	it.for(Object.entries(WRONG_TICKETS))("[ACC-11] with a ticket %s is refused", async ([, ticket], { expect }) => {
		expect(await knock({ ticket })).toBe(USED);
	});

	it("[ACC-11] with a ticket used before is refused, whether that use was let in or not", async ({ expect }) => {
		const replayed = await ticketOf();
		expect(await knock({ ticket: replayed })).toBe("open");
		expect(await knock({ ticket: replayed })).toBe(USED);
		const wasted = await ticketOf();
		expect(await knock({ ticket: wasted, audience: "display" })).toBe("4099 not-permitted");
		expect(await knock({ ticket: wasted })).toBe(USED);
	});

	it("[ACC-11] with one ticket on many sockets at once opens one", async ({ expect }) => {
		const ticket = await ticketOf();
		const answers = await Promise.all(Array.from({ length: 8 }, () => knock({ ticket })));
		expect(answers.filter((answer) => answer === "open")).toHaveLength(1);
	});

	it("[ACC-11] with a ticket older than 30 s, or from before an eviction, is refused", async ({ expect }) => {
		vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
		const late = await ticketOf();
		vi.setSystemTime(Date.now() + LIVE_TICKET_MAX_MS);
		expect(await knock({ ticket: late })).toBe(USED);
		const lost = await ticketOf();
		await evict(branch.branchId);
		expect(await knock({ ticket: lost })).toBe(USED);
	});

	it("[ACC-11] with a ticket of another branch, audience or customer is refused", async ({ expect }) => {
		const manager = `token.${await token(staff(other.branchId, "lobby-manager", "li-na") as HolderActor)}`;
		expect(await knock({ ticket: await ticketOf("staff", ORIGIN, other, manager) })).toBe(USED);
		for (const audience of ["display", "status", "ticket"]) {
			expect(await knock({ ticket: await ticketOf("staff"), audience })).toBe("4099 not-permitted");
		}
		const { link = "" } = await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		const customer = await ticketOf("ticket", ORIGIN, branch, `link.${link}`);
		expect(await knock({ ticket: customer, audience: "staff" })).toBe("4099 not-permitted");
	});

	it("[ACC-11] with a ticket whose session has ended meanwhile is refused", async ({ expect }) => {
		const doomed = await token(staff(branch.branchId, "lobby-manager", "li-na") as HolderActor);
		const ticket = await ticketOf("staff", ORIGIN, branch, `token.${doomed}`);
		await env.HOLDER.getByName(`staff:${doomed.split(".")[1]}`).end();
		expect(await knock({ ticket })).toBe(USED);
	});

	const FORGED: Record<string, Attempt> = {
		"the caller's header of old": {
			headers: { "x-tingtang-caller": JSON.stringify({ kind: "token", actor: staff("sh-x", "branch-head", "me") }) },
		},
		"a session's header": { headers: { "x-tingtang-session": "s.admin.AAAAAAAAAAAAAAAAAAAAAA" } },
		"a token instead of a ticket": { offered: "tingtang, token.s.admin.AAAAAAAAAAAAAAAAAAAAAA" },
		"a link instead of a ticket": { offered: `tingtang, link.${"A".repeat(22)}` },
		"a ticket in the address": { query: `&ticket=${"A".repeat(22)}` },
		"another subprotocol first": { offered: `graphql-ws, ticket.${"A".repeat(22)}` },
	};
	it.for(Object.entries(FORGED))("[ACC-11] with %s means nothing", async ([, attempt], { expect }) => {
		expect(await knock({ ticket: null, ...attempt })).toBe(USED);
	});

	it.for([
		["protocol", { protocol: "99" }, "4099 client-too-old"],
		["protocol", { protocol: "two" }, "4099 invalid-input"],
		["audience", { audience: "everybody" }, "4099 invalid-input"],
		["branch", { branchId: "NOT-A-BRANCH!" }, "4099 invalid-input"],
	] as [string, Attempt, string][])(
		"[ACC-11] with an impossible %s is refused",
		async ([, attempt, answer], { expect }) => {
			expect(await knock(attempt)).toBe(answer);
		},
	);

	it("[ACC-11] [LIVE-8] that opens and then sends frames too large changes nothing", async ({ expect }) => {
		const client = await LiveClient.open({ branchId: branch.branchId, audience: "staff", credential });
		for (const size of [FRAME_MAX_BYTES + 1, 100_000, 1_000_000]) {
			client.say("x".repeat(size));
			await client.until("the problem", () => client.problems.at(-1)?.code === "frame-too-large");
		}
		expect(client.closed).toBeNull();
		client.close();
	});

	it("[ACC-12] opens no more connections than one session may hold: the longest unheard yields", async ({ expect }) => {
		const greedy = `token.${await token(staff(branch.branchId, "lobby-manager", "li-na") as HolderActor)}`;
		const open = () => LiveClient.open({ branchId: branch.branchId, audience: "staff", credential: greedy });
		const clients = await Promise.all(Array.from({ length: SOCKETS_PER_SESSION_MAX }, open));
		expect(clients.every((client) => client.closed === null)).toBe(true);
		const [silent, ...heard] = clients;
		await scheduler.wait(5);
		for (const client of heard) await client.fresh();
		await scheduler.wait(5);
		const eleventh = await open();
		expect(eleventh.closed).toBeNull();
		await silent?.until("the close", () => false);
		expect(silent?.closed).toEqual({ code: 4099, reason: "too-many-sockets" });
		expect(heard.every((client) => client.closed === null)).toBe(true);
		for (const client of [...heard, eleventh]) client.close();
	});

	it("[ACC-12] a ticket page yields to another of the same ticket, and to nobody else's", async ({ expect }) => {
		const { link = "" } = await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		const neighbour = await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		const open = (of = link) =>
			LiveClient.open({ branchId: branch.branchId, audience: "ticket", credential: `link.${of}` });
		const other = await open(neighbour.link);
		const pages: LiveClient[] = [];
		for (let index = 0; index < SOCKETS_PER_SESSION_MAX + 2; index++) {
			pages.push(await open());
			await scheduler.wait(3);
		}
		await pages[1]?.until("the close", () => false);
		const closed = pages.flatMap((page, index) => (page.closed === null ? [] : [index]));
		expect(closed).toEqual([0, 1]);
		expect(other.closed).toBeNull();
		for (const page of [...pages, other]) page.close();
	});
});
