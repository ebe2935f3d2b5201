import { noticeLimits } from "../../../rules/measure/usual-limits.ts";
import type { AlertKind, AlertReason, ReasonOf } from "../../../schema/hall/alert.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { AlertKindRow } from "./alert-kind.ts";
import { HELP } from "./help.ts";
import { ABSENCE, ARRIVAL, COVERAGE, HANDOVER } from "./lobby-alerts.ts";
import { LONG_SERVICE } from "./long-service.ts";
import { LONG_WAIT } from "./long-wait.ts";
import { OFFER } from "./offer.ts";

/** Every kind of alert there is. A new one is a row here, its reasons in `schema/hall/alert.ts`, and a place that raises it. */
const ALERT_KINDS: { readonly [Kind in AlertKind]: AlertKindRow<ReasonOf<Kind>> } = {
	help: HELP,
	handover: HANDOVER,
	coverage: COVERAGE,
	absence: ABSENCE,
	offer: OFFER,
	arrival: ARRIVAL,
	"long-service": LONG_SERVICE,
	"long-wait": LONG_WAIT,
};

/** The definition of a kind. That an alert's reason is one of its kind was seen to when it was raised. */
export function kindOf(kind: AlertKind): AlertKindRow<AlertReason> {
	return ALERT_KINDS[kind] as AlertKindRow<AlertReason>;
}

/** When the next are told of an alert of this kind if nobody comes from `now` on. */
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
