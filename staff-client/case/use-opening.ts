import { useState } from "react";
import type { Brought, Gap } from "../../client-kit/case/case-form.ts";
import { useDraft } from "../record/use-draft.ts";
import type { Cases, OpeningDraft } from "./use-cases.ts";

/** A new case being written. What was typed and not sent is kept while the page is there, also when its sheet is closed. */
export function useOpening({ records, drafts }: Cases, fresh: OpeningDraft) {
	const { kind } = fresh;
	const typed = drafts.get(kind);
	const { send, change, again, ...own } = useDraft(
		records,
		typed === undefined ? fresh : { ...typed, kind },
		(draft) => draft.kind === kind,
	);
	const [gap, setGap] = useState<Gap | null>(null);
	return {
		...own,
		gap,
		again,
		change: (part: Partial<OpeningDraft>) => {
			setGap(null);
			change(part);
			drafts.set(kind, { ...own.draft, ...part });
		},
		/** Sends what was filled in, or says what is missing. */
		send: async (made: Brought | Gap, what = "") => {
			setGap("gap" in made ? made : null);
			if ("gap" in made) return;
			// From here on it is kept by what sends it.
			drafts.delete(kind);
			await send({ kind, ...made.brought }, what);
		},
	};
}
