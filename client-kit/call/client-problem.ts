import type { Problem, ProblemCode } from "../../schema/problem.ts";

/**
 * The server's problem, or `offline`: no answer came (status 0), or something between answered in its own words (its status).
 * Titles say what to do, in both languages.
 */
export type ClientProblem = Pick<Problem, "title" | "titleEn" | "detail" | "requestId" | "errors"> & {
	readonly code: ProblemCode | "offline";
	/** HTTP status; 0 when no answer came. */
	readonly status: number;
	/** How long to wait before the next try, where the server said so. */
	readonly retryAfterMs?: number;
};

export const OFFLINE: ClientProblem = {
	code: "offline",
	status: 0,
	title: "网络不通，请检查网络后重试",
	titleEn: "No connection: check the network and try again",
};

/** Whether the same request may succeed later: no answer, too many requests, or a server that is not ready; 500 is a fault. */
export function isPassing(problem: ClientProblem): boolean {
	return problem.status === 0 || problem.status === 429 || problem.status >= 502;
}
