const ASK_EVERY_MS = 15_000;
/** Half of the width by which the interval is spread, so that a hall full of phones does not ask in step. */
const JITTER_MS = 3_000;
/** Reasons to ask often come in pairs, such as a patch and the return of the connection: one question serves them. */
const GATHER_MS = 100;

/**
 * Asks again and again while the page is looked at; an answer that never came leaves the last one standing. Returns
 * how to ask without waiting for the next turn.
 */
export function keepAsking<Answer>(
	ask: () => Promise<Answer | null>,
	onAnswer: (answer: Answer) => void,
	random: () => number = Math.random,
): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const within = (ms: number) => {
		clearTimeout(timer);
		timer = setTimeout(now, ms);
	};
	const soon = () => within(GATHER_MS);
	const now = () => {
		within(ASK_EVERY_MS + (random() * 2 - 1) * JITTER_MS);
		if (document.visibilityState !== "visible") return;
		void ask().then((answer) => {
			if (answer !== null) onAnswer(answer);
		});
	};
	document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && soon());
	return soon;
}
