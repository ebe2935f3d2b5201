import type { CallResult } from "../../client-kit/call/call.ts";
import { newCommandId } from "../../client-kit/call/secure-id.ts";
import { createOutbox, type OutboxState, type Sent } from "../../client-kit/live/outbox.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";

const TICK_MS = 500;

/** One that was not taken, with what was typed. */
export type Refused<Draft> = Extract<Sent<never>, { status: "refused" }> & { readonly draft: Draft };

export type RecordOutbox<Draft, Body, Saved> = {
	/** Sends until there is an answer, always under the same id, so that a lost answer makes no second record. */
	send(draft: Draft, body: Body): Promise<SentRecord<Draft, Saved>>;
	/** The network is back: try what waits at once. */
	hurry(): void;
	state(): OutboxState;
};
export type SentRecord<Draft, Saved> = { readonly status: "saved"; readonly saved: Saved } | Refused<Draft>;

/** New records on their way: the page's outbox without a socket and without an end; names and numbers are never written to the phone. */
export function createRecordOutbox<Draft, Body, Saved>(deps: {
	/** One attempt; never throws. */
	readonly post: (commandId: string, body: Body) => Promise<CallResult<Saved>>;
	readonly onChange: () => void;
	readonly random?: () => number;
}): RecordOutbox<Draft, Body, Saved> {
	const outbox = createOutbox<{ readonly commandId: string; readonly body: Body }, Saved>({
		monotonicMs: elapsedMs,
		sendOnSocket: () => false,
		sendOverHttp: ({ commandId, body }) => deps.post(commandId, body),
		onChange: deps.onChange,
		random: deps.random,
	});
	return {
		send: async (draft, body) => {
			const timer = setInterval(outbox.tick, TICK_MS);
			const sent = await outbox.send({ commandId: newCommandId(), body }, Number.POSITIVE_INFINITY);
			clearInterval(timer);
			if (sent.status === "done") return { status: "saved", saved: sent.answer };
			if (sent.status === "refused") return { ...sent, draft };
			throw new Error("a record without an end was given up");
		},
		hurry: outbox.tryNow,
		state: outbox.state,
	};
}
