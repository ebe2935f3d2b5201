import { isTold, type Someone } from "../../../rules/told.ts";
import type { Role } from "../../../schema/actor.ts";
import type { StoredCase } from "../../../schema/customer/case.ts";
import { ReferralFacts } from "../../../schema/customer/referral.ts";
import type { CaseMoved, Commit } from "../../../schema/hall/event.ts";
import { CASE_STEPS_MAX } from "../../../schema/limits.ts";
import { stepped } from "../case/stepped.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { rolesOf } from "../presence/lobby-people.ts";

const ADVISERS: readonly Role[] = ["relationship-manager", "marketing-manager"];

/** Who may know of every offer and every arrival of a valued customer. */
const WATCHERS: readonly Role[] = ["branch-head", "deputy-head", "lobby-manager", "stand-in"];

type Change = { readonly before: BranchState; readonly after: BranchState; readonly commit: Pick<Commit, "events"> };

/**
 * The record whose offer this commit accepts, or which its manager ends beside the customer (`met`); null: none.
 * `state`: before the commit, for an ended alert is gone after it.
 */
export function offerAnswered(
	state: BranchState,
	{ events, actor }: Pick<Commit, "events" | "actor">,
): { readonly caseId: string; readonly met: boolean } | null {
	if (actor.kind !== "staff") return null;
	for (const event of events) {
		if (event.type !== "alert-accepted" && event.type !== "alert-ended") continue;
		const alert = state.alerts.get(event.alertId);
		if (alert?.where?.kind !== "case") continue;
		const met = event.type === "alert-ended";
		// Ended by whoever accepted it, it says that they stand beside the customer; else it was taken back.
		if (!met || alert.acceptedBy === actor.staffId) return { caseId: alert.where.caseId, met };
	}
	return null;
}

/**
 * What becomes of a record by that: it is its manager's, and introduced once the manager has met the customer. Null: nothing,
 * because it is over or has no step left but its last, or because who came is no manager but takes care of the customer meanwhile.
 */
export function followOffer(
	state: BranchState,
	stored: StoredCase,
	{ actor, at }: Pick<Commit, "actor" | "at">,
	met: boolean,
): { readonly after: StoredCase; readonly event: CaseMoved } | null {
	if (actor.kind !== "staff" || !rolesOf(state, actor.staffId, actor.role).some((role) => ADVISERS.includes(role)))
		return null;
	if (stored.closedAt !== null || stored.erasedAt !== null || stored.steps.length >= CASE_STEPS_MAX - 1) return null;
	const { staffId, role } = actor;
	const stage = met && stored.stage === "offered" ? "introduced" : stored.stage;
	const standing = { stage, ownerId: staffId, dueAt: stored.dueAt, texts: [] };
	const { after, event } = stepped(stored, { step: met ? "met" : "accepted", at, by: { staffId, role }, ...standing });
	const facts = { ...ReferralFacts.parse(stored.facts), isAssigned: 1 as const };
	return { after: { ...after, facts, revision: stored.revision + 1 }, event };
}

/**
 * Whom news of a private alert (an offer, or a valued customer's arrival) concerns, by the alerts a commit touches: whoever is
 * told or was, who raised or accepted it, and who watches over the lobby.
 */
export function offersTold({
	before,
	after,
	commit,
}: Change): readonly { readonly caseId?: string; readonly staffIds: string[]; readonly roles: Role[] }[] {
	return commit.events.flatMap((event) => {
		if (!("alertId" in event)) return [];
		const [was, is] = [before.alerts.get(event.alertId), after.alerts.get(event.alertId)];
		const { where } = is ?? was ?? {};
		if (where?.kind !== "case" && where?.kind !== "customer") return [];
		const about = where.kind === "case" ? { caseId: where.caseId } : {};
		const persons = [was, is].flatMap((each) =>
			each === undefined ? [] : [...each.told.persons, each.raisedBy, each.acceptedBy ?? ""],
		);
		return [{ ...about, staffIds: [...new Set(persons)], roles: [...WATCHERS] }];
	});
}

/** Whether somebody may know of a private alert: it is told to them, they raised or accepted it, or they watch over the lobby. */
export function mayKnowOffer({ told, raisedBy, acceptedBy }: AlertState, me: Someone): boolean {
	return (
		isTold(told, me) ||
		raisedBy === me.staffId ||
		acceptedBy === me.staffId ||
		me.roles.some((role) => WATCHERS.includes(role))
	);
}
