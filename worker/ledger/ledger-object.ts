import { DurableObject } from "cloudflare:workers";
import { LedgerDraft } from "../../schema/ledger/ledger.ts";
import { IMPORT_LINES_MAX } from "../../schema/limits.ts";
import { Alarm } from "../alarm/alarm.ts";
import { type Anchor, BEFORE_FIRST } from "../domain/ledger/chain.ts";
import { isPlausible, nextAttemptAt } from "../domain/pace/back-off.ts";
import type { Env } from "../platform/env.ts";
import { attempt } from "../records/attempt.ts";
import { lastLink, rememberLinks } from "../records/ledger/ledger.ts";
import { memoryOf } from "../records/memory.ts";
import { EntryLog } from "./entry-log.ts";
import { sumDueAt, sumEntry, summed } from "./refused-sum.ts";

/** Entries of a burst travel together. */
const FORWARD_AFTER_MS = 500;
/** Entries in one D1 transaction. */
const BATCH_MAX_ROWS = 40;
/** A file of people is written down in one go. */
const Drafts = LedgerDraft.array().min(1).max(IMPORT_LINES_MAX);
/** Acknowledged entries stay this long, so that an id that comes again is known; D1 has them for good. */
export const ENTRY_KEEP_MS = 7_776_000_000;

/** What the object itself knows of its chain, to hold the bank's copy against. */
export type Attestation = {
	readonly head: Anchor;
	/** The last link that D1 has acknowledged. */
	readonly acknowledged: Anchor;
	/** The object's own hash at the seq asked about; null when it has none. */
	readonly hashAt: string | null;
};

/** The ledger of one node of the institution: the single writer of its chain. Append, then forward. */
export class LedgerObject extends DurableObject<Env> {
	readonly #chain: string;
	readonly #log: EntryLog;
	readonly #alarm: Alarm;

	constructor(context: DurableObjectState, env: Env) {
		super(context, env);
		this.#chain = context.id.name ?? "";
		this.#log = new EntryLog(context.storage);
		this.#alarm = new Alarm(context.storage, `ledger ${this.#chain}`);
		context.blockConcurrencyWhile(async () => {
			const sendAt = this.#log.pending(1).length > 0 ? this.#sendAt() : null;
			this.#alarm.wake(await context.storage.getAlarm(), earliest(sendAt, this.#sumAt()));
		});
	}

	/**
	 * Writes an entry down, durably before this returns, and gives its place. The same `entryId` again gives the same
	 * place and writes nothing. D1 is not needed for it.
	 */
	append(draft: LedgerDraft): Anchor {
		const [place] = this.appendAll([draft]);
		if (place === undefined) throw new Error("an entry without a place");
		return place;
	}

	/** Writes several entries down, all of them or none, and gives their places in the same order. */
	appendAll(drafts: readonly LedgerDraft[]): Anchor[] {
		const checked = Drafts.parse(drafts);
		try {
			return this.#log.append(this.#chain, checked, () => this.#alarm.setEarlier(this.#sendAt()));
		} catch (error) {
			// Whether the alarm was rolled back with the entry is not known: the next entry sets it again.
			this.#alarm.forget();
			throw error;
		}
	}

	attest(seq: number): Attestation {
		const { seq: acknowledged, hash } = this.#log.progress;
		return { head: this.#log.head, acknowledged: { seq: acknowledged, hash }, hashAt: this.#log.hashAt(seq) };
	}

	/** Returns when an entry could be written now; leaves nothing. */
	tryWriting(): void {
		this.#log.tryWriting();
	}

	/** The object's own hashes after `seq`, oldest first, as far as it keeps them. */
	hashesAfter(seq: number, limit: number): Anchor[] {
		return this.#log.hashesAfter(seq, limit);
	}

	/**
	 * Writes a refused sign-in down by itself, or adds it to the one entry for those of a minute, which is one row however
	 * many they are.
	 */
	noteRefused(draft: LedgerDraft, isSummed: boolean): void {
		const checked = LedgerDraft.parse(draft);
		if (!isSummed) {
			this.appendAll([checked]);
			return;
		}
		try {
			const sum = summed(this.#log.refusedSum, checked);
			this.#log.keepRefusedSum(sum, () => this.#alarm.setEarlier(sumDueAt(sum, Date.now())));
		} catch (error) {
			this.#alarm.forget();
			throw error;
		}
	}

	/** Writes down what was summed, and brings to D1 what it does not have; one batch, then the next alarm. */
	override async alarm(): Promise<void> {
		this.#alarm.fired();
		this.#writeSum();
		const sendAt = await this.#forward();
		this.#alarm.rearm(earliest(sendAt, this.#sumAt()));
	}

	/** Under the id of its first, so that one cut off between entry and row is written once. */
	#writeSum(): void {
		const sum = this.#log.refusedSum;
		if (sum === null || sumDueAt(sum, Date.now()) > Date.now()) return;
		this.appendAll([sumEntry(sum)]);
		this.#log.keepRefusedSum(null, () => {});
	}

	#sumAt(): number | null {
		const sum = this.#log.refusedSum;
		return sum === null ? null : sumDueAt(sum, Date.now());
	}

	/** The bank's memory was set back: what it lost goes there again, as much as it takes now. Rejects when it cannot be asked. */
	async sendAgain(): Promise<void> {
		await this.#compare();
		if (this.#log.pending(1).length === 0) return;
		this.#alarm.setEarlier(this.#sendAt());
		for (let next: number | null = 0; next !== null && next <= Date.now() + 1; ) next = await this.#forward();
	}

	/** Whether D1 still has what it acknowledged; if not, the chain is sent again from where it ends there. */
	async #compare(): Promise<void> {
		const { progress } = this.#log;
		if (progress.seq === BEFORE_FIRST.seq) return;
		const last = (await lastLink(memoryOf(this.env.DB), this.#chain)) ?? BEFORE_FIRST;
		if (last.seq >= progress.seq || this.#log.progress !== progress) return;
		console.error(JSON.stringify({ message: "memory was set back", chain: this.#chain, last, progress }));
		this.#log.goBackTo(last);
	}

	/** Sends one batch; gives when the next is due, null: all is sent. */
	async #forward(): Promise<number | null> {
		if (this.#log.pending(1).length === 0) return null;
		const now = Date.now();
		let before = this.#log.progress;
		let last: Anchor = before;
		const failure = await attempt(async () => {
			await this.#compare();
			before = this.#log.progress;
			const rows = this.#log.pending(BATCH_MAX_ROWS);
			await rememberLinks(memoryOf(this.env.DB), this.#chain, rows, now);
			last = rows.at(-1) ?? last;
		});
		// Set back meanwhile: what was sent says nothing about what is missing before it.
		if (failure === null && this.#log.progress !== before) return Date.now() + 1;
		if (failure === null) {
			this.#log.keep({ seq: last.seq, hash: last.hash, failures: 0, retryAt: null });
			this.#log.dropAcknowledged(now - ENTRY_KEEP_MS);
			return this.#log.head.seq > last.seq ? Date.now() + 1 : null;
		}
		const failures = this.#log.progress.failures + 1;
		const retryAt = nextAttemptAt(Date.now(), failures, Math.random());
		console.error(JSON.stringify({ message: "ledger not forwarded", chain: this.#chain, failures, why: failure }));
		this.#log.keep({ ...this.#log.progress, failures, retryAt });
		return retryAt;
	}

	/** After a short gathering, but not before a retry is due; one that a wrong clock put far away counts no more. */
	#sendAt(): number {
		const { retryAt } = this.#log.progress;
		const soon = Date.now() + FORWARD_AFTER_MS;
		return Math.max(soon, isPlausible(retryAt, Date.now()) ? retryAt : 0);
	}
}

function earliest(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
