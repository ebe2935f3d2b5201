import { env } from "cloudflare:workers";
import { it } from "vitest";
import { memoryOf } from "../../worker/records/memory.ts";
import { importPeople } from "../../worker/records/people/people-import.ts";
import {
	addPerson,
	changePerson,
	findPerson,
	leave,
	operatorIds,
	type Written,
} from "../../worker/records/people/person.ts";

const OPERATOR = { role: "head-office-operator", nodeId: "bank" } as const;
const AUDITOR = { role: "auditor", nodeId: "bank" } as const;
const NAME = { zh: "张伟", en: "Zhang Wei" };
const memory = memoryOf(env.DB);
const codeOf = (written: Written) => ("refused" in written ? written.refused : "done");
const add = (staffId: string, ...assignments: (typeof OPERATOR | typeof AUDITOR)[]) =>
	addPerson(memory, { staffId, name: NAME, assignments }, { passwordHash: null, now: 1 });

// One story in one database: who is the last operator depends on everything before.
it("[PPL-4] neither leaves nor loses the role, alone, in a race or by a file", async ({ expect }) => {
	await add("op-1", OPERATOR);
	const lost = await changePerson(memory, "op-1", 1, { name: NAME, assignments: [AUDITOR] });
	expect(codeOf(lost)).toBe("last-operator");
	expect(codeOf(await leave(memory, "op-1", 1, 2))).toBe("last-operator");
	expect(await findPerson(memory, "op-1")).toMatchObject({ version: 1, status: "active", assignments: [OPERATOR] });

	// Two operators, each of whom saw the other one, take each other's role away.
	await add("op-2", OPERATOR);
	const race = await Promise.all([
		leave(memory, "op-2", 1, 3),
		changePerson(memory, "op-1", 1, { name: NAME, assignments: [AUDITOR] }),
	]);
	expect(race.map(codeOf).sort()).toEqual(["done", "last-operator"]);
	const [last = ""] = await operatorIds(memory);
	expect(await operatorIds(memory)).toHaveLength(1);

	// One who has left does not count, and a file has no other way.
	const before = await findPerson(memory, last);
	if (before === null) throw new Error("the last operator is gone");
	const file = { lines: [], joins: [], changes: [], leaves: [before] };
	expect(await importPeople(memory, file, 4)).toEqual({ refused: "last-operator" });
	const joiner = { staffId: "op-3", name: NAME, assignments: [OPERATOR] };
	const handOver = { ...file, joins: [{ joiner, before: null }] };
	expect(await importPeople(memory, handOver, 5)).toBe("done");
	expect(await operatorIds(memory)).toEqual(["op-3"]);

	const renamed = await changePerson(memory, "op-3", 1, {
		name: { zh: "李娜", en: "Li Na" },
		assignments: [OPERATOR, AUDITOR],
	});
	expect(codeOf(renamed)).toBe("done");
});
