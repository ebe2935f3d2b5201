/** A signal that aborts after a while: `AbortSignal.timeout` is newer than the oldest screens. */
export function abortAfter(ms: number): AbortSignal {
	const controller = new AbortController();
	setTimeout(() => controller.abort(), ms);
	return controller.signal;
}
