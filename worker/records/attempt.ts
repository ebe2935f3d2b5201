/** One write to D1 that takes longer has failed. */
const WRITE_MAX_MS = 10_000;

/** Null when it worked in time, else what went wrong. */
export async function attempt(work: () => Promise<unknown>): Promise<string | null> {
	const done = new AbortController();
	try {
		// First: should it throw at once, nothing waits beside it.
		const doing = work();
		const late = scheduler
			.wait(WRITE_MAX_MS, { signal: done.signal })
			.then(() => Promise.reject(new Error(`no answer in ${WRITE_MAX_MS} ms`)));
		await Promise.race([doing, late]);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	} finally {
		done.abort();
	}
}
