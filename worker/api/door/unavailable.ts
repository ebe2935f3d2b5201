import { Refused } from "./serve.ts";

/** Nobody at a counter waits longer to be told to try again. */
const ANSWER_MAX_MS = 10_000;

/**
 * Does what needs D1, another object or the keys of personal data; while one of them is away the answer is to try again shortly. What is
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
		console.error(JSON.stringify({ message: "not answered in time or at all", error: String(cause) }));
		return new Refused("not-ready");
	} finally {
		done.abort();
	}
}
