/** The first pause of an alarm that brought nothing; doubled with every further one in a row. */
const FIRST_PAUSE_MS = 1_000;
/** However long it brings nothing, it comes this often. */
const PAUSE_MAX_MS = 300_000;

/** How long an alarm rests after it has come `fruitless` times in a row (1 or more) without anything moving on. */
export function pauseAfter(fruitless: number): number {
	return Math.min(PAUSE_MAX_MS, FIRST_PAUSE_MS * 2 ** Math.min(fruitless - 1, 20));
}
