/** What a replay saw with its own eyes, apart from anything the branch says of itself. Durations in branch time. */
export type ReplayCounts = {
	visits: number;
	issued: number;
	/** Came when no number was given any more. */
	turnedAway: number;
	served: number;
	noShows: number;
	cancelled: number;
	/** Still in the hall at the end, or lost sight of. */
	unserved: number;
	transfers: number;
	recalls: number;
	returns: number;
	namedCalls: number;
	/** Tickets of people who are no part of the replay. */
	guests: number;
	/** Requests sent again after a lost connection. */
	retries: number;
	/** From the number to the first call, by class. */
	readonly waitsMs: Map<string, number[]>;
	/** Refusals nobody expected, oldest first. */
	readonly errors: { readonly at: number; readonly what: string }[];
	/** How far, at most, the replay fell behind its own timeline. */
	mostLateMs: number;
};

export function newCounts(visits: number): ReplayCounts {
	return {
		visits,
		issued: 0,
		turnedAway: 0,
		served: 0,
		noShows: 0,
		cancelled: 0,
		unserved: 0,
		transfers: 0,
		recalls: 0,
		returns: 0,
		namedCalls: 0,
		guests: 0,
		retries: 0,
		waitsMs: new Map(),
		errors: [],
		mostLateMs: 0,
	};
}

export function noteWait(counts: ReplayCounts, className: string, waitMs: number): void {
	const waits = counts.waitsMs.get(className);
	if (waits === undefined) counts.waitsMs.set(className, [waitMs]);
	else waits.push(waitMs);
}

export type WaitLine = {
	readonly class: string;
	readonly count: number;
	readonly meanMs: number;
	readonly p90Ms: number;
};

/** Mean and 90th percentile (nearest rank) of the waits of each class, the longest mean last. */
export function waitLines(counts: ReplayCounts): WaitLine[] {
	return [...counts.waitsMs]
		.map(([name, waits]) => ({
			class: name,
			count: waits.length,
			meanMs: waits.reduce((sum, each) => sum + each, 0) / waits.length,
			p90Ms: percentile(waits, 0.9),
		}))
		.sort((a, b) => a.meanMs - b.meanMs);
}

/** The smallest value that at least `share` of the list do not exceed; 0 for an empty list. */
export function percentile(list: readonly number[], share: number): number {
	const sorted = list.slice().sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
