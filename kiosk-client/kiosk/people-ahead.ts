/**
 * How many wait for the service before somebody who has just taken a number, from the view's count of those waiting. That count
 * includes the new ticket as soon as the view's seq has reached the answer's.
 */
export function peopleAhead(waiting: number, viewSeq: number, answerSeq: number): number {
	return Math.max(0, viewSeq >= answerSeq ? waiting - 1 : waiting);
}
