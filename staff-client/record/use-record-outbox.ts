import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { CallResult } from "../../client-kit/call/call.ts";
import { whenPageWakes } from "../../client-kit/live/page-wakes.ts";
import { whenPageOpen } from "../../client-kit/session/page-lock.ts";
import { createRecordOutbox, type Refused, type SentRecord } from "./record-outbox.ts";

/** New records on their way to the branch, whichever sheet is open. */
export type Records<Draft, Body, Saved> = {
	/** Records tried without an answer, which are tried again by themselves. */
	readonly waiting: number;
	/** Those that were not taken, with what was typed, the first one first. */
	readonly refused: readonly Refused<Draft>[];
	send(draft: Draft, body: Body): Promise<SentRecord<Draft, Saved>>;
	forgetRefused(refused: Refused<Draft>): void;
};

/** Keeps an outbox for as long as the page is there. `post` is one attempt, as whoever uses the page then. */
export function useRecordOutbox<Draft, Body, Saved>(
	post: (commandId: string, body: Body) => Promise<CallResult<Saved>>,
): Records<Draft, Body, Saved> {
	const [, draw] = useReducer((count: number) => count + 1, 0);
	const [refused, setRefused] = useState<readonly Refused<Draft>[]>([]);
	const present = useRef(post);
	present.current = post;
	const outbox = useMemo(
		() =>
			createRecordOutbox<Draft, Body, Saved>({
				post: async (commandId, body) => {
					// A record that waits for the network while the page is locked is sent when it is open again.
					await whenPageOpen();
					return present.current(commandId, body);
				},
				onChange: draw,
			}),
		[],
	);
	const { sending, waiting } = outbox.state();
	useEffect(() => {
		const over = new AbortController();
		whenPageWakes(outbox.hurry, over.signal);
		return () => over.abort();
	}, [outbox]);
	useEffect(() => {
		if (sending === 0) return;
		const keep = (event: BeforeUnloadEvent) => event.preventDefault();
		addEventListener("beforeunload", keep);
		return () => removeEventListener("beforeunload", keep);
	}, [sending]);
	return {
		waiting,
		refused,
		send: async (draft, body) => {
			const sent = await outbox.send(draft, body);
			if (sent.status === "refused") setRefused((before) => [...before, sent]);
			return sent;
		},
		forgetRefused: (which) => setRefused((before) => before.filter((each) => each !== which)),
	};
}
