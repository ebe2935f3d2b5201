import type { Command, CommandRequest, Expectation } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { AnswerFrame } from "../../schema/hall/protocol.ts";
import { COMMAND_OFFLINE_MAX_MS } from "../../schema/limits.ts";
import { type ClientProblem, isPassing, OFFLINE } from "../call/client-problem.ts";
import { newCommandId } from "../call/secure-id.ts";
import { fullJitterMs, type Random } from "./full-jitter.ts";

export type DoneAnswer = Extract<Answer, { status: "done" }>;

/** What became of a command; exactly one of these per `send`. */
export type SendResult =
	| { readonly status: "done"; readonly answer: DoneAnswer }
	| { readonly status: "refused"; readonly problem: ClientProblem }
	/** Nobody answered in time. `mayHaveArrived`: it was handed to the network at least once. */
	| { readonly status: "dropped"; readonly commandId: string; readonly mayHaveArrived: boolean };

export type SendOptions = {
	/** The same id again is the same intention: the branch answers as it did the first time. */
	readonly commandId?: string;
	/** How long to go on trying; at most, and by default, `COMMAND_OFFLINE_MAX_MS`. */
	readonly giveUpAfterMs?: number;
};

/** A command on the socket that is not answered within this time is sent over HTTP too, under the same id. */
export const SOCKET_ANSWER_MS = 4_000;

export type OutboxDeps = {
	/** Monotonic milliseconds. */
	readonly monotonicMs: () => number;
	/** Hands a frame to an open socket; false when there is none. */
	readonly sendOnSocket: (request: CommandRequest) => boolean;
	/** One attempt over HTTP; never throws. */
	readonly sendOverHttp: (request: CommandRequest) => Promise<Answer | { readonly problem: ClientProblem }>;
	readonly random?: Random;
};

type Waiting = {
	readonly request: CommandRequest;
	readonly giveUpAt: number;
	readonly settle: (result: SendResult) => void;
	attempts: number;
	onSocket: boolean;
	onHttp: boolean;
	mayHaveArrived: boolean;
	/** The last socket it was said on died with it: HTTP is next, lest one bad frame kill socket after socket. */
	lostOnSocket: boolean;
	/** Refused on one way while it was still under way on the other: believed when that one says no more. */
	refusal: SendResult | null;
	/** When to try again, unless a socket opens before. */
	retryAt: number;
};

export type CommandOutbox = {
	send(command: Command, expect?: Expectation, options?: SendOptions): Promise<SendResult>;
	/** An answer came on the socket. */
	answered(frame: AnswerFrame): void;
	socketOpened(): void;
	socketLost(): void;
	/** To be called about once a second. */
	tick(): void;
};

const UNTRIED = {
	attempts: 0,
	onSocket: false,
	onHttp: false,
	mayHaveArrived: false,
	lostOnSocket: false,
	refusal: null,
} as const;

/** The commands not settled yet, and how each is settled once. */
function createSettling() {
	const waiting = new Map<string, Waiting>();
	const settle = (entry: Waiting, result: SendResult) => {
		if (waiting.get(entry.request.commandId) !== entry) return;
		waiting.delete(entry.request.commandId);
		entry.settle(result);
	};
	/** A refusal may not be remembered: the same command on its way by the other road may still be done, and then it was. */
	const refuse = (entry: Waiting, problem: ClientProblem) => {
		entry.refusal ??= { status: "refused", problem };
		if (!entry.onSocket && !entry.onHttp) settle(entry, entry.refusal);
	};
	const settleBy = (entry: Waiting, answer: Answer, problem: ClientProblem | undefined) => {
		if (answer.status === "done") settle(entry, { status: "done", answer });
		else refuse(entry, problem ?? unnamed(answer.code));
	};
	return { waiting, settle, refuse, settleBy };
}

/**
 * Commands on their way. Each is tried on the socket when it is open and over HTTP otherwise, always under one id, so
 * that whichever way it arrives first counts and every later arrival gets the same answer.
 */
export function createCommandOutbox(deps: OutboxDeps): CommandOutbox {
	const { waiting, settle, refuse, settleBy } = createSettling();
	const overHttp = async (entry: Waiting) => {
		entry.onHttp = true;
		entry.mayHaveArrived = true;
		const result = await deps.sendOverHttp(entry.request);
		entry.onHttp = false;
		entry.lostOnSocket = false;
		if ("status" in result) return settleBy(entry, result, undefined);
		if (!isPassing(result.problem)) return refuse(entry, result.problem);
		// Answered once, it is not sent again.
		if (entry.refusal !== null) return refuse(entry, result.problem);
		const pauseMs = Math.max(result.problem.retryAfterMs ?? 0, fullJitterMs(++entry.attempts, deps.random));
		entry.retryAt = deps.monotonicMs() + pauseMs;
	};
	const attempt = (entry: Waiting) => {
		entry.onSocket = !entry.lostOnSocket && deps.sendOnSocket(entry.request);
		if (entry.onSocket) {
			entry.mayHaveArrived = true;
			entry.retryAt = deps.monotonicMs() + SOCKET_ANSWER_MS;
		} else if (!entry.onHttp) void overHttp(entry);
	};

	return {
		send: (command, expect, { commandId = newCommandId(), giveUpAfterMs = COMMAND_OFFLINE_MAX_MS } = {}) =>
			new Promise((resolve) => {
				const now = deps.monotonicMs();
				const request = { commandId, command, ...(expect === undefined ? {} : { expect }) };
				const giveUpAt = now + Math.min(giveUpAfterMs, COMMAND_OFFLINE_MAX_MS);
				const entry: Waiting = { ...UNTRIED, request, giveUpAt, settle: resolve, retryAt: now };
				waiting.set(commandId, entry);
				attempt(entry);
			}),
		answered: (frame) => {
			const entry = waiting.get(frame.commandId);
			if (entry === undefined) return;
			entry.onSocket = false;
			settleBy(entry, frame.answer, frame.problem);
		},
		socketOpened: () => {
			for (const entry of waiting.values()) if (entry.refusal === null) attempt(entry);
		},
		socketLost: () => {
			for (const entry of waiting.values()) {
				if (!entry.onSocket) continue;
				entry.onSocket = false;
				entry.lostOnSocket = true;
				entry.retryAt = deps.monotonicMs();
				if (entry.refusal !== null && !entry.onHttp) settle(entry, entry.refusal);
			}
		},
		tick: () => {
			const now = deps.monotonicMs();
			for (const entry of waiting.values()) {
				const { commandId } = entry.request;
				if (now >= entry.giveUpAt)
					settle(entry, entry.refusal ?? { status: "dropped", commandId, mayHaveArrived: entry.mayHaveArrived });
				else if (entry.refusal !== null) continue;
				else if (entry.onHttp) continue;
				else if (entry.onSocket && now >= entry.retryAt) void overHttp(entry);
				else if (!entry.onSocket && now >= entry.retryAt) attempt(entry);
			}
		},
	};
}

/** A refusal always travels with its problem; should one come bare, its code alone is kept. */
function unnamed(code: ClientProblem["code"]): ClientProblem {
	return { ...OFFLINE, code, status: 409, title: `未能完成（${code}）`, titleEn: `Not done (${code})` };
}
