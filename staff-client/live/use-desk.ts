import { useCallback, useRef, useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { SendResult } from "../../client-kit/live/command-outbox.ts";
import type { LiveView } from "../../client-kit/live/live-view.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import type { Intention } from "../hall/intention.ts";

/** A command on its way: its label is what the person sees waiting. */
export type Underway = {
	readonly spot: string;
	readonly label: string;
	/** Monotonic milliseconds. */
	readonly sentAt: number;
};

/** What the person should know of a command: that it was not done, or that something unseen was. */
export type DeskNotice =
	| { readonly kind: "refused"; readonly spot: string; readonly label: string; readonly problem: ClientProblem }
	| { readonly kind: "dropped"; readonly spot: string; readonly label: string; readonly mayHaveArrived: boolean }
	| { readonly kind: "done"; readonly spot: string; readonly text: string };

export type Desk = {
	readonly underway: readonly Underway[];
	/** A spot of the page is where the answer is waited for: one command at a time, so a second tap sends nothing. */
	isWaiting(spot: string): boolean;
	/** Null when the spot is still waiting for its last answer. `doneText` is for what nobody would see otherwise. */
	run(spot: string, label: string, intention: Intention, doneText?: string): Promise<SendResult | null>;
	readonly notice: DeskNotice | null;
	dismiss(): void;
};

/** Sends commands, and keeps those without an answer and what is to be said of the last one. */
export function useDesk(live: LiveView | null): Desk {
	const [underway, setUnderway] = useState<readonly Underway[]>([]);
	const [notice, setNotice] = useState<DeskNotice | null>(null);
	// Two taps may come before React draws again, so the spots in use are kept beside the state.
	const spots = useRef(new Set<string>());

	const run = useCallback(
		async (spot: string, label: string, intention: Intention, doneText?: string): Promise<SendResult | null> => {
			if (live === null || spots.current.has(spot)) return null;
			spots.current.add(spot);
			const mine = { spot, label, sentAt: elapsedMs() };
			setUnderway((list) => [...list, mine]);
			setNotice(null);
			const result = await live.send(intention.command, intention.expect);
			spots.current.delete(spot);
			setUnderway((list) => list.filter((each) => each !== mine));
			if (result.status === "refused") setNotice({ kind: "refused", spot, label, problem: result.problem });
			if (result.status === "dropped") {
				setNotice({ kind: "dropped", spot, label, mayHaveArrived: result.mayHaveArrived });
			}
			if (result.status === "done" && doneText !== undefined) setNotice({ kind: "done", spot, text: doneText });
			return result;
		},
		[live],
	);
	const dismiss = useCallback(() => setNotice(null), []);
	return {
		underway,
		isWaiting: (spot) => underway.some((each) => each.spot === spot),
		run,
		notice,
		dismiss,
	};
}
