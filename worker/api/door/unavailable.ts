import { Refused } from "./serve.ts";

/** Nobody at a counter waits longer to be told to try again. */
const ANSWER_MAX_MS = 10_000;

/**
 * Does what needs the bank's memory and its keys; while either is away the answer is to try again shortly. What is
 * logged is the fault's own words, never the statement, whose values a library would repeat.
 */
export async function orNotReady<Value>(work: () => Promise<Value>): Promise<Value | Refused> {
	const done = new AbortController();
	try {
		const late = scheduler
			.wait(ANSWER_MAX_MS, { signal: done.signal })
			.then(() => Promise.reject(new Error(`no answer in ${ANSWER_MAX_MS} ms`)));
		return await Promise.race([work(), late]);
	} catch (error) {
		const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
		console.error(JSON.stringify({ message: "personal data not within reach", error: String(cause) }));
		return new Refused("not-ready");
	} finally {
		done.abort();
	}
}
