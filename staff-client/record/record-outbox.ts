import type { CallResult } from "../../client-kit/call/call.ts";
import { type ClientProblem, isPassing } from "../../client-kit/call/client-problem.ts";
import { newCommandId } from "../../client-kit/call/secure-id.ts";
import { fullJitterMs } from "../../client-kit/live/full-jitter.ts";
import { createInterruptibleWait } from "../../client-kit/live/interruptible-wait.ts";

/** What became of a record; exactly one of these per `send`. */
export type Sent<Draft, Saved> = { readonly status: "saved"; readonly saved: Saved } | Refused<Draft>;
export type Refused<Draft> = {
	readonly status: "refused";
	readonly problem: ClientProblem;
	readonly draft: Draft;
};

/** Records on their way, as the page should show them. */
export type OutboxState = {
	/** Tried at least once without an answer, and tried again until there is one. */
	readonly waiting: number;
	readonly sending: number;
};

export type RecordOutbox<Draft, Body, Saved> = {
	/** Sends until there is an answer, always under the same id, so that a lost answer makes no second record. */
	send(draft: Draft, body: Body): Promise<Sent<Draft, Saved>>;
	/** The network is back: try what waits at once. */
	hurry(): void;
	state(): OutboxState;
};

export type RecordOutboxDeps<Body, Saved> = {
	/** One attempt; never throws. */
	readonly post: (commandId: string, body: Body) => Promise<CallResult<Saved>>;
	readonly onChange: () => void;
	readonly random?: () => number;
};

/** Kept in the memory of the page alone: names, numbers and what else is typed are never written to the phone. */
export function createRecordOutbox<Draft, Body, Saved>({
	post,
	onChange,
	random,
}: RecordOutboxDeps<Body, Saved>): RecordOutbox<Draft, Body, Saved> {
	const pauses = new Set<ReturnType<typeof createInterruptibleWait>>();
	let state: OutboxState = { waiting: 0, sending: 0 };
	const count = (change: Partial<OutboxState>) => {
		state = { ...state, ...change };
		onChange();
	};
	return {
		send: async (draft, body) => {
			const commandId = newCommandId();
			const pause = createInterruptibleWait();
			count({ sending: state.sending + 1 });
			try {
				for (let attempt = 0; ; attempt++) {
					const answer = await post(commandId, body);
					if (attempt > 0) count({ waiting: state.waiting - 1 });
					if (answer.ok) return { status: "saved", saved: answer.value };
					if (!isPassing(answer.problem)) return { status: "refused", problem: answer.problem, draft };
					count({ waiting: state.waiting + 1 });
					pauses.add(pause);
					await pause.wait(answer.problem.retryAfterMs ?? fullJitterMs(attempt + 1, random));
					pauses.delete(pause);
				}
			} finally {
				count({ sending: state.sending - 1 });
			}
		},
		hurry: () => {
			for (const pause of pauses) pause.wake();
		},
		state: () => state,
	};
}
