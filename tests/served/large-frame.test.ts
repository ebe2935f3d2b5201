import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { PROTOCOL_VERSION, SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from "../../rules/live-protocol.ts";
import { FRAME_MAX_BYTES } from "../../schema/limits.ts";
import { type LocalServer, startLocalServer } from "../../scripts/serve/local-server.ts";
import { createApi } from "../../simulation/cli/api.ts";
import { createBranchApi } from "../../simulation/cli/branch-api.ts";
import { demoConfiguration, foundBranch } from "../../simulation/cli/demo-branch.ts";
import { DEMO_BRANCHES } from "../../worker/domain/bank/demo-branches.ts";

const START_TIMEOUT_MS = 60_000;
const TRY_TIMEOUT_MS = 60_000;
const MEGABYTE = 1_000_000;
/** What the platform itself takes is 32 MiB. */
const BEYOND_THE_PLATFORM = 40 * MEGABYTE;

describe("a frame from a screen", () => {
	const demo = { ...DEMO_BRANCHES[0]!, branchId: "sh-large" };
	let server: LocalServer;
	let authorization = "";
	beforeAll(async () => {
		server = await startLocalServer({ pages: false });
		await foundBranch(createBranchApi(createApi(server.url), demo.branchId), demoConfiguration(demo), 0);
		const { token } = await post("/demo/tokens", { kind: "device", purpose: "display", branchId: demo.branchId });
		authorization = `Bearer ${token}`;
	}, START_TIMEOUT_MS);
	afterAll(() => server?.stop());

	/** The field that a test wants is there, or the test fails where it uses it. */
	async function post(path: string, body: object): Promise<Record<string, string>> {
		const headers = { authorization, "content-type": "application/json" };
		const response = await fetch(`${server.url}/api${path}`, { method: "POST", headers, body: JSON.stringify(body) });
		return (await response.json()) as Record<string, string>;
	}

	/** Opens a screen's connection and waits for its first view. */
	async function connect() {
		const { ticket } = await post(`/branches/${demo.branchId}/live-tickets`, { audience: "display" });
		const url = `${server.url.replace("http", "ws")}/api/branches/${demo.branchId}/live`;
		const socket = new WebSocket(`${url}?protocol=${PROTOCOL_VERSION}&audience=display`, [
			SUBPROTOCOL,
			`${TICKET_SUBPROTOCOL_PREFIX}${ticket}`,
		]);
		const frames: string[] = [];
		socket.on("error", () => {});
		socket.on("message", (frame) => frames.push(String(frame)));
		const closed = new Promise<number>((resolve) => socket.once("close", resolve));
		await expect.poll(() => frames.length).toBe(1);
		return { socket, frames, closed };
	}

	it("[LIVE-8] above its limit is a problem, and the connection stays", { timeout: TRY_TIMEOUT_MS }, async () => {
		const { socket, frames } = await connect();
		for (const [index, size] of [FRAME_MAX_BYTES + 1, 5 * MEGABYTE].entries()) {
			socket.send("x".repeat(size));
			await expect.poll(() => frames.length, { timeout: TRY_TIMEOUT_MS }).toBe(index + 2);
			expect(JSON.parse(frames[index + 1]!)).toMatchObject({ type: "problem", problem: { code: "frame-too-large" } });
		}
		socket.send('{"type":"view"}');
		await expect.poll(() => JSON.parse(frames.at(-1)!).type).toBe("view");
		socket.terminate();
	});

	it("[LIVE-8] that the platform refuses ends that connection alone", { timeout: TRY_TIMEOUT_MS }, async () => {
		const [bad, good] = [await connect(), await connect()];
		bad.socket.send("x".repeat(BEYOND_THE_PLATFORM));
		expect(await bad.closed).toBe(1009);
		good.socket.send('{"type":"view"}');
		await expect.poll(() => good.frames.length).toBe(2);
		const again = await connect();
		for (const { socket } of [good, again]) socket.terminate();
	});
});
