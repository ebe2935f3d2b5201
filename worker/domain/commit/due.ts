import { escalations, nextEscalationAt } from "../alert/escalate.ts";
import { nextTooLongAt, tooLong } from "../alert/too-long.ts";
import { dayDueAt, dayTick } from "../day/day.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Configured, Context, Decision } from "../hall/decision.ts";
import { coverageAlarm, coverageDueAt } from "../presence/coverage.ts";

/** When the branch must act by itself, epoch milliseconds; null: nothing is due. The one alarm is armed by this. */
export function nextDueAt(state: BranchState): number | null {
	const times = [dayDueAt(state), nextEscalationAt(state), coverageDueAt(state), nextTooLongAt(state)];
	return times.reduce(soonest, null);
}

function soonest(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** What has become due by itself, one thing at a time. Without anything due there are no events, and nothing need be remembered. */
export function tick(state: Configured, context: Pick<Context, "now" | "present">): Decision {
	const dayAt = dayDueAt(state);
	// A day that is over needs nobody to look at its waits any more.
	const long = dayAt !== null && dayAt <= context.now ? [] : tooLong(state, context);
	const events = [...escalations(state, context), ...coverageAlarm(state, context), ...long];
	return events.length > 0 ? { events } : dayTick(state, context.now);
}
