import { describe, it } from "vitest";
import { erased, hallOf, shown } from "../../api/a-case.ts";
import { ask, codeOf, recorded } from "../../api/a-referral.ts";
import { OPERATOR } from "../../api/callers.ts";
import { copied, forwarded } from "../../ledger/a-ledger.ts";
import {
	aBranch,
	commitsOf,
	HEAD_OFFICE,
	HOUR_MS,
	MINUTE_MS,
	MONDAY,
	MONDAY_10,
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { aDay, expectExact } from "../bank-memory.ts";
import { setMemoryBack, takeBranch, takeMemory } from "../set-back.ts";
import { inside } from "../storage.ts";
import { inStep, verified } from "./in-step.ts";

describe("who sets back", () => {
	const path = (branch: TestBranch) => `/branches/${branch.branchId}/restore`;

	it("[OPS-5] confirms and says why; a dry run says what would be lost and leaves nothing", async ({ expect }) => {
		const branch = await aBranch(Date.now() - HOUR_MS);
		await branch.setTime(Date.now());
		const { branchId } = branch;
		const it = { kind: "staff", role: "it-support", staffId: "wang-it", place: { kind: "branch", branchId } } as const;
		const to = Date.now() - MINUTE_MS;
		const body = { to, reason: "drill", confirm: branchId };
		const dry = await ask(it, "POST", path(branch), { body: { ...body, dryRun: true } });
		expect(dry.body).toMatchObject({ lost: { commits: 0, businessDays: [], seq: 1 }, wentOn: null, undo: null });
		expect((await copied(branchId)).length).toBe(0);
		for (const wrong of [{ to: Date.now() + HOUR_MS }, { to: 1 }, { reason: " " }]) {
			expect(codeOf(await ask(it, "POST", path(branch), { body: { ...body, ...wrong } }))).toBe("invalid-input");
		}
		const other = { ...body, confirm: "sh-other" };
		expect(codeOf(await ask(it, "POST", path(branch), { body: other }))).toBe("not-confirmed");
		const teller = staff(branchId, "open-teller", "li-teller");
		if (teller.kind === "staff")
			expect(codeOf(await ask(teller, "POST", path(branch), { body }))).toBe("not-permitted");
		// This machine keeps no earlier moments of an object, and says so.
		expect(codeOf(await ask(it, "POST", path(branch), { body }))).toBe("cannot-set-back");
	});

	it("[OPS-5] to a moment of the platform's own keeping, it restarts there and goes on under a new epoch", async ({
		expect,
	}) => {
		const branch = await aBranch(Date.now() - HOUR_MS);
		const { branchId } = branch;
		await branch.setTime(Date.now());
		const early = await takeBranch(branchId);
		const before = await branch.stub().status();
		await branch.done(HEAD_OFFICE, {
			type: "configure",
			configuration: { ...branch.configuration, name: { zh: "错", en: "Wrong" } },
		});
		await inside(branchId, (_, storage) => {
			Object.defineProperties(storage, {
				getBookmarkForTime: { configurable: true, value: async () => "bookmark" },
				// What the platform does at the next start is done here at once.
				onNextSessionRestoreBookmark: {
					configurable: true,
					value: async (bookmark: string) => {
						storage.transactionSync(() => {
							for (const name of Object.keys(early.rows)) storage.sql.exec(`DELETE FROM ${name}`);
							for (const [name, rows] of Object.entries(early.rows)) {
								for (const row of rows) {
									const marks = Object.keys(row)
										.map(() => "?")
										.join(", ");
									storage.sql.exec(
										`INSERT INTO ${name} (${Object.keys(row).join(", ")}) VALUES (${marks})`,
										...Object.values(row),
									);
								}
							}
						});
						return `undo of ${bookmark}`;
					},
				},
			});
		});
		const body = { to: Date.now() - MINUTE_MS, reason: "wrong configuration", confirm: branchId };
		const answer = await ask<{ wentOn: { epoch: number; seq: number }; undo: string }>(OPERATOR, "POST", path(branch), {
			body,
		});
		expect(answer.body).toMatchObject({ undo: "undo of bookmark", wentOn: { seq: 1 } });
		expect((await branch.stub().configuration())?.name.en).toBe("Test branch");
		const epoch = before.ok ? before.value.epoch : 0;
		expect(answer.body.wentOn.epoch).toBeGreaterThan(epoch);
		await inStep(branch);
		const [entry, setBack] = (await copied(branchId)).map(({ body: text }) => JSON.parse(text));
		expect([entry, setBack]).toMatchObject([
			{ act: "restoreBranch", reason: "wrong configuration", actor: { staffId: "operator" } },
			{ act: "commits-set-back", actor: { kind: "system" }, subject: { branchId, lastSeq: "1" } },
		]);
	});

	it("[OPS-5] [PRV-4] erases again what the ledger says was erased after the moment D1 was set back to", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const { head, path: cases } = hallOf(branchId);
		const [kept, gone] = [await recorded(head, branchId), await recorded(head, branchId)];
		const before = await takeMemory();
		const erasedAt = async (caseId: string) => (await shown(head, `${cases}/${caseId}`)).erasedAt;
		expect(codeOf(await erased(head, `${cases}/${gone}`))).toBe("done");
		await forwarded(branchId);
		await setMemoryBack(before);
		// A month later the branch has forgotten it: the ledger alone knows.
		await inside(branchId, (_, { sql }) => {
			sql.exec("DELETE FROM cases WHERE case_id = ?", gone);
		});
		await branch.evict();
		expect(await erasedAt(gone)).toBeNull();
		const again = () => ask(OPERATOR, "POST", "/memory/forwarding", { body: { reason: "drill", after: "sh-test0" } });
		expect((await again()).body).toMatchObject({ silent: [], erased: 1 });
		expect(await erasedAt(gone)).not.toBeNull();
		expect(await erasedAt(kept)).toBeNull();
		expect((await again()).body).toMatchObject({ erased: 0 });
	});

	it("[OPS-5] [FWD-5] lets everybody send again what a restored database lost", async ({ expect }) => {
		const branch = await aBranch();
		await aDay(branch, MONDAY_10, 1);
		await inStep(branch);
		await setMemoryBack({ branches: (await takeMemory()).branches ?? [] });
		const sent: string[] = [];
		for (let after: string | null | undefined; after !== null; ) {
			const body = { reason: "drill", ...(after && { after }) };
			const answer = await ask<{ sent: string[]; silent: string[]; next: string | null }>(
				OPERATOR,
				"POST",
				"/memory/forwarding",
				{ body },
			);
			expect(answer.body.silent).toEqual([]);
			sent.push(...answer.body.sent);
			after = answer.body.next;
		}
		expect(sent).toContain(branch.branchId);
		await expectExact(expect, branch, MONDAY);
		expect((await verified(branch)).holds).toBe(true);
		expect((await commitsOf(branch.branchId, MONDAY)).length).toBeGreaterThan(5);
	});
});
