import { useEffect, useState } from "react";
import { call } from "../../client-kit/call.ts";
import type { ClientProblem } from "../../client-kit/client-problem.ts";
import type { Credential } from "../../client-kit/credential.ts";
import type { ReferralField, ReferralRow, ReferralValues } from "../../schema/referral.ts";

/** Personal values in full stay on the screen no longer than this. */
export const SHOWN_MS = 60_000;
const SECOND_MS = 1_000;

type Shown = { readonly values: ReferralValues; readonly hideAt: number };

/** Values in full, for as long as they may be seen. */
export type ShownValues = {
	readonly values: ReferralValues | null;
	readonly secondsLeft: number;
	readonly problem: ClientProblem | null;
	readonly waiting: boolean;
	show(reason: string): Promise<boolean>;
	hide(): void;
};

/** Asks for a record's values in full and takes them away again, by this device's own clock. */
export function useShown(row: ReferralRow, credential: Credential | null): ShownValues {
	const { branchId, referralId, version } = row;
	const [shown, setShown] = useState<Shown | null>(null);
	const [now, setNow] = useState(Date.now);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [waiting, setWaiting] = useState(false);
	useEffect(() => {
		if (shown === null) return;
		const tick = () => {
			setNow(Date.now());
			if (Date.now() >= shown.hideAt) setShown(null);
		};
		tick();
		const timer = setInterval(tick, SECOND_MS);
		// A timer may have slept with the phone.
		document.addEventListener("visibilitychange", tick);
		return () => {
			clearInterval(timer);
			document.removeEventListener("visibilitychange", tick);
		};
	}, [shown]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a changed record no longer is what was shown.
	useEffect(() => setShown(null), [version]);
	const show = async (reason: string) => {
		setWaiting(true);
		setProblem(null);
		const route = {
			name: "showReferral",
			method: "POST",
			path: "/branches/:branchId/referrals/:referralId/shown",
		} as const;
		const body = { fields: fieldsOf(row), reason };
		const answer = await call(route, { params: { branchId, referralId }, body }, credential);
		setWaiting(false);
		if (answer.ok) setShown({ values: answer.value.values, hideAt: Date.now() + SHOWN_MS });
		else setProblem(answer.problem);
		return answer.ok;
	};
	return {
		values: shown?.values ?? null,
		secondsLeft: shown === null ? 0 : Math.max(0, Math.ceil((shown.hideAt - now) / SECOND_MS)),
		problem,
		waiting,
		show,
		hide: () => setShown(null),
	};
}

/** What there is to show of a record. */
export function fieldsOf({ name, number, contact, has }: ReferralRow): ReferralField[] {
	const fields: (ReferralField | null)[] = [
		name === null ? null : "name",
		number === null ? null : "number",
		contact === null ? null : "contact",
		has.bestContactTime ? "bestContactTime" : null,
		has.remarks ? "remarks" : null,
		has.outcome ? "outcome" : null,
	];
	return fields.filter((field) => field !== null);
}
