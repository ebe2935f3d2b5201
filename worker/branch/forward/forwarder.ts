import { FIGURE_FRESH_MS, ROLLUP_BURST_COMMITS, ROLLUP_EVERY_MS } from "../../../schema/limits.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import { isPlausible, nextAttemptAt } from "../../domain/pace/back-off.ts";
import { attempt } from "../../records/attempt.ts";
import { rememberBranch } from "../../records/bank/branch.ts";
import { tryWriting } from "../../records/memory.ts";
import { DayReader } from "./day-reader.ts";
import type { ForwarderPorts } from "./forwarder-ports.ts";
import { type Parked, type Progress, parkedBut, parkedToTry } from "./progress.ts";
import { compareWithMemory, forgetLostTime } from "./set-back-steps.ts";
import type { Waiting } from "./waiting.ts";
import { writeDay } from "./write-day.ts";

/** Tries of one day before it is set aside and a person must look; only those made while D1 could write count. */
const POISON_ATTEMPTS_MAX = 5;
/** Business days sent in one go; the rest follows at once. */
const BATCH_MAX_DAYS = 8;
/** What D1 should know at once (a day opened or closed) is sent again after this, in case the first sending was cut off. */
const OWED_MAX_MS = 60_000;

/** Brings rollups and reports to D1: at least once, idempotently, and never in a command's way. */
export class Forwarder {
	readonly #ports: ForwarderPorts;
	readonly #days: DayReader;
	#progress: Progress;
	#running: Promise<void> | null = null;
	/** Something came up during the present run that must not wait for the next one. */
	#again = false;
	/** All of it is to be sent again, from the oldest day that is kept. */
	#fromStart = false;
	/** Something reached D1 in the present run. */
	#reached = false;

	constructor(ports: ForwarderPorts, progress: Progress) {
		this.#ports = ports;
		this.#days = new DayReader(ports.log, ports.epoch);
		this.#progress = progress;
		this.#fromStart = progress.setBack?.isOnRecord === false;
	}

	get progress(): Progress {
		return this.#progress;
	}

	/** Branch time at which to send by itself, in a state; null: nothing waits to be sent. `posted`: something just came. */
	dueAt(state: BranchState, posted = false): number | null {
		const owes = posted || this.#hasWaiting() || this.#owes(state);
		return this.#retryAt() ?? (owes ? state.lastAt + OWED_MAX_MS : null);
	}

	/** Sends now if the state just reached is worth it, or something was `posted`; null when it can wait. */
	follow(before: BranchState, after: BranchState, posted = false): Promise<void> | null {
		if (this.#running !== null) {
			if (!posted && after.changed.branch === before.changed.branch) return null;
			this.#again = true;
			return this.#running;
		}
		const { at } = this.#progress;
		const retryAt = this.#retryAt();
		const owes = posted || this.#owes(after);
		const burst = after.seq - this.#progress.seq >= ROLLUP_BURST_COMMITS;
		const old = after.lastAt - at >= (burst ? FIGURE_FRESH_MS : ROLLUP_EVERY_MS);
		const due = retryAt === null ? owes || old : after.lastAt >= retryAt;
		return due ? this.drain() : null;
	}

	/** Branch time of the next try; one that a wrong clock put far away is due now. */
	#retryAt(): number | null {
		const { retryAt } = this.#progress;
		const now = this.#ports.now();
		return retryAt === null || isPlausible(retryAt, now) ? retryAt : now;
	}

	/** Sends what D1 does not know yet, oldest day first. One run at a time; never rejects. */
	drain(): Promise<void> {
		this.#running ??= this.#run();
		return this.#running;
	}

	/** Sends all that is kept once more: D1 was set back and may have lost any of it, or knows it under another epoch. */
	sendAgain(): Promise<void> {
		this.#fromStart = true;
		this.#again = true;
		if (this.#running === null) this.#beginAgain();
		return this.drain();
	}

	/** The branch was set back and has stored this progress; `sendAgain` then brings D1 in step. */
	setBack(progress: Progress): void {
		this.#progress = progress;
		this.#fromStart = true;
	}

	/** What is under way must not move the cursor over what is to be sent again: the cursor goes back between two rounds. */
	#beginAgain(): void {
		if (!this.#fromStart) return;
		for (const line of this.#ports.lines) line.sendAgain();
		this.#keep({ ...this.#progress, seq: 0, known: 0, poisonAttempts: 0 });
		this.#fromStart = false;
	}

	/** Sends what D1 does not know yet because somebody looks; true when D1 then knows all there is. */
	async bringUpToDate(): Promise<boolean> {
		const { seq } = this.#ports.state();
		const isInStep = () => this.#progress.seq >= seq && this.#progress.setBack === null;
		if (!isInStep() && this.#progress.retryAt === null) await this.drain();
		return isInStep() && this.#progress.parked.length === 0;
	}

	async #run(): Promise<void> {
		this.#reached = false;
		try {
			do {
				this.#again = false;
				this.#beginAgain();
				const isKnown = (await this.#compare()) && (await this.#noteSetBack());
				if (!isKnown || !(await this.#takeOver()) || !(await this.#deliverLines())) break;
				while (await this.#sendBatch()) {
					// Each round moves the cursor or ends the run.
				}
				await this.#forgetLost();
			} while (this.#again && this.#progress.retryAt === null);
			this.#beginAgain();
			const isWell = this.#reached && this.#progress.retryAt === null;
			if (isWell) await this.#tryAgain(parkedToTry(this.#progress, this.#ports.now()));
		} catch (error) {
			// The branch's own storage failed: the next try must wait like any other.
			const failures = this.#progress.failures + 1;
			const { now, jitter } = this.#ports;
			this.#progress = { ...this.#progress, failures, retryAt: nextAttemptAt(now(), failures, jitter()) };
			const { branchId } = this.#ports.state();
			console.error(JSON.stringify({ message: "forwarding broke off", branchId, error: String(error) }));
		} finally {
			this.#running = null;
		}
	}

	/** Whether D1 still has what it acknowledged; if not, all is sent again. False: it could not be asked. */
	async #compare(): Promise<boolean> {
		const acknowledged = { epoch: this.#ports.epoch(), seq: this.#progress.known };
		if (acknowledged.seq === 0) return true;
		const { why, isBehind } = await compareWithMemory(this.#ports, acknowledged);
		if (why !== null) return this.#rest("", why, false);
		this.#fromStart ||= isBehind;
		this.#beginAgain();
		return true;
	}

	/** The ledger hears that the branch was set back before it hears of any day closed since. */
	async #noteSetBack(): Promise<boolean> {
		const { setBack } = this.#progress;
		if (setBack === null || setBack.isOnRecord) return true;
		const why = await attempt(() => this.#ports.ledger.noteSetBack(setBack));
		if (why !== null) return this.#rest("", why, false);
		this.#keep({ ...this.#progress, setBack: { ...setBack, isOnRecord: true } });
		return true;
	}

	/** What is there from before is taken over before anything lost is forgotten. False: D1 would not give it now. */
	async #takeOver(): Promise<boolean> {
		const { takeOver, memory } = this.#ports;
		if (takeOver.isDone) return true;
		const why = await attempt(() => takeOver.take(memory));
		return why === null || this.#rest("", why, false);
	}

	/** Once all that the branch has is written anew, what is left of a lost time goes. */
	async #forgetLost(): Promise<void> {
		const { setBack, seq, parked, retryAt } = this.#progress;
		if (setBack === null || !setBack.isOnRecord || this.#fromStart || retryAt !== null) return;
		const { configuration, seq: lastSeq } = this.#ports.state();
		// Of a branch set back to before it was configured there is nothing to write.
		if (seq < lastSeq && configuration !== null) return;
		const why = await forgetLostTime(this.#ports, setBack.epoch, parked);
		if (why !== null) this.#rest("", why, false);
		else if (this.#progress.setBack?.epoch === setBack.epoch) this.#keep({ ...this.#progress, setBack: null });
	}

	/** Brings what waits in the lines, because somebody looks; not while D1 is known to be away. */
	async bringLines(): Promise<void> {
		if (this.#hasWaiting() && this.#progress.retryAt === null) await this.drain();
	}

	#hasWaiting(): boolean {
		if (!this.#ports.takeOver.isDone) return true;
		return this.#ports.lines.some((line) => line.waits(this.#progress.parked));
	}

	/** Brings what waits in the lines to D1, each line in its order. False: D1 would not take one now, so nothing else is tried. */
	async #deliverLines(): Promise<boolean> {
		for (const line of this.#ports.lines) {
			const next = () => line.next(this.#progress.parked);
			for (let waiting = next(); waiting !== null; waiting = next()) {
				const failure = await this.#deliver(waiting);
				if (failure === null) this.#delivered();
				else if (!(await this.#failed(waiting.name, this.#progress.seq, failure))) return false;
			}
		}
		return true;
	}

	/** The tries of what was refused before it was this one's own: they count for nothing that follows. */
	#delivered(): void {
		this.#reached = true;
		if (this.#progress.poisonAttempts > 0) this.#keep({ ...this.#progress, poisonAttempts: 0 });
	}

	/** Null, and it waits here no more, or what went wrong. */
	async #deliver({ bring, brought }: Waiting): Promise<string | null> {
		const failure = await attempt(() => bring(this.#ports.memory, this.#ports.epoch()));
		if (failure === null) brought();
		return failure;
	}

	/** Whether a day has opened or closed, or the configuration changed, since D1 last heard. */
	#owes(state: BranchState): boolean {
		return state.changed.branch > this.#progress.seq || this.#progress.setBack !== null;
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
			if (this.#progress.retryAt !== null) {
				this.#keep({ ...this.#progress, failures: 0, poisonAttempts: 0, retryAt: null });
			}
			return false;
		}
		const origin = { epoch: this.#ports.epoch(), seq };
		const failure = await attempt(() => rememberBranch(this.#ports.memory, configuration, origin));
		if (failure !== null) return this.#failed("", seq, failure);
		this.#acknowledged(seq);
		this.#succeeded("", seq);
		return false;
	}

	/** Sends again, once each, all that was set aside: what was wrong may have been mended. */
	retryParked(): Promise<void> {
		return this.#tryAgain(this.#progress.parked);
	}

	/** What is refused again goes on resting and arms nothing: it waits for a success, not for a time. */
	async #tryAgain(parked: readonly Parked[]): Promise<void> {
		for (const { businessDay } of parked) {
			const [waiting] = this.#ports.lines.flatMap((line) => line.named(businessDay) ?? []);
			const why = await (waiting === undefined ? this.#send(businessDay) : this.#deliver(waiting));
			const rest = parkedBut(this.#progress, businessDay);
			// Another run may have brought it there meanwhile.
			if (rest.length === this.#progress.parked.length) continue;
			const still = why === null ? [] : [{ businessDay, why, triedAt: this.#ports.now() }];
			this.#keep({ ...this.#progress, parked: [...rest, ...still] });
		}
	}

	/** One day as its commits are at this moment; null or what went wrong, be it that they cannot be read. */
	#send(businessDay: string): Promise<string | null> {
		return attempt(async () => {
			await writeDay(this.#ports, this.#days.read(businessDay), (seq) => this.#acknowledged(seq));
		});
	}

	/** D1 knows the branch under this seq at least; kept with the next change of the progress. */
	#acknowledged(seq: number): void {
		this.#progress = { ...this.#progress, known: Math.max(this.#progress.known, seq) };
	}

	#succeeded(businessDay: string, upTo: number): void {
		this.#reached = true;
		const parked = parkedBut(this.#progress, businessDay);
		const seq = Math.max(this.#progress.seq, upTo);
		const well = { failures: 0, retryAt: null, poisonAttempts: 0 };
		this.#keep({ ...this.#progress, ...well, seq, at: this.#ports.now(), parked });
	}

	/**
	 * While D1 or the ledger is away, or cannot write, nothing counts but time; a day they refuse while both can write is
	 * parked in the end. True when it has just been, so that the days behind it can go on.
	 */
	async #failed(businessDay: string, upTo: number, why: string): Promise<boolean> {
		const { memory, ledger, now } = this.#ports;
		const writing = (await attempt(() => Promise.all([tryWriting(memory), ledger.tryWriting()]))) === null;
		if (this.#progress.poisonAttempts + (writing ? 1 : 0) < POISON_ATTEMPTS_MAX) {
			return this.#rest(businessDay, why, writing);
		}
		const about = { branchId: this.#ports.state().branchId, businessDay, why };
		console.error(JSON.stringify({ message: "day set aside", ...about }));
		const parked = [...parkedBut(this.#progress, businessDay), { businessDay, why, triedAt: now() }];
		this.#keep({ ...this.#progress, seq: upTo, parked, failures: 0, poisonAttempts: 0, retryAt: null });
		return true;
	}

	/** The next try comes after a while; false: nothing else is tried before. */
	#rest(businessDay: string, why: string, writing: boolean): false {
		const { now, jitter, state } = this.#ports;
		const failures = this.#progress.failures + 1;
		const poisonAttempts = this.#progress.poisonAttempts + (writing ? 1 : 0);
		const about = { branchId: state().branchId, businessDay, why, failures, writing };
		console.error(JSON.stringify({ message: "forwarding failed", ...about }));
		this.#keep({ ...this.#progress, failures, poisonAttempts, retryAt: nextAttemptAt(now(), failures, jitter()) });
		return false;
	}

	#keep(progress: Progress): void {
		const before = this.#progress;
		this.#progress = progress;
		this.#ports.keep(progress, before);
	}
}
