import { isTold, type Someone } from "../../../rules/told.ts";
import type { Actor, Role } from "../../../schema/actor.ts";
import type { Told, Tried } from "../../../schema/hall/alert.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Context, type Refusal, refuse } from "../hall/decision.ts";
import { identityOf } from "../people/identity.ts";
import { escalationFrom, kindOf } from "./alert-kinds.ts";

type Telling = { readonly told: Told; readonly step: number };
/** `except`: who raised it answers no one's call but others'. */
type OnDuty = Pick<Context, "present"> & { readonly except?: string | undefined };

/** Whoever is told first: the person it names when on duty, else the first group with somebody on duty as well. */
export function firstTold(rows: readonly (readonly Role[])[], person: string | undefined, onDuty: OnDuty): Telling {
	const persons = person === undefined ? [] : [person];
	if (othersOf(onDuty).some(({ staffId }) => staffId === person)) return { told: { roles: [], persons }, step: 0 };
	return nextTold(rows, { told: { roles: [], persons }, step: 0 }, onDuty);
}

/** Those told so far and the next group with somebody on duty, with all between; when none has, everybody. */
export function nextTold(rows: readonly (readonly Role[])[], { told, step }: Telling, onDuty: OnDuty): Telling {
	const there = new Set(othersOf(onDuty).flatMap(({ roles }) => roles));
	const found = rows.findIndex((roles, index) => index >= step && roles.some((role) => there.has(role)));
	const next = found === -1 ? rows.length : found + 1;
	const roles = [...new Set([...told.roles, ...rows.slice(step, next).flat()])];
	return { told: { roles, persons: told.persons }, step: next };
}

/**
 * Whom an alert is told next, as its event says it: one person more where one comes after the other, else those so far and
 * the next group. `why`: what became of the persons who were told until now.
 */
export function tellNext(
	state: BranchState,
	alert: AlertState,
	why: Tried["why"],
	{ now, present }: Pick<Context, "now" | "present">,
) {
	const { tells, asksNext } = kindOf(alert.kind);
	const again = { escalatesAt: escalationFrom(now, alert.kind, state) };
	if (asksNext !== undefined) {
		const done = alert.told.persons.map((staffId) => ({ staffId, why }));
		const { told, tried, isLast } = asksNext(state, alert, done, present);
		return { told, tried, step: isLast ? 1 : 0, ...(isLast ? {} : again) };
	}
	const rows = tells(alert.reason);
	const next = nextTold(rows, alert, { present, except: alert.raisedBy });
	return { ...next, ...(next.step < rows.length ? again : {}) };
}

function othersOf({ present = [], except }: OnDuty): readonly Someone[] {
	return present.filter(({ staffId }) => staffId !== except);
}

type Verb = "take" | "decline" | "end";

/**
 * Null when this actor may take an alert (it is told to them, or they are above), decline it (it is told to them: nobody is busy
 * for another), or end it (they accepted or raised it, or are above). To anybody else it is as if there were none.
 */
export function strangerToAlert(state: BranchState, id: string, verb: Verb, actor: Actor): Refusal | null {
	const alert = state.alerts.get(id);
	if (alert === undefined || mayTouch(state, alert, verb, actor)) return null;
	return refuse("unknown-alert", id);
}

function mayTouch(state: BranchState, alert: AlertState, verb: Verb, actor: Actor): boolean {
	if (verb === "end" && alert.sender === identityOf(actor)) return true;
	if (actor.kind !== "staff") return false;
	const { staffId } = actor;
	const roles = [actor.role, ...(state.people?.find(({ id }) => id === staffId)?.roles ?? [])];
	const isAbove = verb !== "decline" && kindOf(alert.kind).above.some((role) => roles.includes(role));
	return alert.acceptedBy === staffId || isAbove || (verb !== "end" && isTold(alert.told, { staffId, roles }));
}
