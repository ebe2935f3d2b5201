import type { PublicCall } from "../../schema/hall/view.ts";
import { ANNOUNCE_MAX_AGE_MS } from "../../schema/limits.ts";

/**
 * What is announced now and what waits for its turn: one at a time, oldest call first. A call is a number (`id`) and its `calledAt`;
 * a recall has a new `calledAt`, and so is announced again.
 */
export type AnnouncementQueue = {
	readonly current: PublicCall | null;
	readonly waiting: readonly PublicCall[];
	/** By number: the `calledAt` last seen on the board, announced or not. */
	readonly seen: ReadonlyMap<string, number>;
};

export const EMPTY_QUEUE: AnnouncementQueue = { current: null, waiting: [], seen: new Map() };

/**
 * The queue after a look at the board. New calls join it; one older than `ANNOUNCE_MAX_AGE_MS` at branch time `now` (the screen was
 * away) is shown but not spoken. A waiting call is dropped once its customer has come or left; one that is recalled meanwhile keeps
 * its place and is announced once.
 */
export function absorbCalls(queue: AnnouncementQueue, calls: readonly PublicCall[], now: number): AnnouncementQueue {
	const onBoard = new Map(calls.map((call) => [call.id, call]));
	const waiting: PublicCall[] = [];
	for (const call of queue.waiting) {
		const latest = onBoard.get(call.id);
		if (latest !== undefined && isAwaited(latest)) waiting.push(latest);
	}
	const queued = new Set(waiting.map((call) => call.id));
	const fresh = calls.filter(
		(call) =>
			isAwaited(call) &&
			!queued.has(call.id) &&
			queue.seen.get(call.id) !== call.calledAt &&
			now - call.calledAt <= ANNOUNCE_MAX_AGE_MS,
	);
	fresh.sort((a, b) => a.calledAt - b.calledAt);
	// Numbers that have left the board are forgotten, so that months of days do not pile up.
	const seen = new Map(calls.map((call) => [call.id, call.calledAt]));
	return { current: queue.current, waiting: [...waiting, ...fresh], seen };
}

/** Whether anybody is still to come: who has left, or is being served, is called no more. */
function isAwaited(call: PublicCall): boolean {
	return call.active && call.serving !== true;
}

/** Begins the next announcement if none is under way. */
export function beginNext(queue: AnnouncementQueue): AnnouncementQueue {
	const [next, ...waiting] = queue.waiting;
	return queue.current !== null || next === undefined ? queue : { ...queue, current: next, waiting };
}

/** The announcement under way is over. */
export function endCurrent(queue: AnnouncementQueue): AnnouncementQueue {
	return { ...queue, current: null };
}
