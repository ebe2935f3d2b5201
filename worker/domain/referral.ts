import { holds } from "../../rules/holding.ts";
import { covers } from "../../rules/place.ts";
import type { Actor } from "../../schema/actor.ts";
import type { Answer, BranchEvent, Commit } from "../../schema/event.ts";
import type { OutcomeBody, ReferralStatus } from "../../schema/referral.ts";
import type { ReferralRequest } from "../../schema/sealed-referral.ts";
import type { BranchState } from "./branch-state.ts";
import { businessDayAt } from "./business-day.ts";
import { commitOf } from "./commit.ts";
import { type Decision, refuse } from "./decision.ts";
import { staffOf } from "./staff.ts";

export type ReferralArrival = {
	readonly request: ReferralRequest;
	readonly actor: Actor;
	/** Branch time. */
	readonly now: number;
	/** Chosen by the door, which has sealed the personal values for it. */
	readonly referralId: string;
};

/** The commit a new identified-customer record leads to. It carries nothing personal. */
export function referralCommit(
	state: BranchState,
	arrival: ReferralArrival,
): Commit | Extract<Answer, { status: "refused" }> {
	const at = Math.max(arrival.now, state.lastAt);
	return commitOf(state, arrival, at, recordReferral(state, { ...arrival, now: at }));
}

/** Never refused for anything that can be added later; open at any hour, for customers come before and after too. */
function recordReferral(state: BranchState, { request, actor, now, referralId }: ReferralArrival): Decision {
	const { command } = request;
	if (actor.kind !== "staff" || !holds(actor, "referral.create")) return refuse("not-permitted");
	if (!covers(actor.place, state.branchId)) return refuse("wrong-place");
	if (state.configuration === null) return refuse("branch-not-configured");
	const { configuration, people } = state;
	const { referenceOnly, timeZone } = configuration;
	const missing = missingFrom(command.holds, command.hasReference, referenceOnly === true);
	if (missing !== null) return refuse(missing);
	const staffId = command.identifiedBy ?? actor.staffId;
	const role =
		staffId === actor.staffId
			? actor.role
			: staffOf({ configuration, people }).find((each) => each.id === staffId)?.role;
	if (role === undefined) return refuse("unknown-staff", staffId);
	const recorded: BranchEvent = {
		type: "referral-recorded",
		referralId,
		status: command.status,
		reasonCode: command.reasonCode,
		staffId,
		role,
		businessDay: state.day?.status === "open" ? state.day.businessDay : businessDayAt(timeZone, now),
		...(command.managerId === undefined ? {} : { managerId: command.managerId }),
		...(command.ticketId === undefined ? {} : { visit: command.ticketId }),
	};
	return { events: [recorded] };
}

/** What a record may not hold, or lacks, in a branch that keeps names or references only; null: all is well. */
export function missingFrom(
	holding: readonly string[],
	hasReference: boolean,
	referenceOnly: boolean,
): "reference-only" | "reference-needed" | null {
	if (referenceOnly && holding.some((field) => NAMING.has(field))) return "reference-only";
	return hasReference || (!referenceOnly && holding.includes("name")) ? null : "reference-needed";
}

/** Where a record stands after an outcome; one that says nothing leaves it where it was. */
export function statusAfterOutcome(before: ReferralStatus, { status, accounts, sold }: OutcomeBody): ReferralStatus {
	if (status !== undefined) return status;
	return accounts.length + sold.length > 0 ? "concluded" : before;
}

/** What keeps an outcome's status from going with what was opened or sold; null: they agree. */
export function clashOf({ status, accounts, sold }: OutcomeBody): string | null {
	const some = accounts.length + sold.length > 0;
	if (status === "concluded" && !some) return "concluded needs an account opened or a product sold";
	if (status === "not_interested" && some) return "not_interested goes with no account and no product";
	return null;
}

/** Whether nothing more is to be done: a later confirmation does not take such a record up again. */
export function isOver(status: ReferralStatus): boolean {
	switch (status) {
		case "concluded":
		case "not_interested":
			return true;
		case "offered":
		case "introduced":
		case "to_follow_up":
			return false;
		default:
			return status satisfies never;
	}
}

/** What says who somebody is or how to reach them. */
const NAMING: ReadonlySet<string> = new Set(["name", "number", "contact"]);
