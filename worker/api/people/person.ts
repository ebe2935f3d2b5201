import type { Assignment, Person } from "../../../schema/people/person.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import { firstPassword } from "../../access/first-password.ts";
import { hashPassword } from "../../access/password.ts";
import { isVisibleFrom, refusalOfChange, refusalOfJoin, refusalOfLeaveOrReset } from "../../domain/people/person.ts";
import { memoryOf } from "../../records/memory.ts";
import {
	addPerson as add,
	changePerson as change,
	findPerson,
	leave as letLeave,
	listPeople,
	rememberPassword,
	takeBack,
} from "../../records/people/person.ts";
import { placesWith, rolesWith } from "../door/granters.ts";
import { type Call, type Handler, Refused } from "../door/serve.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { branchesOf, changingProfiles } from "./profile-change.ts";

type OfOnePerson = "person" | "changePerson" | "leave" | "resetPassword";

export const people: Handler<"people"> = async ({ env, caller, query }) => {
	const start = startOf(query.cursor, 1);
	if (start instanceof Refused) return start;
	const filter = { ...query, places: placesWith("person.read", caller) };
	const page = { limit: query.limit + 1, after: start?.[0] ?? null };
	return pageOf(await listPeople(memoryOf(env.DB), filter, page), query.limit, (row) => [row.staffId]);
};

export const person: Handler<"person"> = visiblePerson;

export const addPerson: Handler<"addPerson"> = async ({ env, caller, body, now }) => {
	const refusal = refusalOfJoin(rolesWith("person.manage", caller), body);
	if (refusal !== null) return new Refused(refusal);
	const memory = memoryOf(env.DB);
	const before = await findPerson(memory, body.staffId);
	if (before?.status === "active") return new Refused("person-exists");
	const password = firstPassword();
	const given = { passwordHash: hashPassword(password), now };
	const concerned = {
		staffIds: before === null ? [] : [body.staffId],
		branchIds: branchesOf([...body.assignments, ...(before?.assignments ?? [])]),
	};
	const added = await changingProfiles(env, concerned, () =>
		before === null ? add(memory, body, given) : takeBack(memory, body, before.version, given),
	);
	if (added instanceof Refused) return added.code === "changed-since-read" ? new Refused("person-exists") : added;
	return { person: added, firstPassword: password };
};

export const changePerson: Handler<"changePerson"> = (call) =>
	ofManaged(
		call,
		(roles, before) => refusalOfChange(roles, before, call.body),
		(before) => change(memoryOf(call.env.DB), before.staffId, call.version, call.body),
		call.body.assignments,
	);

export const leave: Handler<"leave"> = (call) =>
	ofManaged(call, refusalOfLeaveOrReset, (before) =>
		letLeave(memoryOf(call.env.DB), before.staffId, call.version, call.now),
	);

export const resetPassword: Handler<"resetPassword"> = async (call) => {
	const password = firstPassword();
	const memory = memoryOf(call.env.DB);
	const result = await ofManaged(call, refusalOfLeaveOrReset, async ({ staffId }) => {
		await rememberPassword(memory, staffId, hashPassword(password), true);
		return (await findPerson(memory, staffId)) ?? { refused: "unknown-person" };
	});
	return result instanceof Refused ? result : { person: result, firstPassword: password };
};

/** Whoever is nobody's business here is answered for like whoever does not exist. */
async function visiblePerson({ env, caller, params }: Call<OfOnePerson>): Promise<Person | Refused> {
	const found = await findPerson(memoryOf(env.DB), params.staffId);
	const places = placesWith("person.read", caller);
	return found !== null && isVisibleFrom(places, found.assignments) ? found : new Refused("unknown-person");
}

async function ofManaged(
	call: Call<Exclude<OfOnePerson, "person">>,
	refusalOf: (roles: ReturnType<typeof rolesWith>, before: Person) => ProblemCode | null,
	write: (before: Person) => Promise<Person | { readonly refused: ProblemCode }>,
	after: readonly Assignment[] = [],
): Promise<Person | Refused> {
	const before = await visiblePerson(call);
	if (before instanceof Refused) return before;
	const refusal = refusalOf(rolesWith("person.manage", call.caller), before);
	if (refusal !== null) return new Refused(refusal);
	const concerned = { staffIds: [before.staffId], branchIds: branchesOf([...before.assignments, ...after]) };
	return changingProfiles(call.env, concerned, () => write(before));
}
