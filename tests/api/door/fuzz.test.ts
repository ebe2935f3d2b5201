import { evictDurableObject } from "cloudflare:test";
import { beforeAll, describe, it } from "vitest";
import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import { Problem } from "../../../schema/problem.ts";
import { type SeededRandom, seededRandom } from "../../../simulation/seeded-random.ts";
import { aBranch, staff } from "../../branch/a-branch.ts";
import { liveTicket } from "../../branch/door.ts";
import { count } from "../../counts.ts";
import { AUDITOR, call, deviceAt, OPERATOR, staffAt, token } from "../callers.ts";
import { below, mutated, someCommand, someText, valuesOf } from "./fuzz-input.ts";

const SEED = 20_261_123;
const REQUESTS = count(3_500, 35_000);
const FRAMES = count(1_500, 15_000);
/** So often sessions are made anew and a closed day is opened again. */
const RENEW_EVERY_REQUESTS = 150;
const TIMEOUT_MS = count(180_000, 3_600_000);
/** Setting the clock or the epoch would end the fuzz for everybody; both have tests of their own. */
const SAFE_ENDPOINTS = Object.entries<Endpoint>(ENDPOINTS)
	.filter(([name]) => name !== "setClock" && name !== "renewEpoch")
	.map(([, endpoint]) => ({ endpoint, bodies: valuesOf(endpoint.body, SEED).map((body) => JSON.stringify(body)) }));
/** How long the branch may take to answer all that was sent on one socket. */
const ANSWER_MAX_MS = 20_000;

describe("whatever is thrown at the door", () => {
	let branch: Awaited<ReturnType<typeof aBranch>>;
	let tokens: string[] = [];

	beforeAll(async () => {
		branch = await aBranch();
		const { branchId } = branch;
		for (const [id, counterId] of [
			["liu-yang", "1"],
			["wang-fang", "5"],
		] as const) {
			await branch.send(staff(branchId, "open-teller", id), { type: "open-counter", counterId });
		}
	});

	async function renewTokens(): Promise<void> {
		const { branchId } = branch;
		tokens = await Promise.all([
			token(staffAt("lobby-manager", branchId, "li-na")),
			token(staffAt("closed-teller", branchId, "liu-yang")),
			token(staffAt("open-teller", branchId, "wang-fang")),
			token(staffAt("branch-head", "bj-elsewhere")),
			token(deviceAt("kiosk", branchId)),
			token(deviceAt("display", branchId)),
			token(OPERATOR),
			token(AUDITOR),
			token(staffAt("branch-head", branchId, "zhang-wei")),
			token(staffAt("relationship-manager", branchId, "xu-na")),
		]);
	}

	/** Some requests end sessions, and one or the other closes the day: without both there would be little left to try. */
	async function goOn(): Promise<void> {
		const head = staff(branch.branchId, "branch-head", "zhang-wei");
		await branch.send(head, { type: "reopen-day", reason: "closed by chance" });
		await renewTokens();
	}

	async function request(random: SeededRandom, issued: { count: number }): Promise<{ status: number; text: string }> {
		const { endpoint, bodies } = random.pick(SAFE_ENDPOINTS);
		const commands = random.chance(0.3);
		const path = commands ? `/branches/${branch.branchId}/commands` : pathOf(endpoint, branch.branchId, random);
		const odd = random.chance(0.1) ? random.pick(["GET", "POST", "PUT", "DELETE"]) : endpoint.method;
		const method = commands ? "POST" : odd;
		const fitting = bodies.length > 0 && !commands;
		const text = fitting ? random.pick(bodies) : JSON.stringify({ command: someCommand(random) });
		const body = random.chance(0.6) ? text : mutated(text, random);
		const headers = new Headers({
			"Idempotency-Key": random.chance(0.9) ? crypto.randomUUID() : asciiOf(someText(random)),
			"If-Match": random.chance(0.9) ? String(below(random, 3)) : asciiOf(someText(random)),
		});
		if (random.chance(0.9)) headers.set("Authorization", authorization(random, tokens));
		const response = await call(path, { method, headers, redirect: "manual", ...(method === "GET" ? {} : { body }) });
		const answer = await response.text();
		if (/^{"answer":{"status":"done".*"link":/.test(answer)) issued.count++;
		return { status: response.status, text: answer };
	}

	it(`[DOOR-6] [DOOR-2] ${REQUESTS} requests: never a 5xx, always a problem, nothing lost (seed ${SEED})`, {
		timeout: TIMEOUT_MS,
	}, async ({ expect }) => {
		const random = seededRandom(SEED);
		const issued = { count: 0 };
		for (let index = 0; index < REQUESTS; index++) {
			if (index % RENEW_EVERY_REQUESTS === 0) await goOn();
			const { status, text } = await request(random, issued);
			if (status >= 500 || (status >= 400 && !Problem.safeParse(JSON.parse(text)).success)) {
				expect.fail(`request ${index}: ${status} ${text.slice(0, 300)}`);
			}
			if (index % 250 === 0) await evictDurableObject(branch.stub());
		}
		const status = await branch.stub().status();
		expect(issued.count).toBeGreaterThan(REQUESTS / 500);
		expect(status.ok && status.value.status.tally.issued).toBe(issued.count);
	});

	it(`[LIVE-8] [DOOR-6] ${FRAMES} frames: each answered, the connection stays (seed ${SEED})`, async ({ expect }) => {
		const random = seededRandom(SEED + 1);
		await renewTokens();
		const given = await liveTicket(branch.branchId, "staff", `token.${tokens[0]}`);
		if ("code" in given) throw new Error(given.code);
		const response = await call(`/branches/${branch.branchId}/live?protocol=3&audience=staff`, {
			headers: { Upgrade: "websocket", "Sec-WebSocket-Protocol": `tingtang, ticket.${given.ticket}` },
		});
		const socket = response.webSocket;
		if (socket === null) throw new Error("the door did not open");
		let answers = 0;
		let closed: number | null = null;
		socket.addEventListener("message", ({ data }) => {
			if (/^\{"type":"(answer|problem|position)"/.test(String(data)) || String(data).startsWith('{"type":"view"'))
				answers++;
		});
		socket.addEventListener("close", ({ code }) => {
			closed = code;
		});
		socket.accept();
		for (let index = 0; index < FRAMES; index++) socket.send(someFrame(random));
		const until = Date.now() + ANSWER_MAX_MS * count(1, 10);
		while (answers < FRAMES + 1 && closed === null && Date.now() < until) await scheduler.wait(20);
		expect(closed).toBeNull();
		// One view greets; every frame then has exactly one answer.
		expect(answers).toBe(FRAMES + 1);
		socket.close(1000);
	});
});

function someFrame(random: SeededRandom): string | ArrayBuffer {
	const frame = JSON.stringify({ type: "command", commandId: crypto.randomUUID(), command: someCommand(random) });
	switch (below(random, 6)) {
		case 0:
			return frame;
		case 1:
			return mutated(frame, random);
		case 2:
			return JSON.stringify({ type: "position", ticketId: someText(random) });
		case 3:
			return new Uint8Array([below(random, 256), below(random, 256)]).buffer;
		case 4:
			return JSON.stringify({ type: "view" });
		default:
			return random.chance(0.1) ? "x".repeat(20_000) : someText(random) || "{";
	}
}

const LIKELY: Readonly<Record<string, string>> = {
	ticketId: "20261123-A001",
	businessDay: "2026-11-23",
	staffId: "li-na",
	sessionId: "AAAAAAAAAAAAAAAA",
	nodeId: "bank",
	deviceId: "device-1",
	accountId: "some-program",
	section: "limits",
	versionId: "some-version",
};

function pathOf(endpoint: Endpoint, branchId: string, random: SeededRandom): string {
	const odd = () => encodeURIComponent(someText(random) || "-");
	const query = random.chance(0.3) ? `?limit=${odd()}&cursor=${odd()}&from=${odd()}` : "";
	const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
		const likely = name === "branchId" ? branchId : LIKELY[name];
		return likely !== undefined && random.chance(name === "branchId" ? 0.8 : 0.6) ? likely : odd();
	});
	return path + query;
}

function authorization(random: SeededRandom, tokens: readonly string[]): string {
	const scheme = random.pick(["Bearer", "Bearer", "Bearer", "Link"]);
	return `${scheme} ${random.chance(0.95) ? random.pick(tokens) : asciiOf(someText(random))}`;
}

/** What HTTP itself forbids in a header never reaches a server. */
function asciiOf(text: string): string {
	return text.replaceAll(/[^\x20-\x7e]/g, "?");
}
