/**
 * How many wait for the service before the one who just took a number. The view may or may not already count the new
 * ticket: it does when its seq has reached that of the answer.
 */
export function peopleAhead(waiting: number, viewSeq: number, answerSeq: number): number {
	return Math.max(0, viewSeq >= answerSeq ? waiting - 1 : waiting);
}
