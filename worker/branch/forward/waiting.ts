import type { Memory } from "../../records/memory.ts";

/** Something stored here that D1 has not got yet. */
export type Waiting = {
	/** What it is called among the things that are parked; never a business day. */
	readonly name: string;
	/** Idempotent. Rejects when D1 would not take it. */
	readonly bring: (memory: Memory, epoch: number) => Promise<unknown>;
	/** Once D1 has it. */
	readonly brought: () => void;
};

/** Things that wait for D1, each by itself and in their order: what D1 refuses is set aside by its name. */
export type WaitingLine = {
	/** Whether anything waits, save what is parked. */
	waits(parked: ParkedNames): boolean;
	/** The first that waits, save what is parked; null: none. */
	next(parked: ParkedNames): Waiting | null;
	/** What has this name; null when it is none of this line's, or waits no more. */
	named(name: string): Waiting | null;
	/** D1 was set back, or the branch: all that D1 had, and that is still kept here, waits again. */
	sendAgain(): void;
};

/** What was set aside because D1 refuses it. Stored as `businessDay`: a day, or the name of a `Waiting`. */
export type ParkedNames = readonly { readonly businessDay: string }[];
