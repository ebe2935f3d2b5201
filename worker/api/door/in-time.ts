/** What a question is answered within `mostMs`; null when it is not answered by then. A fault of the question is thrown. */
export async function inTime<Value>(mostMs: number, question: Promise<Value>): Promise<Value | null> {
	const done = new AbortController();
	const late = scheduler.wait(mostMs, { signal: done.signal }).then(
		() => null,
		() => null,
	);
	try {
		return await Promise.race([question, late]);
	} finally {
		done.abort();
	}
}
