/** A wait that can be cut short: `wake` ends the present one, if any. */
export type InterruptibleWait = { wait(ms: number): Promise<void>; wake(): void };

export function createInterruptibleWait(): InterruptibleWait {
	let end: (() => void) | null = null;
	return {
		wait: (ms) =>
			new Promise((resolve) => {
				const timer = setTimeout(() => end?.(), ms);
				end = () => {
					clearTimeout(timer);
					end = null;
					resolve();
				};
			}),
		wake: () => end?.(),
	};
}
