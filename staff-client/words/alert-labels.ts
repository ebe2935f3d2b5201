import type { AlertKind, PassReason, ReasonOf } from "../../schema/hall/alert.ts";
import type { StaffAlert } from "../../schema/hall/view.ts";
import { HELP_WORD } from "./labels.ts";

/** What an alert of each kind and reason is called. */
const ALERT_WORD = {
	help: HELP_WORD,
	handover: { lobby: "alertLobbyHandover" },
	coverage: { uncovered: "alertUncovered" },
	absence: { away: "alertAway", lunch: "alertLunch", "off-duty": "alertOffDuty" },
	offer: { referral: "alertOffer" },
	arrival: { valued: "alertArrival" },
	departure: { leaving: "alertDeparture" },
	"long-service": { "over-usual": "alertLongService" },
	"long-wait": { "over-limit": "alertLongWait", foreseen: "alertLongWaitForeseen" },
} as const satisfies { readonly [Kind in AlertKind]: Record<ReasonOf<Kind>, string> };
type Labels = typeof ALERT_WORD;
type Word = "alertOther" | { [Kind in AlertKind]: Labels[Kind][keyof Labels[Kind]] }[AlertKind];

/** What an alert is called; a page older than its branch calls one of a kind or reason that it does not know an alert. */
export function alertWord({ kind, reason }: Pick<StaffAlert, "kind" | "reason">): Word {
	const ofKind: Readonly<Record<string, Word>> | undefined = ALERT_WORD[kind];
	return ofKind?.[reason] ?? "alertOther";
}

/** What the button says that takes an alert of a kind, and the one that says it is done. */
export const TAKE_WORD = {
	help: "accept",
	"long-service": "accept",
	"long-wait": "accept",
	handover: "takeLobby",
	coverage: "accept",
	absence: "noted",
	offer: "comeNow",
	arrival: "noted",
	departure: "sayGoodbye",
} as const satisfies Record<AlertKind, string>;
export const DONE_WORD: { readonly [Kind in AlertKind]?: "metCustomer" | "saidGoodbye" } = {
	offer: "metCustomer",
	departure: "saidGoodbye",
};
/** Kinds that are not handed on: nothing to do, named to one person, or over before somebody else has come. */
export const STAYS_WITH_TOLD: readonly AlertKind[] = ["absence", "handover", "departure"];
/** Kinds of which whoever is told may say that they cannot: the next are told at once. */
export const CAN_DECLINE: readonly AlertKind[] = ["handover", "offer"];

export const PASS_WORD = {
	busy: "passBusy",
	away: "passAway",
	"not-mine": "passNotMine",
	"needs-right": "passNeedsRight",
} as const satisfies Record<PassReason, string>;
export const PASS_REASONS = Object.keys(PASS_WORD) as PassReason[];
