import { describe, expect, it } from "vitest";
import { rightNeeded } from "../../console-client/access/right-needed.ts";
import { personActs } from "../../console-client/people/person-acts.ts";
import { holds } from "../../rules/holding.ts";
import { covers } from "../../rules/place.ts";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import { type Place, Role, type StaffActor } from "../../schema/actor.ts";
import { ENDPOINTS, type EndpointName } from "../../schema/endpoint/api.ts";
import type { Endpoint } from "../../schema/endpoint/endpoint.ts";
import type { Assignment, Person } from "../../schema/people/person.ts";
import { refusalOfChange, refusalOfLeaveOrReset } from "../../worker/domain/people/person.ts";

const PLACES: readonly Place[] = [
	{ kind: "bank" },
	{ kind: "region", region: "sh" },
	{ kind: "sub-branch", nodeId: "sh.pudong", branchIds: ["sh-lujiazui"] },
	{ kind: "branch", branchId: "sh-lujiazui" },
];
const ROLES = Role.options;
const actorOf = (role: Role, place: Place): StaffActor => ({ kind: "staff", staffId: "li-na", role, place });

describe("the right that a call was refused for", () => {
	it("[CON-2] is the one that its endpoint asks for", () => {
		expect(Object.keys(ROUTE_PERMISSIONS).sort()).toEqual(Object.keys(ENDPOINTS).sort());
		for (const [name, { permission }] of Object.entries<Endpoint>(ENDPOINTS)) {
			expect([name, ROUTE_PERMISSIONS[name as EndpointName]]).toEqual([name, permission]);
		}
		expect(rightNeeded("importPeople")).toBe("person.manage");
		expect(rightNeeded("ledgerExport")).toBe("audit.export");
	});
	it("[CON-2] is a command's own right where one was sent, and none where nobody could be given it", () => {
		expect(rightNeeded("sendCommand")).toBe("branch.configure");
		expect(rightNeeded("health")).toBe(null);
		expect(rightNeeded("reportDevice")).toBe(null);
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
