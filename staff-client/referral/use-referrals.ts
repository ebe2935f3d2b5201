import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { call } from "../../client-kit/call.ts";
import type { Credential } from "../../client-kit/credential.ts";
import { whenPageOpen } from "../../client-kit/page-lock.ts";
import { whenPageWakes } from "../../client-kit/page-wakes.ts";
import { CREATE_REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralBody } from "../../schema/referral.ts";
import type { ReferralDraft } from "./referral-draft.ts";
import { createReferralOutbox, type Sent } from "./referral-outbox.ts";

type Refused = Extract<Sent, { status: "refused" }>;

/** The records of this branch, as the phone works with them. */
export type Referrals = {
	readonly branchId: string;
	readonly credential: Credential | null;
	/** Records tried without an answer, which are tried again by themselves. */
	readonly waiting: number;
	/** The last one that was not taken, with what was typed. */
	readonly refused: Refused | null;
	send(draft: ReferralDraft, body: ReferralBody): Promise<Sent>;
	forgetRefused(): void;
};

/** Keeps the outbox for as long as the page is there, whichever sheet is open. */
export function useReferrals(branchId: string, credential: Credential | null): Referrals {
	const [, draw] = useReducer((count: number) => count + 1, 0);
	const [refused, setRefused] = useState<Refused | null>(null);
	const present = useRef(credential);
	present.current = credential;
	const outbox = useMemo(
		() =>
			createReferralOutbox({
				post: async (commandId, body) => {
					// A record that waits for the network while the page is locked is sent when it is open again.
					await whenPageOpen();
					return call(CREATE_REFERRAL, { params: { branchId }, body }, present.current, { commandId });
				},
				onChange: draw,
			}),
		[branchId],
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
		branchId,
		credential,
		waiting,
		refused,
		send: async (draft, body) => {
			const sent = await outbox.send(draft, body);
			if (sent.status === "refused") setRefused(sent);
			return sent;
		},
		forgetRefused: () => setRefused(null),
	};
}
