import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, it, vi } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { Person } from "../../../schema/people/person.ts";
import { leave } from "../../../worker/records/people/person.ts";
import { configurationOf, HEAD_OFFICE, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { inside } from "../../branch/storage.ts";
import { aBank, added, ask, headOf, joinerAt } from "../a-bank.ts";

let mend = () => {};
afterEach(() => {
	mend();
	vi.useRealTimers();
});

/** A branch of the bank's books, configured and at work; nobody of its configuration stands in the books. */
async function aStaffedBranch() {
	const bank = await aBank();
	const stub = () => env.BRANCH.getByName(bank.main);
	await stub().setClock({ kind: "virtual", at: MONDAY_10, speed: 0 });
	const configuration = configurationOf(bank.main);
	const send = (actor: Actor, command: Parameters<ReturnType<typeof stub>["execute"]>[0]["command"]) =>
		stub().execute({ commandId: newCommandId(), command }, actor);
	await send(HEAD_OFFICE, { type: "configure", configuration });
	const teller = (staffId: string): Actor => ({
		...{ kind: "staff", role: "closed-teller", staffId },
		place: { kind: "branch", branchId: bank.main },
	});
	const opens = async (staffId: string, counterId = "1") => {
		const answer = await send(teller(staffId), { type: "open-counter", counterId });
		return answer.status === "done" ? "done" : answer.code;
	};
	return { ...bank, stub, send, teller, opens };
}

describe("a branch and the bank's books on its people", () => {
	it("[PPL-13] a joiner of the console works at a counter at once, and is gone from it after leaving", async ({
		expect,
	}) => {
		const { main, opens, send, teller } = await aStaffedBranch();
		const head = headOf(main);
		const { person } = await added(head, joinerAt(main));
		expect(await opens(person.staffId)).toBe("done");
		await send(teller(person.staffId), { type: "close-counter", counterId: "1" });
		const leaving = await ask(head, "POST", `/people/${person.staffId}/leave`, { version: person.version });
		expect(leaving.status).toBe(200);
		expect(await opens(person.staffId)).toBe("unknown-staff");
	});

	it("[PPL-13] a change of role and a move to another branch reach both branches", async ({ expect }) => {
		const { main, region, sister, opens } = await aStaffedBranch();
		const { person } = await added(headOf(main), joinerAt(main));
		const hr: Actor = { kind: "staff", role: "human-resources", staffId: "hr-1", place: { kind: "region", region } };
		const change = async (before: Person, nodeId: string, role: "guard" | "closed-teller") => {
			const body = { name: before.name, assignments: [{ nodeId, role }] };
			const answer = await ask(hr, "PUT", `/people/${before.staffId}`, { body, version: before.version });
			expect(answer.status).toBe(200);
			return answer.body as Person;
		};
		const guard = await change(person, main, "guard");
		expect(await opens(person.staffId)).toBe("role-not-at-counter");
		await change(guard, sister, "closed-teller");
		expect(await opens(person.staffId)).toBe("unknown-staff");
		const there = await inside(sister, (_, { sql }) =>
			sql
				.exec<{ body: string }>("SELECT body FROM commits_before")
				.toArray()
				.map(({ body }) => body),
		);
		expect(there.at(-1)).toContain(person.staffId);
	});

	it("[PPL-13] [PPL-8] a file of people reaches every branch it names", async ({ expect }) => {
		const { main, opens } = await aStaffedBranch();
		const ids = [joinerAt(main).staffId, joinerAt(main).staffId];
		const lines = ids.map((staffId) => `${staffId},赵新,Zhao Xin,closed-teller,${main},`);
		const csv = `staffId,name,nameEn,role,nodeId,status\n${lines.join("\n")}\n`;
		const answer = await ask(headOf(main), "POST", "/people/import", { body: { csv, dryRun: false } });
		expect(answer.body).toMatchObject({ applied: true });
		expect([await opens(ids[0]!, "1"), await opens(ids[1]!, "2")]).toEqual(["done", "done"]);
	});

	it("[PPL-13] what the branch could not read it reads again by itself, after an eviction too", async ({ expect }) => {
		const { main, opens, stub, memory } = await aStaffedBranch();
		const { person } = await added(headOf(main), joinerAt(main));
		mend = breakMemory("rejects");
		await stub().staffChanged();
		mend();
		mend = () => {};
		await leave(memory, person.staffId, person.version, MONDAY_10);
		expect(await opens(person.staffId)).toBe("done");
		await evictDurableObject(stub());
		const askAt = await inside(main, (_, storage) => storage.getAlarm());
		expect(askAt).toBeLessThanOrEqual(Date.now() + 10_000);
		vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11_000 });
		await inside(main, (branch) => branch.alarm());
		expect(await opens(person.staffId, "2")).toBe("unknown-staff");
	});
});
