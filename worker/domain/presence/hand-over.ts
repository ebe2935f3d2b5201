import type { BranchEvent } from "../../../schema/hall/event.ts";
import { escalationFrom } from "../alert/alert-kinds.ts";
import { acceptAlert } from "../alert/answer.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Context, type Decision, isRefusal } from "../hall/decision.ts";
import { endOpen } from "./lobby-people.ts";
import { absenceTold } from "./set-presence.ts";

/**
 * Somebody takes an alert. Who takes the lobby over has it from that moment, with each open matter of whoever leaves: these
 * ring anew, one by one, and only then is the other away.
 */
export function takeAlert(state: BranchState, alertId: string, context: Context): Decision {
	const taken = acceptAlert(state, alertId, context);
	const alert = state.alerts.get(alertId);
	const { actor, now } = context;
	if (isRefusal(taken) || alert?.kind !== "handover" || alert.where?.kind !== "absence" || actor.kind !== "staff")
		return taken;
	const { kind: _, staffId, ...said } = alert.where;
	const events: BranchEvent[] = [
		...taken.events,
		{ type: "presence-set", staffId: actor.staffId, status: "on-duty", lobby: true },
	];
	// A head who was to leave, and stays because nobody else came, hands nothing over.
	if (staffId === actor.staffId) return { events: [...events, { type: "alert-ended", alertId }] };
	events.push({ type: "presence-set", staffId, ...said });
	for (const { id, kind, acceptedBy } of state.alerts.values()) {
		if (acceptedBy !== staffId) continue;
		const escalatesAt = escalationFrom(now, kind, state);
		events.push({
			type: "alert-passed-on",
			alertId: id,
			to: { staffId: actor.staffId },
			reason: "away",
			by: staffId,
			escalatesAt,
		});
	}
	events.push(...absenceTold(state, { staffId, said }, context, 0), ...endOpen(state, "coverage"), {
		type: "alert-ended",
		alertId,
	});
	return { events };
}
