import { useEffect, useState } from "react";
import { onPageLock, pageLock } from "../../client-kit/session/page-lock.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import { secondsUntil, shownForMs } from "../../client-kit/time/shown-time.ts";

const TICK_MS = 500;

export type Shown<Values> = {
	readonly values: Values | null;
	/** Whole seconds until the values are taken away. */
	readonly secondsLeft: number;
	show(answer: { readonly values: Values; readonly hideAt: number }): void;
	hide(): void;
};

/** Values shown in full, which go away by themselves, also when the page was asleep. */
export function useShown<Values extends object>(): Shown<Values> {
	const [values, setValues] = useState<Values | null>(null);
	const [hideAt, setHideAt] = useState(0);
	const [now, setNow] = useState(0);
	useEffect(() => onPageLock(() => setValues(null)), []);
	useEffect(() => {
		if (values === null) return;
		const tick = () => {
			setNow(elapsedMs());
			if (elapsedMs() >= hideAt) setValues(null);
		};
		const timer = setInterval(tick, TICK_MS);
		// A timer may have slept with the phone.
		document.addEventListener("visibilitychange", tick);
		return () => {
			clearInterval(timer);
			document.removeEventListener("visibilitychange", tick);
		};
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
