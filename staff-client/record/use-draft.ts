import { useEffect, useRef, useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { Records } from "./use-record-outbox.ts";

/** Where a new record is on its way; `what` is whatever the sheet wants to know again while it is sent. */
export type Progress<Saved> =
	| { readonly at: "writing"; readonly problem: ClientProblem | null }
	| { readonly at: "sending"; readonly what: string }
	| { readonly at: "saved"; readonly saved: Saved };

/** A new record being written: what was refused comes back as it was typed, and one that is on its way is not sent twice. */
export function useDraft<Draft, Body, Saved>(
	records: Records<Draft, Body, Saved>,
	start: Draft,
	/** Whether a draft that was refused is one of this sheet's. */
	isOwn: (draft: Draft) => boolean,
) {
	const [reopened] = useState(() => records.refused.find((each) => isOwn(each.draft)));
	const [draft, setDraft] = useState<Draft>(reopened?.draft ?? start);
	const [progress, setProgress] = useState<Progress<Saved>>({ at: "writing", problem: reopened?.problem ?? null });
	const here = useRef(true);
	useEffect(() => {
		here.current = true;
		return () => {
			here.current = false;
		};
	}, []);
	return {
		draft,
		progress,
		change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
		/** Begins anew from `next`. */
		again: (next: Draft) => {
			setDraft(next);
			setProgress({ at: "writing", problem: null });
		},
		send: async (body: Body, what = "") => {
			if (progress.at === "sending") return;
			if (reopened !== undefined) records.forgetRefused(reopened);
			setProgress({ at: "sending", what });
			const sent = await records.send(draft, body);
			if (!here.current) return;
			if (sent.status === "refused") records.forgetRefused(sent);
			setProgress(
				sent.status === "saved" ? { at: "saved", saved: sent.saved } : { at: "writing", problem: sent.problem },
			);
		},
	};
}
