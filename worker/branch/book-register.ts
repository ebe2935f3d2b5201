import * as z from "zod";
import { EpochMs } from "../../schema/ids.ts";
import { isPlausible, nextAttemptAt } from "../domain/pace/back-off.ts";

/** The bank's books are asked again so long after a change was announced, in case its second notice is lost. */
const ASK_AGAIN_MS = 10_000;

/** When the books must be asked once more, wall-clock time, and how often in a row that has failed. */
export const BookNotice = z.object({ askAt: EpochMs, failures: z.number().int() });
export type BookNotice = z.infer<typeof BookNotice>;

export type BookPorts<Told> = {
	/** What the bank's books say: who has a role at this branch, or which sections are published for it. */
	readonly ask: () => Promise<Told>;
	/** Takes over what was read. When this throws, it is asked for again. */
	readonly change: (told: Told) => void | Promise<void>;
	/** Remembers when to ask again; null: not at all. */
	readonly keep: (notice: BookNotice | null) => void;
	/** A number in [0, 1). */
	readonly jitter: () => number;
};

/** Keeps one part of what a branch knows in step with the bank's books, through any outage of these. */
export class BookRegister<Told> {
	readonly #ports: BookPorts<Told>;
	#notice: BookNotice | null;
	#asked = 0;
	#believed = 0;

	constructor(ports: BookPorts<Told>, notice: BookNotice | null) {
		this.#ports = ports;
		this.#notice = notice;
	}

	/** Wall-clock time at which the books must be asked; null: nothing is open. */
	get dueAt(): number | null {
		if (this.#notice === null) return null;
		return isPlausible(this.#notice.askAt, Date.now()) ? this.#notice.askAt : Date.now();
	}

	/** Something changes in the books, or just has: asked now, and once more in a moment. */
	async announced(): Promise<void> {
		// Remembered first: should this end here, the alarm asks.
		this.#keep({ askAt: Date.now() + ASK_AGAIN_MS, failures: 0 });
		await this.#ask();
	}

	/** What the alarm does when `dueAt` has come. */
	async askAgain(): Promise<void> {
		const before = this.#notice;
		const answered = await this.#ask();
		// Announced anew meanwhile: that notice stands.
		if (before === null || this.#notice !== before) return;
		const failures = before.failures + 1;
		this.#keep(answered ? null : { askAt: nextAttemptAt(Date.now(), failures, this.#ports.jitter()), failures });
	}

	async #ask(): Promise<boolean> {
		const turn = ++this.#asked;
		try {
			const told = await this.#ports.ask();
			// An older answer may come later than a newer one.
			if (turn < this.#believed) return true;
			this.#believed = turn;
			await this.#ports.change(told);
			return true;
		} catch (error) {
			console.error(JSON.stringify({ message: "books not asked to the end", error: String(error) }));
			return false;
		}
	}

	#keep(notice: BookNotice | null): void {
		this.#ports.keep(notice);
		this.#notice = notice;
	}
}
