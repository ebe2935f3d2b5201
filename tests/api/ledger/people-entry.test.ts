import { describe, it } from "vitest";
import type { ImportResult } from "../../../schema/people/people-import.ts";
import { addPerson, findPerson } from "../../../worker/records/people/person.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { beforeWriting, breakLedger, draft, ledgerOf, newChain } from "../../ledger/a-ledger.ts";
import { aBank, aboveRegion, added, aStaffId, type headOf, joinerAt } from "../a-bank.ts";
import { ask, codeOf } from "../a-referral.ts";
import { AUDITOR, bearer, call } from "../callers.ts";
import { entriesOf, told } from "./entries.ts";

describe("a file of people", () => {
	const bring = (actor: ReturnType<typeof headOf>, lines: readonly string[], dryRun = false) =>
		ask<ImportResult>(actor, "POST", "/people/import", {
			body: { csv: ["工号,姓名,岗位,机构,状态", ...lines].join("\n"), dryRun },
		});

	it("[AUD-9] names everybody who joins, changes or leaves by it, in which roles; a dry run names nobody", async ({
		expect,
	}) => {
		const { main, sister, region, memory } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const [stays, goes] = [await added(hr, joinerAt(main)), await added(hr, joinerAt(main))];
		const [fresh, same] = [aStaffId(), await added(hr, joinerAt(main))];
		const file = [
			`${fresh},王小明,lobby-manager,${main},`,
			`${fresh},王小明,stand-in,${sister},`,
			`${stays.person.staffId},张伟,guard,${sister},`,
			`${goes.person.staffId},,,,离职`,
			`${same.person.staffId},张伟,closed-teller,${main},`,
		];
		// The name in English is another one than the one they joined with: a change as well.
		const { seq } = (await ledgerOf(region).attest(0)).head;
		expect((await bring(hr, file, true)).body).toMatchObject({ counts: { join: 1, change: 2, leave: 1 } });
		expect((await ledgerOf(region).attest(0)).head.seq).toBe(seq);
		expect((await bring(hr, file)).body.applied).toBe(true);
		const entries = (await entriesOf(region)).filter((entry) => entry.seq > seq);
		expect(entries.map(told)).toEqual([
			["importPeople", {}],
			["addPerson", { staffId: fresh, roles: `lobby-manager@${main} stand-in@${sister}` }],
			["changePerson", { staffId: stays.person.staffId, roles: `guard@${sister}` }],
			["changePerson", { staffId: same.person.staffId, roles: `closed-teller@${main}` }],
			["leave", { staffId: goes.person.staffId }],
		]);
		expect(new Set(entries.map(({ requestId }) => requestId)).size).toBe(1);
		const [found] = await entriesOf(region, `&subject=${fresh}`);
		expect(found).toMatchObject({ act: "addPerson", actor: { kind: "staff", staffId: "human-resources-1" } });
		// A name stands in no entry; it is looked up when an entry is read.
		expect(JSON.stringify(entries.map(({ said: _, ...entry }) => entry))).not.toMatch(/王小明|张伟/);
		expect(entries[1]?.said.zh).toContain(`王小明（${fresh}）`);
		expect((await findPerson(memory, fresh))?.status).toBe("active");
		const again = await bring(hr, file);
		expect(again.body.counts.same).toBe(4);
		// Each of them and its outcome; of the second file the one entry that it was tried, and its outcome.
		expect((await ledgerOf(region).attest(0)).head.seq).toBe(seq + 2 * 5 + 2);
	});

	it("[AUD-9] [AUD-1] that is refused at last is so for each of them; one that cannot be on record is not done", async ({
		expect,
	}) => {
		const { main, region, memory } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const [one, two] = [aStaffId(), aStaffId()];
		const file = [`${one},王小明,guard,${main},`, `${two},李娜,guard,${main},`];
		const mend = breakLedger();
		try {
			expect(codeOf(await bring(hr, file))).toBe("not-ready");
		} finally {
			mend();
		}
		expect(await findPerson(memory, one)).toBeNull();
		const { seq } = (await ledgerOf(region).attest(0)).head;
		// Somebody of the file is added by another hand between the entries and what they announce.
		const stop = beforeWriting(async ([draft]) => {
			if (draft?.act !== "addPerson" || draft.outcome !== undefined) return;
			await addPerson(memory, joinerAt(main, "guard", two), { passwordHash: "", now: 1 });
		});
		const refused = await bring(hr, file);
		stop();
		expect(codeOf(refused)).toBe("changed-since-read");
		const entries = (await entriesOf(region)).filter((entry) => entry.seq > seq);
		const because = "refused:changed-since-read";
		const roles = `guard@${main}`;
		expect(entries.map((entry) => [...told(entry), entry.result.toldBy?.seq])).toEqual([
			["importPeople", {}, because, seq + 6],
			["addPerson", { staffId: one, roles }, because, seq + 4],
			["addPerson", { staffId: two, roles }, because, seq + 5],
		]);
		expect(await findPerson(memory, one)).toBeNull();
	});
});

describe("what came of it", () => {
	const joins = (actor: ReturnType<typeof headOf>, joiner: ReturnType<typeof joinerAt>) =>
		ask(actor, "POST", "/people", { body: joiner });

	it("[AUD-12] [AUD-13] stands beside what was to be done, as a sentence with names, in the list and in the file", async ({
		expect,
	}) => {
		const { main, region } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const joiner = joinerAt(main);
		expect(codeOf(await joins(hr, joiner))).toBe("done");
		expect(codeOf(await joins(hr, joiner))).toBe("person-exists");
		const { staffId, name } = joiner;
		const rows = (await entriesOf(region)).slice(-2);
		expect(rows.map(({ act, result }) => [act, result.state, result.code])).toEqual([
			["addPerson", "done", null],
			["addPerson", "refused", "person-exists"],
		]);
		for (const { said, seq, result } of rows) {
			expect(said.zh).toContain(`新增人员${name.zh}（${staffId}）`);
			expect(said.en).toContain(`Add ${name.en} (${staffId})`);
			expect(said.en).not.toContain(main);
			expect(result.toldBy?.seq).toBe(seq + 1);
		}
		expect(rows[1]?.result.why?.zh).toContain("该工号已存在");
		const file = await call(`/ledger/export?nodeId=${region}&subject=${staffId}`, { headers: await bearer(AUDITOR) });
		const text = await file.text();
		expect(text).toContain(`新增人员${name.zh}（${staffId}）`);
		expect(text).toContain("被拒绝：该工号已存在");
		expect(text.split("\n").filter((line) => line.includes("addPerson"))).toHaveLength(2);
		for (const { hash, result } of rows) {
			expect(text).toContain(hash);
			expect(text).toContain(result.toldBy?.hash);
		}
	});

	it("[AUD-12] is not known when it could not be written down, or the call broke off", async ({ expect }) => {
		const { main, region, memory } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const joiner = joinerAt(main);
		const stop = beforeWriting(async ([draft]) => {
			if (draft?.outcome !== undefined) throw new Error("the ledger went away meanwhile");
		});
		try {
			expect(codeOf(await joins(hr, joiner))).toBe("done");
		} finally {
			stop();
		}
		const mend = breakMemory("loses the answer");
		const lost = joinerAt(main);
		const another = await joins(hr, lost).finally(mend);
		expect(another.status).toBe(500);
		expect(await findPerson(memory, lost.staffId)).not.toBeNull();
		const rows = (await entriesOf(region)).slice(-2);
		expect(rows.map(({ act, result }) => [act, result.state, result.code])).toEqual([
			["addPerson", "unknown", null],
			["addPerson", "unknown", "unexpected"],
		]);
	});

	it("[AUD-12] [AUD-3] of entries from before outcomes were written is as far as it is known, and they still verify", async ({
		expect,
	}) => {
		const chain = newChain();
		const act = { act: "revokeDevice", subject: { deviceId: "kiosk-1", branchId: chain } };
		const drafts = [
			draft(`${chain}-1`, act),
			draft(`${chain}-2`, act),
			draft(`${chain}-3`, { ...act, outcome: "refused:unknown-device", refersTo: 2 }),
		];
		await ledgerOf(chain).appendAll(drafts);
		const rows = await entriesOf(chain);
		expect(rows.map(({ seq, result }) => [seq, result.state, result.code])).toEqual([
			[1, "unknown", null],
			[2, "refused", "unknown-device"],
		]);
		const verified = await call(`/ledger/${chain}/verification`, { headers: await bearer(AUDITOR) });
		expect(await verified.json()).toMatchObject({ holds: true, entries: 3, brokenAt: null });
	});
});
