/**
 * `open`: the page is used. `locking`: it is covered, and the server does not know yet. `locked`: the session is locked,
 * and a PIN opens it again. Covered, a page shows nothing of what is on it and asks the server for nothing else.
 */
export type PageLock = "open" | "locking" | "locked";

const callbacks = new Set<(lock: PageLock) => void>();
let present: PageLock = "open";

export function pageLock(): PageLock {
	return present;
}

export function setPageLock(lock: PageLock): void {
	if (lock === present) return;
	present = lock;
	for (const callback of [...callbacks]) callback(lock);
}

/** Calls back after each change; returns how to stop. */
export function onPageLock(callback: (lock: PageLock) => void): () => void {
	callbacks.add(callback);
	return () => callbacks.delete(callback);
}

/** Resolves when the page is open; at once when it is. What would only be refused waits for this instead. */
export function whenPageOpen(): Promise<void> {
	if (present === "open") return Promise.resolve();
	return new Promise((resolve) => {
		const stop = onPageLock((lock) => {
			if (lock !== "open") return;
			stop();
			resolve();
		});
	});
}
