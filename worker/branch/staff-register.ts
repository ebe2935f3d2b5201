import * as z from "zod";
import type { BranchPerson } from "../../schema/hall/branch-person.ts";
import { EpochMs } from "../../schema/ids.ts";
import { isPlausible, nextAttemptAt } from "../domain/pace/back-off.ts";

/** The bank's books are asked again so long after a change was announced, in case its second notice is lost. */
const ASK_AGAIN_MS = 10_000;

/** When the books must be asked once more, wall-clock time, and how often in a row that has failed. */
export const StaffNotice = z.object({ askAt: EpochMs, failures: z.number().int() });
export type StaffNotice = z.infer<typeof StaffNotice>;

export type StaffPorts = {
	/** Everybody with a role at this branch, by the bank's books. */
	readonly people: () => Promise<BranchPerson[]>;
	/** Believes it. */
	readonly change: (people: readonly BranchPerson[]) => void;
	/** Remembers when to ask again; null: not at all. */
	readonly keep: (notice: StaffNotice | null) => void;
	/** A number in [0, 1). */
	readonly jitter: () => number;
};

/** Keeps a branch's knowledge of its own people in step with the bank's books, through any outage of these. */
export class StaffRegister {
	readonly #ports: StaffPorts;
	#notice: StaffNotice | null;
	#asked = 0;
	#believed = 0;

	constructor(ports: StaffPorts, notice: StaffNotice | null) {
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
			const people = await this.#ports.people();
			// An older answer may come later than a newer one.
			if (turn < this.#believed) return true;
			this.#believed = turn;
			this.#ports.change(people);
			return true;
		} catch (error) {
			console.error(JSON.stringify({ message: "people of the branch not known", error: String(error) }));
			return false;
		}
	}

	#keep(notice: StaffNotice | null): void {
		this.#ports.keep(notice);
		this.#notice = notice;
	}
}
