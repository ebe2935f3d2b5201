import type { CallResult } from "../call/call.ts";
import { type ClientProblem, isPassing } from "../call/client-problem.ts";
import { fullJitterMs, type Random } from "./full-jitter.ts";

/** What became of a request; exactly one of these per `send`. */
export type Sent<Done> =
	| { readonly status: "done"; readonly answer: Done }
	| { readonly status: "refused"; readonly problem: ClientProblem }
	/** Nobody answered in time. `mayHaveArrived`: it was handed to the network at least once. */
	| { readonly status: "dropped"; readonly commandId: string; readonly mayHaveArrived: boolean };

/** What is on its way. */
export type OutboxState = {
	readonly sending: number;
	/** Those of them that were tried without an answer, and are tried again. */
	readonly waiting: number;
};

/** A request on the socket that is not answered within this time is sent over HTTP too, under the same id. */
export const SOCKET_ANSWER_MS = 4_000;

export type OutboxDeps<Request, Done> = {
	/** Monotonic milliseconds. */
	readonly monotonicMs: () => number;
	/** Hands a frame to an open socket; false when there is none. */
	readonly sendOnSocket: (request: Request) => boolean;
	/** One attempt over HTTP; never throws. */
	readonly sendOverHttp: (request: Request) => Promise<CallResult<Done>>;
	/** `state` may be another one. */
	readonly onChange?: () => void;
	readonly random?: Random | undefined;
};

type Identified = { readonly commandId: string };
type Waiting<Request, Done> = {
	readonly request: Request;
	readonly giveUpAt: number;
	readonly settle: (result: Sent<Done>) => void;
	attempts: number;
	onSocket: boolean;
	onHttp: boolean;
	mayHaveArrived: boolean;
	/** The last socket it was said on died with it: HTTP is next, so that one bad frame does not close one socket after another. */
	lostOnSocket: boolean;
	/** Refused on one way while it was still under way on the other: believed when that one says no more. */
	refusal: Extract<Sent<Done>, { status: "refused" }> | null;
	/** When to try again, unless it is told before that there is a way. */
	retryAt: number;
};

export type Outbox<Request extends Identified, Done> = {
	/** `giveUpAfterMs` may be `Infinity`: until there is an answer. */
	send(request: Request, giveUpAfterMs: number): Promise<Sent<Done>>;
	/** An answer came on the socket. */
	answered(commandId: string, result: CallResult<Done>): void;
	/** A socket has opened or the network is back: what waits is tried at once. */
	tryNow(): void;
	socketLost(): void;
	/** To be called about once a second. */
	tick(): void;
	state(): OutboxState;
};

const UNTRIED = {
	attempts: 0,
	onSocket: false,
	onHttp: false,
	mayHaveArrived: false,
	lostOnSocket: false,
	refusal: null,
} as const;

/** The requests not settled yet, and how each is settled once. */
function createSettling<Request extends Identified, Done>(onChange: () => void) {
	type Entry = Waiting<Request, Done>;
	const waiting = new Map<string, Entry>();
	const settle = (entry: Entry, result: Sent<Done>) => {
		if (waiting.get(entry.request.commandId) !== entry) return;
		waiting.delete(entry.request.commandId);
		entry.settle(result);
		onChange();
	};
	/** A refusal may not be remembered: the same request on its way by the other road may still be done, and then it was. */
	const refuse = (entry: Entry, problem: ClientProblem) => {
		entry.refusal ??= { status: "refused", problem };
		if (!entry.onSocket && !entry.onHttp) settle(entry, entry.refusal);
	};
	const settleBy = (entry: Entry, result: CallResult<Done>) => {
		if (result.ok) settle(entry, { status: "done", answer: result.value });
		else refuse(entry, result.problem);
	};
	return { waiting, settle, refuse, settleBy };
}

/**
 * What a page asks for and must not lose: each request is tried on the socket when it is open and over HTTP otherwise, always under
 * one id, so that whichever way it arrives first counts and every later arrival gets the same answer. Kept in the memory of
 * the page alone.
 */
export function createOutbox<Request extends Identified, Done>(deps: OutboxDeps<Request, Done>): Outbox<Request, Done> {
	type Entry = Waiting<Request, Done>;
	const onChange = deps.onChange ?? (() => undefined);
	const { waiting, settle, refuse, settleBy } = createSettling<Request, Done>(onChange);
	const overHttp = async (entry: Entry) => {
		entry.onHttp = true;
		entry.mayHaveArrived = true;
		const result = await deps.sendOverHttp(entry.request);
		entry.onHttp = false;
		entry.lostOnSocket = false;
		if (result.ok || !isPassing(result.problem)) return settleBy(entry, result);
		// Answered once, it is not sent again.
		if (entry.refusal !== null) return refuse(entry, result.problem);
		const pauseMs = Math.max(result.problem.retryAfterMs ?? 0, fullJitterMs(++entry.attempts, deps.random));
		entry.retryAt = deps.monotonicMs() + pauseMs;
		onChange();
	};
	const attempt = (entry: Entry) => {
		entry.onSocket = !entry.lostOnSocket && deps.sendOnSocket(entry.request);
		if (entry.onSocket) {
			entry.mayHaveArrived = true;
			entry.retryAt = deps.monotonicMs() + SOCKET_ANSWER_MS;
		} else if (!entry.onHttp) void overHttp(entry);
	};

	return {
		send: (request, giveUpAfterMs) =>
			new Promise((resolve) => {
				const now = deps.monotonicMs();
				const entry: Entry = { ...UNTRIED, request, giveUpAt: now + giveUpAfterMs, settle: resolve, retryAt: now };
				waiting.set(request.commandId, entry);
				onChange();
				attempt(entry);
			}),
		answered: (commandId, result) => {
			const entry = waiting.get(commandId);
			if (entry === undefined) return;
			entry.onSocket = false;
			settleBy(entry, result);
		},
		tryNow: () => {
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
		state: () => ({
			sending: waiting.size,
			waiting: [...waiting.values()].filter(({ attempts }) => attempts > 0).length,
		}),
	};
}
