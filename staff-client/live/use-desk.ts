import { useCallback, useRef, useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { SendResult } from "../../client-kit/live/command-outbox.ts";
import type { LiveView } from "../../client-kit/live/live-view.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import type { Command } from "../../schema/hall/command.ts";
import type { Intention } from "../hall/intention.ts";

/** A command that has been sent and not yet answered. `label`: how the person is told what is still waiting. */
export type Underway = {
	readonly spot: string;
	readonly label: string;
	readonly command: Command;
	/** Monotonic milliseconds. */
	readonly sentAt: number;
};

/** What the person should be told of a command: that it was not done, or that something was done which nothing else on the page shows. */
export type DeskNotice =
	| { readonly kind: "refused"; readonly spot: string; readonly label: string; readonly problem: ClientProblem }
	| { readonly kind: "dropped"; readonly spot: string; readonly label: string; readonly mayHaveArrived: boolean }
	| { readonly kind: "done"; readonly spot: string; readonly text: string };

export type Desk = {
	readonly underway: readonly Underway[];
	/** Whether a command of this spot (a part of the page) has no answer yet: each spot sends one at a time, so a second tap sends nothing. */
	isWaiting(spot: string): boolean;
	/** Null when the spot still waits for its last answer. `doneText`: what to say once it is done, where nothing else on the page shows it. */
	run(spot: string, label: string, intention: Intention, doneText?: string): Promise<SendResult | null>;
	readonly notice: DeskNotice | null;
	dismiss(): void;
};

/** Sends commands; keeps those without an answer, and the notice of the last one. */
export function useDesk(live: LiveView | null): Desk {
	const [underway, setUnderway] = useState<readonly Underway[]>([]);
	const [notice, setNotice] = useState<DeskNotice | null>(null);
	// Two taps may come before React draws again, so the spots in use are kept beside the state.
	const spots = useRef(new Set<string>());

	const run = useCallback(
		async (spot: string, label: string, intention: Intention, doneText?: string): Promise<SendResult | null> => {
			if (live === null || spots.current.has(spot)) return null;
			spots.current.add(spot);
			const mine = { spot, label, command: intention.command, sentAt: elapsedMs() };
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
