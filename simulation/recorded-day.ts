/** One customer of a recorded day. Times are milliseconds; arrivals count from local midnight. */
export type RecordedVisit = {
	readonly arrivalMs: number;
	/** Names of the source, in the order they were done; at least one. */
	readonly services: readonly string[];
	/** The source's class; empty: nothing was known of the customer. */
	readonly class: string;
	/** How long each service took; as many as `services`. */
	readonly serviceMs: readonly number[];
	/** From arrival to the first service in the source, where it tells. */
	readonly waitedMs?: number;
	/** The customer leaves when not called within this time. */
	readonly leavesAfterMs?: number;
	/** Nobody came when the number was called. */
	readonly noShow?: true;
	/** The later services were transfers to another counter, not named at arrival. */
	readonly transferred?: true;
};

export type RecordedSource = "call-log" | "clinic-log" | "neutral";

export type RecordedDay = {
	readonly source: RecordedSource;
	/** The day in the source; null where a file holds one day and does not say which. */
	readonly date: string | null;
	/** By arrival. */
	readonly visits: readonly RecordedVisit[];
	/** Groups of services done by the same people; null: the source says nothing about it. */
	readonly pools: readonly (readonly string[])[] | null;
	/** Rows that were left out or corrected, counted by reason. */
	readonly setAside: Readonly<Record<string, number>>;
};

/** What a reader returns: the day, or what is wrong with the text, with line numbers where there is a line. */
export type ReadResult =
	| { readonly status: "read"; readonly day: RecordedDay }
	| { readonly status: "unreadable"; readonly errors: readonly string[] };

export const DAY_MS = 86_400_000;
export const DAY_SECONDS = 86_400;
/** A reader stops listing errors here: the rest is most likely more of the same. */
export const READ_ERRORS_MAX = 20;

/** The visits by arrival; equal arrivals keep the order of the file. */
export function byArrivalTime(visits: readonly RecordedVisit[]): RecordedVisit[] {
	return visits.slice().sort((a, b) => a.arrivalMs - b.arrivalMs);
}

/** Counts reasons; a small mutable tally for readers and planners. */
export function tallyOf(): { readonly counts: Record<string, number>; add(reason: string): void } {
	const counts: Record<string, number> = {};
	return {
		counts,
		add(reason) {
			counts[reason] = (counts[reason] ?? 0) + 1;
		},
	};
}
