import type { LostCommits } from "../../domain/commit/set-back.ts";
import type { ClosedDay } from "../../domain/day/closed-day.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import type { Memory } from "../../records/memory.ts";
import type { CommitLog } from "../log/commit-log.ts";
import type { Progress } from "./progress.ts";
import type { WaitingLine } from "./waiting.ts";

/** Where closed days are written down for good. */
export type LedgerPort = {
	/** Idempotent. Rejects when it could not be written. */
	readonly noteClosed: (day: ClosedDay) => Promise<unknown>;
	/** Idempotent. Rejects when it could not be written. */
	readonly noteSetBack: (lost: LostCommits) => Promise<unknown>;
	/** Rejects when nothing can be written there now; leaves nothing. */
	readonly tryWriting: () => Promise<unknown>;
};

/** What a branch takes over once from D1 and from its own storage of before, before it brings anything there. */
export type TakeOver = {
	readonly isDone: boolean;
	/** Idempotent. Rejects when D1 would not give it. */
	readonly take: (memory: Memory) => Promise<void>;
};

/** What the forwarder needs from the object around it. */
export type ForwarderPorts = {
	readonly log: CommitLog;
	/** What waits for D1 besides the days. */
	readonly lines: readonly WaitingLine[];
	readonly takeOver: TakeOver;
	readonly memory: Memory;
	readonly ledger: LedgerPort;
	readonly state: () => BranchState;
	readonly epoch: () => number;
	/** Branch time. */
	readonly now: () => number;
	/** Keeps the progress; one row. */
	readonly keep: (progress: Progress, before: Progress) => void;
	/** A number in [0, 1) that spreads the retries of many branches. */
	readonly jitter: () => number;
};
