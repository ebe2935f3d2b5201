import type { CallResult } from "../../client-kit/call.ts";
import { type ClientProblem, isPassing } from "../../client-kit/client-problem.ts";
import { fullJitterMs } from "../../client-kit/full-jitter.ts";
import { createInterruptibleWait } from "../../client-kit/interruptible-wait.ts";
import { newCommandId } from "../../client-kit/secure-id.ts";
import type { ReferralBody } from "../../schema/referral.ts";
import type { ReferralDraft } from "./referral-draft.ts";

/** What became of a record; exactly one of these per `send`. */
export type Sent =
	| { readonly status: "saved"; readonly referralId: string }
	| { readonly status: "refused"; readonly problem: ClientProblem; readonly draft: ReferralDraft };

/** Records on their way, as the page should show them. */
export type OutboxState = {
	/** Tried at least once without an answer, and tried again until there is one. */
	readonly waiting: number;
	readonly sending: number;
};

export type ReferralOutbox = {
	/** Sends until there is an answer, always under the same id, so that a lost answer makes no second record. */
	send(draft: ReferralDraft, body: ReferralBody): Promise<Sent>;
	/** The network is back: try what waits at once. */
	hurry(): void;
	state(): OutboxState;
};

export type ReferralOutboxDeps = {
	/** One attempt; never throws. */
	readonly post: (commandId: string, body: ReferralBody) => Promise<CallResult<{ readonly referralId: string }>>;
	readonly onChange: () => void;
	readonly random?: () => number;
};

/** Kept in the memory of the page alone: names and numbers are never written to the phone. */
export function createReferralOutbox({ post, onChange, random }: ReferralOutboxDeps): ReferralOutbox {
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
					if (answer.ok) return { status: "saved", referralId: answer.value.referralId };
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
