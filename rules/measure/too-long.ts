import type { NoticeLimits } from "./usual-limits.ts";

/** When a service or a wait has become too long, by the targets of its kind of service and the branch's limits: the branch raises an alert, and phones mark it. */

/** How long a service of this usual length may last before somebody should look. */
export function longServiceMs(usualServiceMs: number, limits: NoticeLimits): number {
	return Math.max(limits.longServiceLeastMs, Math.round(usualServiceMs * limits.longServiceTimes));
}

/** How long anybody may wait for a service of this target before somebody should do something. */
export function longWaitMs(targetWaitMs: number, limits: NoticeLimits): number {
	return Math.max(limits.longWaitLeastMs, targetWaitMs);
}

/** One wait that goes on: since when, and its middle length as it was foreseen last; null: nobody on duty can serve it. */
export type OngoingWait = { readonly readyAt: number; readonly foreseenMs: number | null };

/** When this wait becomes too long, if it goes on and nothing else is foreseen. */
export function tooLongAt(
	{ readyAt, foreseenMs }: OngoingWait,
	limitMs: number,
	{ foreseenTimes, foreseenShare }: NoticeLimits,
): number {
	const isForeseen = foreseenMs !== null && foreseenMs >= limitMs * foreseenTimes;
	return readyAt + Math.round(isForeseen ? limitMs * foreseenShare : limitMs);
}

/** Whether this wait is no matter any more, once it was: neither so far nor as foreseen. */
export function isSettledWait(
	{ readyAt, foreseenMs }: OngoingWait,
	limitMs: number,
	{ settledShare }: NoticeLimits,
	at: number,
): boolean {
	return at - readyAt <= limitMs * settledShare && (foreseenMs === null || foreseenMs <= limitMs);
}
