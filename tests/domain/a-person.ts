import type { Place, Role } from "../../schema/actor.ts";
import type { Assignment, Joiner, Person } from "../../schema/people/person.ts";
import type { Granters } from "../../worker/domain/people/person.ts";

export const LUJIAZUI: Place = { kind: "branch", branchId: "sh-lujiazui" };
export const SHANGHAI: Place = { kind: "region", region: "sh" };
export const PUDONG: Place = { kind: "sub-branch", nodeId: "sh.pudong", branchIds: ["sh-lujiazui"] };
export const BANK: Place = { kind: "bank" };

export function acting(role: Role, place: Place, staffId: string = `some-${role}`): Granters {
	return [{ kind: "staff", staffId, role, place }];
}

export const TELLER: Assignment = { role: "closed-teller", nodeId: "sh-lujiazui" };

export function aJoiner(assignments: Assignment[] = [TELLER], staffId = "100001"): Joiner {
	return { staffId, name: { zh: "张伟", en: "Zhang Wei" }, assignments };
}

export function aPerson(assignments: Assignment[] = [TELLER], more: Partial<Person> = {}): Person {
	const facts = { hasPassword: true, mustChangePassword: false, version: 1, joinedAt: 0, leftAt: null };
	return { ...aJoiner(assignments), status: "active", ...facts, ...more };
}
