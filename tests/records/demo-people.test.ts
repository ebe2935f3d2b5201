import { env } from "cloudflare:workers";
import { it } from "vitest";
import { BANK, mayStandUnder } from "../../rules/institution.ts";
import { mayBeHeldAt } from "../../rules/role.ts";
import { Joiner } from "../../schema/people/person.ts";
import { verifyPassword } from "../../worker/access/password.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { DEMO_ABOVE } from "../../worker/domain/bank/demo-above.ts";
import { DEMO_NODES, demoPeople, demoStaffOf } from "../../worker/domain/bank/demo-people.ts";
import { knownNodeIds } from "../../worker/records/bank/institution.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { rememberDemoPeople } from "../../worker/records/people/demo-people.ts";
import {
	changePerson,
	findPeople,
	findPerson,
	leave,
	operatorIds,
	profileOf,
} from "../../worker/records/people/person.ts";

const { staff } = defaultConfiguration({
	branchId: "sh-lujiazui",
	name: { zh: "陆家嘴", en: "Lujiazui" },
	region: { zh: "上海", en: "Shanghai" },
	kind: "standard",
});

it("[PPL-1] the demo's people are people: valid, each with a number of their own, in a valid tree", ({ expect }) => {
	const people = demoPeople(staff);
	expect(new Set(people.map((each) => each.staffId)).size).toBe(people.length);
	for (const person of people) {
		expect(Joiner.safeParse(person).error).toBeUndefined();
		for (const { role, nodeId } of person.assignments)
			expect([person.staffId, mayBeHeldAt(role, nodeId)]).toEqual([person.staffId, true]);
	}
	for (const [role, staffId] of Object.entries(DEMO_ABOVE)) {
		const { assignments } = people.find((each) => each.staffId === staffId) ?? {};
		expect([staffId, assignments]).toEqual([staffId, [{ role, nodeId: BANK }]]);
	}
	for (const { nodeId, parentId } of DEMO_NODES) expect(mayStandUnder(nodeId, parentId)).toBe(true);
	expect(demoStaffOf("bj-guomao", staff).map(({ role }) => role)).toEqual(staff.map(({ role }) => role));
});

it("[PPL-7] they are seeded once, sign in with the printed password, and stay as they were made", async ({
	expect,
}) => {
	const memory = memoryOf(env.DB);
	await rememberDemoPeople(memory, "scrypt$1", 1);
	const everybody = demoPeople(staff);
	const ids = everybody.map((each) => each.staffId);
	const first = await findPeople(memory, ids);
	expect(first).toHaveLength(everybody.length);
	for (const person of first) {
		expect(person).toMatchObject({ version: 1, status: "active", hasPassword: true, mustChangePassword: false });
		expect(person.assignments).toEqual(everybody.find(({ staffId }) => staffId === person.staffId)?.assignments);
	}
	expect(
		(
			await knownNodeIds(
				memory,
				DEMO_NODES.map(({ nodeId }) => nodeId),
			)
		).size,
	).toBe(DEMO_NODES.length);
	expect((await operatorIds(memory)).sort()).toEqual(["fang-yun", "shen-bo"]);
	expect((await profileOf(memory, "bai-xue"))?.actors[0]?.place).toEqual({
		kind: "sub-branch",
		nodeId: "sh.pudong",
		branchIds: ["sh-lujiazui"],
	});

	const name = { zh: "李娜", en: "Li Na" };
	await changePerson(memory, "li-na", 1, { name, assignments: [{ role: "guard", nodeId: "sh-lujiazui" }] });
	await leave(memory, "guo-qiang", 1, 2);
	await rememberDemoPeople(memory, "scrypt$2", 3);
	const changed = await findPerson(memory, "li-na");
	expect(changed).toMatchObject({ version: 2, assignments: [{ role: "guard", nodeId: "sh-lujiazui" }] });
	expect(await findPerson(memory, "guo-qiang")).toMatchObject({ status: "left", hasPassword: false });
	expect((await profileOf(memory, "li-na"))?.passwordHash).toBe("scrypt$2");
	expect(verifyPassword("anything", "scrypt$2")).toBe(false);
});
