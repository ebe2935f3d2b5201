import { noticeLimits } from "../../../rules/measure/usual-limits.ts";
import type { Role } from "../../../schema/actor.ts";
import type { AlertWhere, ReasonOf, Told } from "../../../schema/hall/alert.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { OPEN_ALERTS_MAX } from "../../../schema/limits.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Configured, Context } from "../hall/decision.ts";
import type { AlertKindRow } from "./alert-kind.ts";
import { type NextManager, nextManager, type OfferTo } from "./offer-order.ts";

const MINUTE_MS = 60_000;
const HEADS = ["branch-head", "deputy-head"] as const satisfies readonly Role[];
const LOBBY = ["lobby-manager", "stand-in"] as const satisfies readonly Role[];

/** A customer who is here is offered to one manager after the other, the head last. Nobody else learns that there is one. */
export const OFFER: AlertKindRow<ReasonOf<"offer">> = {
	letter: "o",
	tells: () => [HEADS],
	above: [...HEADS, ...LOBBY],
	rings: () => true,
	isUrgent: () => false,
	escalatesAfterMs: ({ offerRingsMs }) => offerRingsMs,
	openForMs: () => 60 * MINUTE_MS,
	acceptedForMs: 60 * MINUTE_MS,
	isPrivate: true,
	onlyTo: [...HEADS, ...LOBBY, "relationship-manager", "marketing-manager"],
	asksNext: (state, alert, tried, present) => {
		const next = nextManager(state as Configured, alert, [...(alert.tried ?? []), ...tried], present);
		return askedOf(next);
	},
};

function askedOf({ staffId, tried }: NextManager) {
	const told = staffId === null ? { roles: [...HEADS], persons: [] } : { roles: [], persons: [staffId] };
	return { told, tried: [...tried], isLast: staffId === null };
}

type Offered = OfferTo & { readonly where: Extract<AlertWhere, { kind: "case" }> };

/** The event that offers a customer; none while the day is closed, or where there is no room for one alert more. */
export function offered(
	state: Configured,
	{ own, raisedBy, where }: Offered,
	{ now, present }: Pick<Context, "now" | "present">,
): readonly BranchEvent[] {
	if (state.day?.status !== "open" || state.alerts.size >= OPEN_ALERTS_MAX) return [];
	const { told, tried, isLast } = askedOf(nextManager(state, { own, raisedBy }, [], present));
	const { offerRingsMs } = noticeLimits(state.configuration);
	const more = { ...(tried.length === 0 ? {} : { tried }), ...(isLast ? {} : { escalatesAt: now + offerRingsMs }) };
	const raised = { kind: "offer", reason: "referral", about: where.caseId, where, told, step: isLast ? 1 : 0 } as const;
	return [{ type: "alert-raised", alertId: `${OFFER.letter}${state.seq + 1}`, ...raised, ...more }];
}

/** Who was rung before it was passed on is asked no more by itself; somebody whom it is passed to anew is not done. */
export function triedBefore({ kind, told, tried = [] }: AlertState, by: string, to: Told): Pick<AlertState, "tried"> {
	if (kind !== "offer") return {};
	const asked = told.persons.map((staffId) => ({ staffId, why: staffId === by ? "busy" : "no-answer" }) as const);
	return { tried: [...tried, ...asked].filter(({ staffId }) => !to.persons.includes(staffId)) };
}

/** Whose turn it was: noted whenever one more is rung. */
export function turnTaken(draft: BranchState, persons: readonly string[], at: number): void {
	const [id] = persons;
	if (id === undefined) return;
	const count = (draft.lobby.turns[id]?.count ?? 0) + 1;
	draft.lobby = { ...draft.lobby, turns: { ...draft.lobby.turns, [id]: { count, at } } };
}
