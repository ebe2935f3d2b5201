import { type ReadonlySignal, signal } from "@preact/signals";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { LiveView } from "../../client-kit/live/live-view.ts";
import type { BranchRecord, OwnTicket } from "../../schema/hall/view.ts";

export type GiveUpState =
	| { readonly at: "no" | "asking" | "sending" | "unanswered" }
	| { readonly at: "refused"; readonly problem: ClientProblem };

export type GiveUp = {
	readonly state: ReadonlySignal<GiveUpState>;
	ask(): void;
	keep(): void;
	confirm(): Promise<void>;
};

/** Longer than this nobody looks at a button that does nothing. */
const PATIENCE_MS = 20_000;

/** Giving the number up: asked once, sent once, and only for the state the customer saw. */
export function createGiveUp(
	live: LiveView,
	branch: ReadonlySignal<BranchRecord | undefined>,
	ticket: ReadonlySignal<OwnTicket | undefined>,
): GiveUp {
	const state = signal<GiveUpState>({ at: "no" });
	return {
		state,
		ask: () => {
			state.value = { at: "asking" };
		},
		keep: () => {
			state.value = { at: "no" };
		},
		confirm: async () => {
			const own = ticket.value;
			const businessDay = branch.value?.businessDay ?? null;
			if (own === undefined || businessDay === null || state.value.at === "sending") return;
			state.value = { at: "sending" };
			const ticketId = `${businessDay.replaceAll("-", "")}-${own.number}`;
			const expectation = { ticketStatus: own.status };
			const command = { type: "cancel-ticket", ticketId } as const;
			const result = await live.send(command, expectation, { giveUpAfterMs: PATIENCE_MS });
			if (result.status === "done") state.value = { at: "no" };
			else if (result.status === "refused") state.value = { at: "refused", problem: result.problem };
			else state.value = { at: "unanswered" };
		},
	};
}
