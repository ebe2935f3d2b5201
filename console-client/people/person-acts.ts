import { anyHolds } from "../../rules/holding.ts";
import { mayGrant } from "../../rules/role.ts";
import type { HolderActor } from "../../schema/actor.ts";
import type { Person } from "../../schema/people/person.ts";

/** What somebody may do with a person's record; what is not among it is not offered. */
export type PersonActs = {
	/** Name, and those roles that they may give. */
	readonly change: boolean;
	/** Leaving takes every role away and a first password gives them all: both need reach over each one. */
	readonly leaveAndReset: boolean;
	readonly endSessions: boolean;
};

/** What the person behind these actors may do with this one, who may be themselves. The server asks the same again. */
export function personActs(actors: readonly HolderActor[], ownId: string, person: Person): PersonActs {
	const { staffId, status, assignments } = person;
	if (status === "left") return { change: false, leaveAndReset: false, endSessions: false };
	const isOther = staffId !== ownId;
	const granted = assignments.filter(({ role, nodeId }) => mayGrant(actors, { role, nodeId }));
	return {
		change: isOther && granted.length > 0,
		leaveAndReset: isOther && granted.length === assignments.length,
		endSessions: assignments.some(({ nodeId }) => anyHolds(actors, "person.end-sessions", nodeId)),
	};
}
