import { useEffect, useState } from "react";
import { elapsedMs } from "../../client-kit/elapsed.ts";
import { onPageLock, pageLock } from "../../client-kit/page-lock.ts";
import { secondsUntil, shownForMs } from "../../client-kit/shown-time.ts";
import type { ReferralValues, ShownReferral } from "../../schema/referral.ts";

const TICK_MS = 500;

export type Shown = {
	readonly values: ReferralValues | null;
	/** Whole seconds until the values are taken away. */
	readonly secondsLeft: number;
	show(answer: ShownReferral): void;
	hide(): void;
};

/** Values shown in full, which go away by themselves, also when the page was asleep. */
export function useShown(): Shown {
	const [values, setValues] = useState<ReferralValues | null>(null);
	const [hideAt, setHideAt] = useState(0);
	const [now, setNow] = useState(0);
	useEffect(() => onPageLock(() => setValues(null)), []);
	useEffect(() => {
		if (values === null) return;
		const timer = setInterval(() => {
			setNow(elapsedMs());
			if (elapsedMs() >= hideAt) setValues(null);
		}, TICK_MS);
		return () => clearInterval(timer);
	}, [values, hideAt]);
	return {
		values,
		secondsLeft: secondsUntil(hideAt, now),
		show: (answer) => {
			// What was asked for before the page was locked is not there after it.
			if (pageLock() !== "open") return;
			const started = elapsedMs();
			setNow(started);
			setHideAt(started + shownForMs(answer.hideAt, Date.now()));
			setValues((before) => ({ ...before, ...answer.values }));
		},
		hide: () => setValues(null),
	};
}
