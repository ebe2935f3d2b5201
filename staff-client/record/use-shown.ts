import { useEffect, useState } from "react";
import type { CallResult } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { onPageLock, pageLock } from "../../client-kit/session/page-lock.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import { secondsUntil, shownForMs } from "../../client-kit/time/shown-time.ts";

const SECOND_MS = 1_000;

/** Values as the server shows them: until when, by its clock. */
export type Shown<Values> = { readonly values: Values; readonly hideAt: number };

/** Values in full, for as long as they may be seen. */
export type ShownValues<Values = unknown> = {
	readonly values: Values | null;
	readonly secondsLeft: number;
	readonly problem: ClientProblem | null;
	readonly waiting: boolean;
	show(reason: string): Promise<boolean>;
	hide(): void;
};

/** Asks for a record's values in full and takes them away again, by this device's own clock. */
export function useShown<Values>(
	version: number,
	ask: (reason: string) => Promise<CallResult<Shown<Values>>>,
): ShownValues<Values> {
	const [shown, setShown] = useState<Shown<Values> | null>(null);
	const [now, setNow] = useState(elapsedMs);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [waiting, setWaiting] = useState(false);
	useEffect(() => {
		if (shown === null) return;
		const tick = () => {
			setNow(elapsedMs());
			if (elapsedMs() >= shown.hideAt) setShown(null);
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
	useEffect(() => onPageLock(() => setShown(null)), []);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a changed record no longer is what was shown.
	useEffect(() => setShown(null), [version]);
	const show = async (reason: string) => {
		setWaiting(true);
		setProblem(null);
		const answer = await ask(reason);
		setWaiting(false);
		// What was asked for before the page was locked is not there after it.
		if (answer.ok && pageLock() === "open") {
			const { values, hideAt } = answer.value;
			setShown({ values, hideAt: elapsedMs() + shownForMs(hideAt, Date.now()) });
		} else if (!answer.ok) setProblem(answer.problem);
		return answer.ok;
	};
	return {
		values: shown?.values ?? null,
		secondsLeft: shown === null ? 0 : secondsUntil(shown.hideAt, now),
		problem,
		waiting,
		show,
		hide: () => setShown(null),
	};
}
