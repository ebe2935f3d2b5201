import { describe, expect, it } from "vitest";
import { OFFLINE } from "../../../client-kit/call/client-problem.ts";
import { type CommandOutboxDeps, createCommandOutbox } from "../../../client-kit/live/command-outbox.ts";
import { SOCKET_ANSWER_MS } from "../../../client-kit/live/outbox.ts";
import type { CommandRequest } from "../../../schema/hall/command.ts";
import { COMMAND_OFFLINE_MAX_MS } from "../../../schema/limits.ts";
import { problem } from "../../../schema/problem.ts";

const COMMAND = { type: "call-next", counterId: "c1" } as const;
const DONE = { status: "done", seq: 7 } as const;

/** An outbox whose socket, HTTP answers and time the test holds in its hands. */
function bench() {
	const world = {
		nowMs: 0,
		open: false,
		http: { ok: false, problem: OFFLINE } as Awaited<ReturnType<CommandOutboxDeps["sendOverHttp"]>>,
		onSocket: [] as CommandRequest[],
		onHttp: [] as CommandRequest[],
	};
	const outbox = createCommandOutbox({
		monotonicMs: () => world.nowMs,
		sendOnSocket: (request) => {
			if (world.open) world.onSocket.push(request);
			return world.open;
		},
		sendOverHttp: async (request) => {
			world.onHttp.push(request);
			return world.http;
		},
		random: () => 1,
	});
	const pass = async (ms: number) => {
		for (const end = world.nowMs + ms; world.nowMs < end; ) {
			world.nowMs += 1_000;
			outbox.tick();
			await Promise.resolve();
			await Promise.resolve();
		}
	};
	return { world, outbox, pass };
}

describe("command outbox", () => {
	it("[LIVE-9] uses an open socket and resolves with its answer", async () => {
		const { world, outbox } = bench();
		world.open = true;
		const result = outbox.send(COMMAND, { counterTicket: null });
		const [request] = world.onSocket;
		expect(request).toMatchObject({ command: COMMAND, expect: { counterTicket: null } });
		outbox.answered({ type: "answer", commandId: request?.commandId ?? "", answer: DONE });
		expect(await result).toEqual({ status: "done", answer: DONE });
		expect(world.onHttp).toHaveLength(0);
	});

	it("[LIVE-9] goes over HTTP when there is no socket", async () => {
		const { world, outbox } = bench();
		world.http = { ok: true, value: DONE };
		expect(await outbox.send(COMMAND)).toEqual({ status: "done", answer: DONE });
	});

	it("[LIVE-9] hands on a refusal of either transport", async () => {
		const { world, outbox } = bench();
		const busy = problem("counter-busy");
		world.http = { ok: false, problem: busy };
		expect(await outbox.send(COMMAND)).toEqual({ status: "refused", problem: busy });
		world.open = true;
		const result = outbox.send(COMMAND, undefined, { commandId: "chosen-by-test" });
		const answer = { status: "refused", code: "counter-busy" } as const;
		outbox.answered({ type: "answer", commandId: "chosen-by-test", answer, problem: busy });
		expect(await result).toEqual({ status: "refused", problem: busy });
	});

	it("[LIVE-9] keeps one id over loss of the socket, HTTP failures and the return of the socket", async () => {
		const { world, outbox, pass } = bench();
		world.open = true;
		const result = outbox.send(COMMAND);
		world.open = false;
		outbox.socketLost();
		await pass(SOCKET_ANSWER_MS + 5_000);
		expect(world.onHttp.length).toBeGreaterThan(0);
		world.open = true;
		outbox.socketOpened();
		const ids = new Set([...world.onSocket, ...world.onHttp].map((request) => request.commandId));
		expect(ids.size).toBe(1);
		const [commandId] = ids;
		outbox.answered({ type: "answer", commandId: commandId ?? "", answer: DONE });
		outbox.answered({ type: "answer", commandId: commandId ?? "", answer: { ...DONE, seq: 8 } });
		expect(await result).toEqual({ status: "done", answer: DONE });
	});

	it("[LIVE-9] asks over HTTP too when an open socket stays silent", async () => {
		const { world, outbox, pass } = bench();
		world.open = true;
		world.http = { ok: true, value: DONE };
		const result = outbox.send(COMMAND);
		await pass(SOCKET_ANSWER_MS);
		expect(await result).toEqual({ status: "done", answer: DONE });
		expect(world.onHttp[0]?.commandId).toBe(world.onSocket[0]?.commandId);
	});

	it("[LIVE-9] drops, with a notice, what has waited ten minutes", async () => {
		const { outbox, pass } = bench();
		let settled = false;
		const result = outbox.send(COMMAND).finally(() => {
			settled = true;
		});
		await pass(COMMAND_OFFLINE_MAX_MS - 1_000);
		expect(settled).toBe(false);
		await pass(1_000);
		expect(await result).toMatchObject({ status: "dropped", mayHaveArrived: true });
	});

	it("[LIVE-9] gives up earlier when asked, never later", async () => {
		const { outbox, pass } = bench();
		const soon = outbox.send(COMMAND, undefined, { giveUpAfterMs: 5_000 });
		const late = outbox.send(COMMAND, undefined, { giveUpAfterMs: COMMAND_OFFLINE_MAX_MS * 2 });
		await pass(5_000);
		expect((await soon).status).toBe("dropped");
		await pass(COMMAND_OFFLINE_MAX_MS);
		expect((await late).status).toBe("dropped");
	});
});
