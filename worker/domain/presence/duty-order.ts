import type { Command } from "../../../schema/hall/command.ts";
import { type Configured, type Decision, refuse } from "../hall/decision.ts";
import { staffOf } from "../people/staff.ts";

/** The head's list of today: whom referrals go to in turn. */
export function setDutyOrder(state: Configured, { staffIds }: Extract<Command, { type: "set-duty-order" }>): Decision {
	const known = new Set(staffOf(state).map(({ id }) => id));
	const unknown = staffIds.find((id) => !known.has(id));
	if (unknown !== undefined) return refuse("unknown-staff", unknown);
	return { events: [{ type: "duty-order-set", staffIds: [...new Set(staffIds)] }] };
}
