import { useEffect, useState } from "react";
import type { WayOut } from "../../../schema/hall/event.ts";
import type { HallTicket } from "../../hall/hall.ts";
import type { Desk } from "../../live/use-desk.ts";
import { useWords } from "../../words/words.ts";
import type { CounterAction, Workplace } from "./counter-actions.ts";
import { COUNTER_SPOT } from "./desk-spots.ts";

/** How long the page offers it; the branch takes it for longer, since the answer also has to come. */
const OFFERED_MS = 8_000;

/** A customer who has just left this counter, as that can be taken back. */
export type JustLeft = { readonly ticketId: string; readonly number: string; readonly of: WayOut };

export type TakeBack = {
	/** Null: there is nothing to take back now. */
	readonly offered: JustLeft | null;
	/** Said once the branch has done it. */
	readonly left: (ticket: HallTicket, of: WayOut) => void;
	readonly take: () => void;
};

const WAYS_OUT: { readonly [Action in CounterAction]?: WayOut } = {
	finish: "finish",
	"no-show": "no-show",
	hold: "hold",
};

/** How an action lets the customer leave; undefined: it does not, or asks something first. */
export function wayOutOf(action: CounterAction): WayOut | undefined {
	return WAYS_OUT[action];
}

/** Offers for eight seconds to take back what was done last, until somebody else stands at the counter. */
export function useTakeBack({ state, isMine }: Workplace, desk: Desk): TakeBack {
	const { t } = useWords();
	const [last, setLast] = useState<JustLeft | null>(null);
	useEffect(() => {
		if (last === null) return;
		const timer = setTimeout(() => setLast(null), OFFERED_MS);
		return () => clearTimeout(timer);
	}, [last]);
	const { counter } = state;
	const isFree = counter.status === "open" && (counter.ticketId === null || counter.ticketId === last?.ticketId);
	const offered = isMine && isFree && !desk.isWaiting(COUNTER_SPOT) ? last : null;
	return {
		offered,
		left: ({ id, number }, of) => setLast({ ticketId: id, number, of }),
		take: () => {
			if (offered === null) return;
			const { ticketId, number } = offered;
			setLast(null);
			const command = { type: "take-back-ticket" as const, counterId: counter.id, ticketId };
			void desk.run(COUNTER_SPOT, t("undo"), { command }, t("undone", { number }));
		},
	};
}
