import { useEffect, useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";

const SECOND_MS = 1_000;

/** Whole seconds until the server will listen again after this refusal, counted down; 0: now. */
export function useWait(problem: ClientProblem | null): number {
	const [left, setLeft] = useState(0);
	useEffect(() => {
		const endsAt = elapsedMs() + (problem?.retryAfterMs ?? 0);
		const count = () => setLeft(Math.max(0, Math.ceil((endsAt - elapsedMs()) / SECOND_MS)));
		count();
		const timer = setInterval(count, SECOND_MS);
		return () => clearInterval(timer);
	}, [problem]);
	return left;
}
