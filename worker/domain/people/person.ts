import { BANK } from "../../../rules/institution.ts";
import { covers } from "../../../rules/place.ts";
import { mayBeHeldAt, mayGrant } from "../../../rules/role.ts";
import type { HolderActor, Place } from "../../../schema/actor.ts";
import type { Assignment, Joiner, Person, PersonChange } from "../../../schema/people/person.ts";
import type { ProblemCode } from "../../../schema/problem.ts";

/** Who asks for a change of people: one actor for each role that person holds. */
export type Granters = readonly Extract<HolderActor, { kind: "staff" }>[];

/** Whether a person with these roles is anybody's business at this place. */
export function isVisibleFrom(places: readonly Place[], assignments: readonly Assignment[]): boolean {
	return assignments.some(({ nodeId }) => places.some((place) => covers(place, nodeId)));
}

/** What a joiner, or somebody who comes back, may be given; null when nothing stands against it. */
export function refusalOfJoin(granters: Granters, joiner: Joiner): ProblemCode | null {
	if (isOwn(granters, joiner.staffId)) return "own-record";
	return refusalOfRoles(granters, joiner.assignments);
}

/** What is given or taken away counts; roles that stay as they are may lie outside the granter's reach. */
export function refusalOfChange(granters: Granters, before: Person, change: PersonChange): ProblemCode | null {
	if (isOwn(granters, before.staffId)) return "own-record";
	if (before.status === "left") return "person-left";
	const given = without(change.assignments, before.assignments);
	const taken = without(before.assignments, change.assignments);
	if (!before.assignments.some((each) => mayGrant(granters, each))) return "may-not-grant";
	if (!taken.every((each) => mayGrant(granters, each))) return "may-not-grant";
	return refusalOfRoles(granters, given);
}

/** Leaving takes every role away, and a first password gives them all: both need reach over each one. */
export function refusalOfLeaveOrReset(granters: Granters, person: Person): ProblemCode | null {
	if (isOwn(granters, person.staffId)) return "own-record";
	if (person.status === "left") return "person-left";
	return person.assignments.every((each) => mayGrant(granters, each)) ? null : "may-not-grant";
}

/** The role without which nobody could appoint anybody any more. */
export function isOperator(assignment: Assignment): boolean {
	return assignment.role === "head-office-operator" && assignment.nodeId === BANK;
}

/** Those of `all` that are not among `others`. */
export function without(all: readonly Assignment[], others: readonly Assignment[]): Assignment[] {
	return all.filter((one) => !others.some((other) => other.role === one.role && other.nodeId === one.nodeId));
}

function isOwn(granters: Granters, staffId: string): boolean {
	return granters.some((granter) => granter.staffId === staffId);
}

function refusalOfRoles(granters: Granters, given: readonly Assignment[]): ProblemCode | null {
	if (!given.every(({ role, nodeId }) => mayBeHeldAt(role, nodeId))) return "role-not-at-level";
	return given.every((each) => mayGrant(granters, each)) ? null : "may-not-grant";
}
