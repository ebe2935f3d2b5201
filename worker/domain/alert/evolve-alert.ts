import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import { type AlertState, alertOfHelp } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { identityOf, nameOf } from "../people/identity.ts";
import { guestKnown, guestMet } from "./guests.ts";
import { triedBefore, turnTaken } from "./offer.ts";
import { isOver } from "./raise.ts";
import { isSettled, markCauses } from "./too-long.ts";

/** What happens to alerts, and to calls for help of before there were alerts. */
export type AlertEvent = Extract<BranchEvent, { alertId: string } | { helpId: string }>;

/** Folds one of them in; of an alert that is known no more nothing changes. */
export function alertEvent(draft: BranchState, event: AlertEvent, { actor, at }: Commit): void {
	switch (event.type) {
		case "alert-raised": {
			const { alertId, kind, reason, where = null, about, told, step, escalatesAt = null, tried } = event;
			const who = { raisedBy: nameOf(actor), sender: identityOf(actor), raisedAt: at, freshAt: at };
			const nobody = { acceptedBy: null, acceptedAt: null, passedOn: null, escalatedAt: null };
			draft.alerts.set(alertId, {
				id: alertId,
				kind,
				reason,
				where,
				about,
				...who,
				told,
				step,
				...nobody,
				escalatesAt,
				...(tried === undefined ? {} : { tried }),
			});
			if (kind === "offer") turnTaken(draft, told.persons, at);
			if (kind === "arrival") guestKnown(draft, about, told.persons);
			if (kind === "coverage") draft.lobby = { ...draft.lobby, isAlarmed: true };
			return markCauses(draft, event, at);
		}
		case "alert-repeated":
			return change(draft, event.alertId, ({ where }) => ({ where: event.where ?? where, freshAt: at }));
		case "alert-accepted":
			return accepted(draft, event.alertId, { actor, at });
		case "alert-passed-on": {
			// Whom it was passed to does not come either: then it goes to those of its order again.
			const { to, reason, escalatesAt = null } = event;
			const told = "role" in to ? { roles: [to.role], persons: [] } : { roles: [], persons: [to.staffId] };
			const passedOn = { by: event.by ?? nameOf(actor), reason };
			const again = { told, step: 0, passedOn, acceptedBy: null, acceptedAt: null, escalatesAt, freshAt: at };
			return change(draft, event.alertId, (alert) => ({ ...again, ...triedBefore(alert, passedOn.by, told) }));
		}
		case "alert-declined": {
			const { told, step, reason, escalatesAt = null, tried } = event;
			const passedOn = { by: nameOf(actor), reason };
			if (tried !== undefined) turnTaken(draft, told.persons, at);
			return change(draft, event.alertId, () => ({ told, step, passedOn, escalatesAt, ...(tried && { tried }) }));
		}
		case "alert-escalated": {
			const { told, step, escalatesAt = null, tried } = event;
			if (tried !== undefined) turnTaken(draft, told.persons, at);
			return change(draft, event.alertId, () => ({
				told,
				step,
				escalatesAt,
				escalatedAt: at,
				...(tried && { tried }),
			}));
		}
		case "alert-ended":
			draft.alerts.delete(event.alertId);
			return;
		case "help-asked":
			return helpAsked(draft, event, { actor, at });
		case "help-accepted":
			return accepted(draft, event.helpId, { actor, at });
		default:
			return event satisfies never;
	}
}

type When = Pick<Commit, "actor" | "at">;

function change(draft: BranchState, id: string, differs: (alert: AlertState) => Partial<AlertState>): void {
	const alert = draft.alerts.get(id);
	if (alert !== undefined) draft.alerts.set(id, { ...alert, ...differs(alert) });
}

function accepted(draft: BranchState, id: string, { actor, at }: When): void {
	const alert = draft.alerts.get(id);
	if (alert !== undefined) guestMet(draft, alert, nameOf(actor));
	change(draft, id, () => ({ acceptedBy: nameOf(actor), acceptedAt: at, escalatesAt: null }));
}

function helpAsked(draft: BranchState, event: Extract<AlertEvent, { type: "help-asked" }>, { actor, at }: When): void {
	const { helpId: id, reason, counterId } = event;
	if (draft.alerts.has(id)) {
		const where = counterId === undefined ? {} : { where: { kind: "counter" as const, counterId } };
		return change(draft, id, () => ({ ...where, freshAt: at }));
	}
	const asked = { askedBy: nameOf(actor), askedAt: at, acceptedBy: null, acceptedAt: null };
	draft.alerts.set(id, alertOfHelp({ id, reason, counterId: counterId ?? null, ...asked, sender: identityOf(actor) }));
}

/** Forgets those nobody waits for any more; by the time of the commit, so that every fold forgets alike. */
export function forgetAlerts(draft: BranchState, at: number): void {
	for (const alert of draft.alerts.values()) if (isOver(alert, at)) draft.alerts.delete(alert.id);
}

/** Ends those by themselves whose cause is gone; they follow from the state, so that every fold ends alike. */
export function endSettled(draft: BranchState, at: number): void {
	for (const alert of draft.alerts.values()) if (isSettled(alert, draft, at)) draft.alerts.delete(alert.id);
}

/** A day that has ended hurries nobody: limits count opening hours. */
export function restAlerts(draft: BranchState): void {
	for (const { id, escalatesAt } of draft.alerts.values()) {
		if (escalatesAt !== null) change(draft, id, () => ({ escalatesAt: null }));
	}
}
