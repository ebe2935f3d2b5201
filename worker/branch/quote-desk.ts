import type { BranchState } from "../domain/hall/branch-state.ts";
import type { HallQuotes } from "../domain/quote/hall-quotes.ts";
import { areQuotesDue, dueQuotes } from "../domain/quote/tell-quotes.ts";

/**
 * Works out what is due of waits once the answer was sent, and has it ready for the next commit. What is lost here with the
 * object's memory is worked out again with that commit, and is the same.
 */
export class QuoteDesk {
	readonly #state: () => BranchState;
	readonly #waitUntil: (work: Promise<void>) => void;
	/** For which look at the hall. */
	#ready: { readonly of: BranchState["quotes"]; readonly quotes: HallQuotes } | null = null;

	constructor(state: () => BranchState, waitUntil: (work: Promise<void>) => void) {
		this.#state = state;
		this.#waitUntil = waitUntil;
	}

	/** After a commit: its answer goes first. */
	follow(after: BranchState): void {
		if (areQuotesDue(after)) this.#waitUntil(scheduler.wait(0).then(() => this.#workOut()));
	}

	/** What has been worked out of this state; undefined: nothing yet. */
	ready({ quotes }: BranchState): HallQuotes | undefined {
		return this.#ready?.of === quotes ? this.#ready.quotes : undefined;
	}

	#workOut(): void {
		const state = this.#state();
		if (areQuotesDue(state) && this.ready(state) === undefined)
			this.#ready = { of: state.quotes, quotes: dueQuotes(state) };
	}
}
