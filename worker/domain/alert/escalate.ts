import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Context } from "../hall/decision.ts";
import { tellNext } from "./telling.ts";

/** When more must be told of the first alert that nobody has accepted; null: of none. */
export function nextEscalationAt({ alerts }: BranchState): number | null {
	let next: number | null = null;
	for (const { escalatesAt } of alerts.values()) {
		if (escalatesAt !== null && (next === null || escalatesAt < next)) next = escalatesAt;
	}
	return next;
}

/** Tells more people of every alert that nobody has accepted in time. Each goes a step further, so none is due again at once. */
export function escalations(state: BranchState, { now, present }: Pick<Context, "now" | "present">): BranchEvent[] {
	const events: BranchEvent[] = [];
	for (const alert of state.alerts.values()) {
		if (alert.escalatesAt === null || alert.escalatesAt > now) continue;
		const next = tellNext(state, alert, "no-answer", { now, present });
		events.push({ type: "alert-escalated", alertId: alert.id, ...next });
	}
	return events;
}
