import { type RefObject, useRef, useState } from "react";
import { isNextAt } from "../../../rules/dispatch.ts";
import type { Hall, HallTicket } from "../../hall/hall.ts";
import { callNamed } from "../../hall/intention.ts";
import type { Desk } from "../../live/use-desk.ts";
import { useWords } from "../../words/words.ts";
import type { CounterAction, Workplace } from "./counter-actions.ts";
import { ACTION_NAME, directIntention } from "./counter-intention.ts";
import { COUNTER_SPOT } from "./desk-spots.ts";
import { focusList } from "./list-focus.ts";
import type { OpenDialog } from "./open-dialog.ts";
import { useCounterKeys } from "./use-counter-keys.ts";
import { type TakeBack, useTakeBack, wayOutOf } from "./use-take-back.ts";

export type CounterActs = {
	readonly act: (action: CounterAction) => void;
	/** Calls this ticket; asks for a reason first when it is not the next one. */
	readonly callNamed: (ticket: HallTicket) => void;
	readonly waiting: boolean;
	readonly takeBack: TakeBack;
	readonly dialog: OpenDialog | null;
	readonly closeDialog: () => void;
	readonly waitingList: RefObject<HTMLDivElement | null>;
	readonly setAsideList: RefObject<HTMLDivElement | null>;
};

/** What keys and buttons of the counter page do. */
export function useCounterActs(
	hall: Hall,
	workplace: Workplace,
	desk: Desk,
	said: { readonly modeId: string; readonly staffId: string },
): CounterActs {
	const { t } = useWords();
	const [dialog, setDialog] = useState<OpenDialog | null>(null);
	const waitingList = useRef<HTMLDivElement>(null);
	const setAsideList = useRef<HTMLDivElement>(null);
	const waiting = desk.isWaiting(COUNTER_SPOT);
	const takeBack = useTakeBack(workplace, desk);
	const possible =
		takeBack.offered === null ? workplace.possible : new Set([...workplace.possible, "take-back" as const]);

	const act = (action: CounterAction) => {
		if (!possible.has(action)) return;
		if (action === "take-back") return takeBack.take();
		if (action === "waiting-list") return focusList(waitingList.current);
		if (action === "set-aside") return focusList(setAsideList.current);
		if (waiting && action !== "help" && action !== "keys") return;
		const intention = directIntention(action, workplace.state, said);
		const done = action === "recall" ? t("recalled", { number: workplace.state.ticket?.number ?? "" }) : undefined;
		if (!intention) return setDialog(dialogOf(action, workplace));
		const [of, { ticket }] = [wayOutOf(action), workplace.state];
		void desk.run(COUNTER_SPOT, t(ACTION_NAME[action]), intention, done).then((result) => {
			if (result?.status === "done" && of !== undefined && ticket !== null) takeBack.left(ticket, of);
		});
	};
	useCounterKeys(possible, act);
	return {
		act,
		callNamed: (ticket) => {
			if (waiting || workplace.state.activity !== "free" || !workplace.isMine) return;
			if (!isNextAt(hall, workplace.state.counter, ticket)) {
				return setDialog({ kind: "named", ticketId: ticket.id });
			}
			const label = t("callThis", { number: ticket.number });
			void desk.run(COUNTER_SPOT, label, callNamed(workplace.state.counter, ticket));
		},
		waiting,
		takeBack,
		dialog,
		closeDialog: () => setDialog(null),
		waitingList,
		setAsideList,
	};
}

function dialogOf(action: CounterAction, workplace: Workplace): OpenDialog | null {
	const ticketId = workplace.state.ticket?.id;
	switch (action) {
		case "transfer":
		case "redirect":
			return ticketId === undefined ? null : { kind: action, ticketId };
		case "pause":
		case "change-mode":
		case "close":
		case "help":
		case "keys":
			return { kind: action };
		default:
			return null;
	}
}
