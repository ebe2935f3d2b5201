import { describe, expect, it } from "vitest";
import { rightNeeded } from "../../console-client/access/right-needed.ts";
import { personActs } from "../../console-client/people/person-acts.ts";
import { holds } from "../../rules/holding.ts";
import { covers } from "../../rules/place.ts";
import { type Place, Role, type StaffActor } from "../../schema/actor.ts";
import { ENDPOINTS } from "../../schema/api.ts";
import type { Assignment, Person } from "../../schema/person.ts";
import { refusalOfChange, refusalOfLeaveOrReset } from "../../worker/domain/person.ts";

const PLACES: readonly Place[] = [
	{ kind: "bank" },
	{ kind: "region", region: "sh" },
	{ kind: "sub-branch", nodeId: "sh.pudong", branchIds: ["sh-lujiazui"] },
	{ kind: "branch", branchId: "sh-lujiazui" },
];
const ROLES = Role.options;
const actorOf = (role: Role, place: Place): StaffActor => ({ kind: "staff", staffId: "li-na", role, place });

describe("the console's table of calls", () => {
	it("[CON-2] names for every call of the console the right it needs", () => {
		const named = Object.keys(ENDPOINTS).filter((name) => rightNeeded(name) !== null);
		expect(named.length).toBeGreaterThan(30);
		for (const name of named) {
			// Whoever sends a command needs the command's own right: the console sends one only.
			if (name === "sendCommand") {
				expect(rightNeeded(name)).toBe("branch.configure");
				continue;
			}
			expect(ENDPOINTS[name as keyof typeof ENDPOINTS].permission).toBe(rightNeeded(name));
		}
	});
});

describe("what is offered on a person's page", () => {
	const name = { zh: "王芳", en: "Wang Fang" };
	const personOf = (assignments: Assignment[], differs: Partial<Person> = {}) =>
		({ staffId: "wang-fang", name, status: "active", assignments, ...differs }) as Person;
	const TELLER = { role: "open-teller", nodeId: "sh-lujiazui" } as const;
	const PEOPLE = [
		personOf([TELLER]),
		personOf([TELLER, { role: "auditor", nodeId: "sh" }]),
		personOf([{ role: "branch-head", nodeId: "sh-lujiazui" }]),
		personOf([
			{ role: "human-resources", nodeId: "sh.pudong" },
			{ role: "guard", nodeId: "bj-guomao" },
		]),
		personOf([TELLER], { status: "left" }),
		personOf([TELLER], { staffId: "li-na" }),
	];

	it("[CON-4] is what the server would do, for every role at every place", () => {
		for (const granter of ROLES) {
			for (const place of PLACES) {
				const actor = actorOf(granter, place);
				for (const person of PEOPLE) {
					const acts = personActs([actor], "li-na", person);
					const { assignments } = person;
					const same = { name: person.name, assignments };
					const reached = assignments.some(({ nodeId }) => covers(place, nodeId));
					expect([actor, person, acts]).toEqual([
						actor,
						person,
						{
							change: refusalOfChange([actor], person, same) === null,
							leaveAndReset: refusalOfLeaveOrReset([actor], person) === null,
							endSessions: holds(actor, "person.end-sessions") && reached && person.status === "active",
						},
					]);
				}
			}
		}
	});
});
