import { useEffect, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { Session } from "../../client-kit/session/session.ts";
import { CONFIGURATION } from "../../rules/routes/branch.ts";

/** What the pages need of a branch's configuration, which the live view does not carry. */
export type BranchRules = {
	/** How long after a no-show a customer may return, milliseconds; null: not known, then no list leaves anybody out. */
	readonly returnGraceMs: number | null;
	/** Only the bank's customer references are recorded, no names or numbers. */
	readonly referenceOnly: boolean;
};

const UNKNOWN: BranchRules = { returnGraceMs: null, referenceOnly: false };

/** Asked for once per business day, which may come with a new configuration. */
export function useBranchRules(branchId: string, session: Session | null, businessDay: string | null): BranchRules {
	const [rules, setRules] = useState(UNKNOWN);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new business day may come with a new configuration.
	useEffect(() => {
		if (session === null) return;
		let isCurrent = true;
		void call(CONFIGURATION, { params: { branchId } }, session.credential).then((result) => {
			if (!isCurrent || !result.ok) return;
			const { limits, referenceOnly = false } = result.value;
			setRules({ returnGraceMs: limits.returnGraceMs, referenceOnly });
		});
		return () => {
			isCurrent = false;
		};
	}, [branchId, session, businessDay]);
	return rules;
}
