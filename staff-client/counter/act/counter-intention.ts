import type { CounterState } from "../../hall/counter-state.ts";
import { callNext, type Intention, onTicket } from "../../hall/intention.ts";
import type { CounterAction } from "./counter-actions.ts";

/** What stands on the button of each action, and names it while it waits. */
export const ACTION_NAME = {
	open: "openCounter",
	"call-next": "callNext",
	start: "start",
	finish: "finish",
	recall: "recall",
	"no-show": "noShow",
	transfer: "transfer",
	hold: "hold",
	redirect: "redirect",
	"take-back": "undo",
	pause: "pause",
	resume: "resume",
	"change-mode": "changeMode",
	close: "closeCounter",
	help: "help",
	"waiting-list": "waitingList",
	"set-aside": "setAside",
	keys: "keys",
} as const satisfies Record<CounterAction, string>;

/** What an action sends at once; null for those that ask something first, and when there is nothing to act on. */
export function directIntention(
	action: CounterAction,
	state: CounterState,
	{ modeId, staffId }: { readonly modeId: string; readonly staffId: string },
): Intention | null {
	const { counter, ticket } = state;
	switch (action) {
		case "open":
			// The mode shown as chosen is said, for the branch would otherwise take the first one; and the person, for a pad
			// signs on whoever stands before it.
			return { command: { type: "open-counter", counterId: counter.id, staffId, modeId } };
		case "call-next":
			return callNext(counter);
		case "resume":
			return { command: { type: "resume-counter", counterId: counter.id } };
		case "start":
			return ticket && onTicket("start-service", ticket);
		case "finish":
			return ticket && onTicket("finish-service", ticket);
		case "recall":
			return ticket && onTicket("recall-ticket", ticket);
		case "no-show":
			return ticket && onTicket("mark-no-show", ticket);
		case "hold":
			return ticket && onTicket("hold-ticket", ticket);
		case "transfer":
		case "redirect":
		case "take-back":
		case "pause":
		case "change-mode":
		case "close":
		case "help":
		case "waiting-list":
		case "set-aside":
		case "keys":
			return null;
		default:
			return action satisfies never;
	}
}
