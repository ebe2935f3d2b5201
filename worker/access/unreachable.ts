import { type Result, refused } from "../../rules/result.ts";

/** For when the bank's memory, or a file beside the worker, did not answer: logs the error and gives the refusal `not-ready`. */
export function unreachable(error: unknown): Result<never> {
	console.error(JSON.stringify({ message: "what it needs did not answer", error: String(error) }));
	return refused("not-ready");
}
