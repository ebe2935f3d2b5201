import { type Result, refused } from "../../rules/result.ts";

/** The bank's memory, or a file of the worker's, did not answer: logged, and said to whoever asked. */
export function unreachable(error: unknown): Result<never> {
	console.error(JSON.stringify({ message: "what it needs did not answer", error: String(error) }));
	return refused("not-ready");
}
