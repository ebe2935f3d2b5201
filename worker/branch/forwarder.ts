import { z } from "zod";
import { ROLLUP_EVERY_MS } from "../../schema/limits.ts";
import { nextAttemptAt } from "../domain/back-off.ts";
import type { BranchState } from "../domain/branch-state.ts";
import { reportOf } from "../domain/report.ts";
import { rollupOf } from "../domain/rollup.ts";
import { rememberBranch, rememberRollup } from "../records/branch.ts";
import { isReachable, type Memory } from "../records/memory.ts";
import { rememberReport } from "../records/report.ts";
import type { CommitLog, StoredCommit } from "./commit-log.ts";

/** Tries of one day before it is set aside and a person must look; only those made while D1 answered count. */
const POISON_ATTEMPTS_MAX = 5;
/** Business days sent in one go; the rest follows at once. */
const BATCH_MAX_DAYS = 8;
/** One write to D1 that takes longer has failed. */
const WRITE_MAX_MS = 10_000;
/** What D1 should know at once (a day opened or closed) is sent again after this, in case the first sending was cut off. */
const OWED_MAX_MS = 60_000;

/** How far the bank's memory has followed this branch, and how it stands with what it would not take. */
export const Progress = z.object({
	/** Every commit up to this seq is known to D1, or parked. */
	seq: z.number().int(),
	/** Branch time of the last success. */
	at: z.number(),
	failures: z.number().int(),
	/** Branch time of the next try; null: none is waiting. */
	retryAt: z.number().nullable(),
	/** Tries of the oldest unsent day that failed although D1 answered. */
	poisonAttempts: z.number().int(),
	parked: z.array(z.object({ businessDay: z.string(), why: z.string() })),
});
export type Progress = z.infer<typeof Progress>;

export const NO_PROGRESS: Progress = { seq: 0, at: 0, failures: 0, retryAt: null, poisonAttempts: 0, parked: [] };

/** What the forwarder needs from the object around it. */
export type ForwarderPorts = {
	readonly log: CommitLog;
	readonly memory: Memory;
	readonly state: () => BranchState;
	readonly epoch: () => number;
	/** Branch time. */
	readonly now: () => number;
	/** Keeps the progress; one row. */
	readonly keep: (progress: Progress, before: Progress) => void;
	/** A number in [0, 1) that spreads the retries of many branches. */
	readonly jitter: () => number;
};

/** Brings rollups and reports to D1: at least once, idempotently, and never in a command's way. */
export class Forwarder {
	readonly #ports: ForwarderPorts;
	#progress: Progress;
	#running: Promise<void> | null = null;
	/** Something came up during the present run that must not wait for the next one. */
	#again = false;

	constructor(ports: ForwarderPorts, progress: Progress) {
		this.#ports = ports;
		this.#progress = progress;
	}

	get progress(): Progress {
		return this.#progress;
	}

	/** Branch time at which to send by itself, in a state; null: nothing waits to be sent. */
	dueAt(state: BranchState): number | null {
		return this.#progress.retryAt ?? (this.#owes(state) ? state.lastAt + OWED_MAX_MS : null);
	}

	/** Sends now if the state just reached is worth it; null when it can wait. */
	follow(before: BranchState, after: BranchState): Promise<void> | null {
		if (this.#running !== null) {
			if (after.changed.branch === before.changed.branch) return null;
			this.#again = true;
			return this.#running;
		}
		const { retryAt, at } = this.#progress;
		const due = retryAt === null ? this.#owes(after) || after.lastAt - at >= ROLLUP_EVERY_MS : after.lastAt >= retryAt;
		return due ? this.drain() : null;
	}

	/** Sends what D1 does not know yet, oldest day first. One run at a time; never rejects. */
	drain(): Promise<void> {
		this.#running ??= this.#run();
		return this.#running;
	}

	async #run(): Promise<void> {
		try {
			do {
				this.#again = false;
				while (await this.#sendBatch()) {
					// Each round moves the cursor or ends the run.
				}
			} while (this.#again && this.#progress.retryAt === null);
		} catch (error) {
			// The branch's own storage failed: the next try must wait like any other.
			const failures = this.#progress.failures + 1;
			const { now, jitter } = this.#ports;
			this.#progress = { ...this.#progress, failures, retryAt: nextAttemptAt(now(), failures, jitter()) };
			console.error(JSON.stringify({ message: "forwarding broke off", error: String(error) }));
		} finally {
			this.#running = null;
		}
	}

	/** Whether a day has opened or closed, or the configuration changed, since D1 last heard. */
	#owes(state: BranchState): boolean {
		return state.changed.branch > this.#progress.seq;
	}

	/** True when more is left to send at once. */
	async #sendBatch(): Promise<boolean> {
		const { log, state } = this.#ports;
		const days = log.daysAfter(this.#progress.seq, state().seq).slice(0, BATCH_MAX_DAYS);
		if (days.length === 0) return this.#sendName();
		for (const businessDay of days) {
			const upTo = log.lastSeqOf(businessDay, state().seq);
			const failure = await this.#send(businessDay);
			if (failure !== null) return this.#failed(businessDay, upTo, failure);
			this.#succeeded(businessDay, upTo);
		}
		return days.length === BATCH_MAX_DAYS;
	}

	/** A branch that was configured but never opened is known by name all the same. */
	async #sendName(): Promise<boolean> {
		const { configuration, seq } = this.#ports.state();
		if (configuration === null || this.#progress.seq >= seq) {
			// Nothing is left to send: a try still waiting would come again and again.
			if (this.#progress.retryAt !== null) this.#keep({ ...this.#progress, failures: 0, retryAt: null });
			return false;
		}
		const origin = { epoch: this.#ports.epoch(), seq };
		const failure = await attempt(() => rememberBranch(this.#ports.memory, configuration, origin));
		if (failure !== null) return this.#failed("", seq, failure);
		this.#succeeded("", seq);
		return false;
	}

	/** Sends again, once each, the days that were set aside: what was wrong may have been mended. */
	async retryParked(): Promise<void> {
		for (const { businessDay } of this.#progress.parked) {
			const failure = await this.#send(businessDay);
			if (failure === null) this.#keep({ ...this.#progress, parked: this.#parkedBut(businessDay) });
		}
	}

	/** One day as its commits are at this moment; null or what went wrong, be it that they cannot be read. */
	#send(businessDay: string): Promise<string | null> {
		return attempt(async () => this.#write([...this.#ports.log.commitsOf(businessDay)]));
	}

	/** One day's rollup, and its report once closed, in one D1 transaction. */
	async #write(stored: readonly StoredCommit[]): Promise<void> {
		const { memory } = this.#ports;
		const commits = stored.map((each) => each.commit);
		const rollup = rollupOf(commits);
		const configuration = this.#ports.state().configuration;
		if (rollup === null || configuration === null) return;
		const report = reportOf(commits);
		const origin = { epoch: this.#ports.epoch(), seq: commits.at(-1)?.seq ?? 0 };
		const storedAt = Date.now();
		const closing = stored.find((each) => each.commit.seq === report?.lastSeq);
		const reportWrites =
			report === null || closing === undefined
				? []
				: [rememberReport(memory, report, { ...origin, seq: report.lastSeq, hash: closing.hash, storedAt })];
		await memory.batch([
			rememberBranch(memory, configuration, origin),
			rememberRollup(memory, rollup, origin, storedAt),
			...reportWrites,
		]);
	}

	#succeeded(businessDay: string, upTo: number): void {
		const parked = this.#parkedBut(businessDay);
		const seq = Math.max(this.#progress.seq, upTo);
		this.#keep({ seq, at: this.#ports.now(), failures: 0, retryAt: null, poisonAttempts: 0, parked });
	}

	/**
	 * While D1 is away nothing counts but time; a day it refuses while it answers is parked in the end. True when it
	 * has just been, so that the days behind it can go on.
	 */
	async #failed(businessDay: string, upTo: number, why: string): Promise<boolean> {
		const { memory, now, jitter } = this.#ports;
		const answering = (await attempt(() => isReachable(memory))) === null;
		const failures = this.#progress.failures + 1;
		const poisonAttempts = this.#progress.poisonAttempts + (answering ? 1 : 0);
		console.error(JSON.stringify({ message: "forwarding failed", businessDay, failures, answering, why }));
		if (poisonAttempts >= POISON_ATTEMPTS_MAX) {
			const parked = [...this.#parkedBut(businessDay), { businessDay, why }];
			this.#keep({ ...this.#progress, seq: upTo, parked, failures: 0, poisonAttempts: 0, retryAt: null });
			return true;
		}
		this.#keep({ ...this.#progress, failures, poisonAttempts, retryAt: nextAttemptAt(now(), failures, jitter()) });
		return false;
	}

	#parkedBut(businessDay: string): Progress["parked"] {
		return this.#progress.parked.filter((each) => each.businessDay !== businessDay);
	}

	#keep(progress: Progress): void {
		const before = this.#progress;
		this.#progress = progress;
		this.#ports.keep(progress, before);
	}
}

/** Null when it worked in time, else what went wrong. */
async function attempt(work: () => Promise<unknown>): Promise<string | null> {
	const done = new AbortController();
	try {
		const late = scheduler
			.wait(WRITE_MAX_MS, { signal: done.signal })
			.then(() => Promise.reject(new Error(`no answer in ${WRITE_MAX_MS} ms`)));
		await Promise.race([work(), late]);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	} finally {
		done.abort();
	}
}
