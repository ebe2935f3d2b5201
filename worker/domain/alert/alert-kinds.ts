import { noticeLimits } from "../../../rules/measure/usual-limits.ts";
import type { AlertKind, AlertReason, ReasonOf } from "../../../schema/hall/alert.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { AlertKindRow } from "./alert-kind.ts";
import { HELP } from "./help.ts";
import { ABSENCE, ARRIVAL, COVERAGE, DEPARTURE, HANDOVER } from "./lobby-alerts.ts";
import { LONG_SERVICE } from "./long-service.ts";
import { LONG_WAIT } from "./long-wait.ts";
import { OFFER } from "./offer.ts";

/**
 * Every kind of alert there is. A new one is a row here, its reasons in `schema/hall/alert.ts`, and a rule that raises it. `handover`: a
 * stand-in is asked to take the lobby; `coverage`: nobody has the lobby; `absence`: somebody has left; `offer`: a customer waits for a
 * relationship manager; `arrival`: a customer of value was recognised; `departure`: has been served and leaves.
 */
const ALERT_KINDS: { readonly [Kind in AlertKind]: AlertKindRow<ReasonOf<Kind>> } = {
	help: HELP,
	handover: HANDOVER,
	coverage: COVERAGE,
	absence: ABSENCE,
	offer: OFFER,
	arrival: ARRIVAL,
	departure: DEPARTURE,
	"long-service": LONG_SERVICE,
	"long-wait": LONG_WAIT,
};

/** The definition of a kind. An alert is only raised with a reason of its own kind, so the cast is safe. */
export function kindOf(kind: AlertKind): AlertKindRow<AlertReason> {
	return ALERT_KINDS[kind] as AlertKindRow<AlertReason>;
}

/** When the next people are told of an alert of this kind that was last told to somebody at `now`, if nobody has accepted it by then. */
export function escalationFrom(
	now: number,
	kind: AlertKind,
	{ configuration }: Pick<BranchState, "configuration">,
): number {
	const { escalatesAfterMs } = ALERT_KINDS[kind];
	return (
		now + (typeof escalatesAfterMs === "number" ? escalatesAfterMs : escalatesAfterMs(noticeLimits(configuration)))
	);
}
