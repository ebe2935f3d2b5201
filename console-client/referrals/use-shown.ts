import { useEffect, useState } from "react";
import type { ReferralValues, ShownReferral } from "../../schema/referral.ts";

const TICK_MS = 500;
/** Whatever the two clocks say, a value is never shown longer than this. */
const SHOWN_MAX_MS = 60_000;

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
	useEffect(() => {
		if (values === null) return;
		const timer = setInterval(() => {
			setNow(Date.now());
			if (Date.now() >= hideAt) setValues(null);
		}, TICK_MS);
		return () => clearInterval(timer);
	}, [values, hideAt]);
	return {
		values,
		secondsLeft: secondsUntil(hideAt, now),
		show: (answer) => {
			const started = Date.now();
			setNow(started);
			setHideAt(hideTime(answer.hideAt, started));
			setValues((before) => ({ ...before, ...answer.values }));
		},
		hide: () => setValues(null),
	};
}

/** When to take values away: as the server says, never later than a minute from now even if our clock is wrong. */
export function hideTime(hideAt: number, now: number): number {
	return hideAt > now && hideAt < now + SHOWN_MAX_MS ? hideAt : now + SHOWN_MAX_MS;
}

/** Whole seconds left, never below none. */
export function secondsUntil(hideAt: number, now: number): number {
	return Math.max(0, Math.ceil((hideAt - now) / 1_000));
}
