import type { AlertKind, PassReason, ReasonOf } from "../../schema/hall/alert.ts";
import type { StaffAlert } from "../../schema/hall/view.ts";
import { HELP_WORD } from "./labels.ts";

/** What an alert of each kind and reason is called. */
const ALERT_WORD = { help: HELP_WORD } as const satisfies {
	readonly [Kind in AlertKind]: Record<ReasonOf<Kind>, string>;
};

export function alertWord({ kind, reason }: Pick<StaffAlert, "kind" | "reason">) {
	return ALERT_WORD[kind][reason];
}

export const PASS_WORD = {
	busy: "passBusy",
	away: "passAway",
	"not-mine": "passNotMine",
	"needs-right": "passNeedsRight",
} as const satisfies Record<PassReason, string>;
export const PASS_REASONS = Object.keys(PASS_WORD) as PassReason[];
