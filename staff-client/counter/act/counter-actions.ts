import { canServe, isInLineAt } from "../../../rules/dispatch.ts";
import type { May } from "../../../rules/holding.ts";
import { chooseNext, type NextCall } from "../../../rules/order-reason.ts";
import { maySitAt, modesFor } from "../../hall/counter-roles.ts";
import { type CounterState, counterState } from "../../hall/counter-state.ts";
import type { Hall, HallTicket } from "../../hall/hall.ts";

/** Everything a person at a counter can set off with one key. */
export type CounterAction =
	| "open"
	| "call-next"
	| "start"
	| "finish"
	| "recall"
	| "no-show"
	| "transfer"
	| "hold"
	| "redirect"
	| "take-back"
	| "pause"
	| "resume"
	| "change-mode"
	| "close"
	| "help"
	| "waiting-list"
	| "set-aside"
	| "keys";

/** What the counter page shows: the counter, its next call, and what can be done now. */
export type Workplace = {
	readonly state: CounterState;
	/** Whether the person looking is the one signed on here. */
	readonly isMine: boolean;
	/** Waiting tickets this counter may call; the next one and why it is next. */
	readonly eligible: readonly HallTicket[];
	readonly next: NextCall<HallTicket> | undefined;
	/** What this person gave away to any other counter and none has had its chance at yet. */
	readonly afterOthers: readonly HallTicket[];
	readonly possible: ReadonlySet<CounterAction>;
	/** Why the person looking cannot sign on here; null when they can, or somebody has. */
	readonly noSignOn: "right" | "staff-list" | "role" | null;
};

/** Who looks at a counter, when (branch time), and what they may do at this branch. */
export type Looker = { readonly staffId: string; readonly may: May; readonly now: number };

/** The workplace of one counter for whoever looks; null for an unknown counter. */
export function workplaceAt(hall: Hall, counterId: string, { staffId, may, now }: Looker): Workplace | null {
	const counter = hall.counters.get(counterId);
	if (!counter) return null;
	const state = counterState(hall, counter, now);
	const isMine = counter.staffId === staffId;
	const able = [...hall.tickets.values()].filter((ticket) => canServe(counter, ticket));
	const eligible = able.filter((ticket) => isInLineAt(hall, counter, ticket));
	const afterOthers = able.filter((ticket) => !eligible.includes(ticket));
	const next = chooseNext(eligible);
	const modes = modesFor(hall, counterId, staffId).length;
	const possible = new Set<CounterAction>(may("alert.raise") ? ["keys", "help"] : ["keys"]);
	const noSignOn = state.activity === "closed" ? whyNoSignOn(hall, counterId, staffId, may) : null;
	if (state.activity === "closed" && noSignOn === null) possible.add("open");
	if (isMine) for (const action of ofActivity(state, next !== undefined, modes)) possible.add(action);
	return { state, isMine, eligible, next, afterOthers, possible, noSignOn };
}

function whyNoSignOn(hall: Hall, counterId: string, staffId: string, may: May): Workplace["noSignOn"] {
	if (!may("counter.run")) return "right";
	if (!hall.staff.has(staffId)) return "staff-list";
	return maySitAt(hall, counterId, staffId) ? null : "role";
}

function ofActivity(state: CounterState, somebodyWaits: boolean, modes: number): CounterAction[] {
	const lists: CounterAction[] = ["waiting-list", "set-aside"];
	const mode: CounterAction[] = modes > 1 ? ["change-mode"] : [];
	switch (state.activity) {
		case "closed":
			return [];
		case "paused":
			return [...lists, ...mode, "resume", "close"];
		case "free":
			return [...lists, ...mode, ...(somebodyWaits ? (["call-next"] as const) : []), "pause", "close"];
		case "called":
			return [...lists, "start", "recall", "no-show", "transfer", "hold", "redirect"];
		case "serving":
			return [...lists, "finish", "transfer", "hold", "redirect"];
		default:
			return state.activity satisfies never;
	}
}
