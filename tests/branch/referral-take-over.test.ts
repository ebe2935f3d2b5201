import { env } from "cloudflare:workers";
import { afterEach, describe, it } from "vitest";
import { destroyKey } from "../../worker/records/case/data-key.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { askRecord, caseIdOf, codeOf, inMemory, rowOf } from "../api/a-referral.ts";
import { staffAt } from "../api/callers.ts";
import type { ReferralRow, ShownReferral } from "../api/record-words.ts";
import { aBranch, eventually, MONDAY_10 } from "./a-branch.ts";
import { CRAWL, nextTry } from "./bank-memory.ts";
import { breakMemory } from "./failing-memory.ts";
import { type RowOfBefore, remembered, sealedBefore, setBefore } from "./records-of-before.ts";
import { setBranchBack, setMemoryBack, takeBranch, takeMemory } from "./set-back.ts";
import { dumpOf, progressOf } from "./storage.ts";

let mend = () => {};
afterEach(() => mend());

const SIGNED = { manager_id: "hu-yue", signed_by: "hu-yue", signed_at: MONDAY_10, signed_status: "introduced" };
const BLANK: RowOfBefore = {
	...{ sealed_name: null, sealed_contact: null, sealed_best_contact_time: null, contact_kind: null },
	...{ contact_index: null, customer_reference: null, erased_at: MONDAY_10 },
};

/** A branch whose records are as code of before left them: in D1, in its outbox, and among what it has delivered. */
async function aHallOfBefore() {
	const branch = await aBranch();
	const { branchId } = branch;
	await branch.setTime(MONDAY_10, CRAWL);
	await eventually("D1 to know the branch", async () => (await progressOf(branchId)).known > 0);
	const open = await sealedBefore(branchId, "李小明");
	const signed = await sealedBefore(branchId, "王芳", { ...SIGNED, status: "introduced", version: 2 });
	const over = await sealedBefore(branchId, "欧阳小明", { status: "concluded", outcome_at: MONDAY_10, version: 2 });
	const erased = await sealedBefore(branchId, "张伟", { ...BLANK, version: 2 });
	const waiting = await sealedBefore(branchId, "陈静");
	const lost = await sealedBefore(branchId, "刘洋");
	// It has reached D1, and was changed there, but the answer never reached the branch.
	const doubled = await sealedBefore(branchId, "郑爽", { status: "introduced", manager_id: "hu-yue", version: 3 });
	for (const each of [open, signed, over, erased, doubled]) await remembered(each);
	await destroyKey(memoryOf(env.DB), erased.key.keyId, MONDAY_10);
	const path = `/branches/${branchId}/referrals`;
	const manager = staffAt("lobby-manager", branchId, "li-na");
	// The session is checked and remembered before anything fails.
	await askRecord(manager, "GET", path);
	await setBefore(branchId, { waiting: [waiting, doubled], delivered: [over, open, lost] });
	return {
		...{ branch, branchId, path, open, signed, over, erased, waiting, lost, doubled, manager },
		adviser: staffAt("relationship-manager", branchId, "hu-yue"),
		head: staffAt("branch-head", branchId, "zhang-wei"),
	};
}
type Hall = Awaited<ReturnType<typeof aHallOfBefore>>;

const isHere = async ({ branchId }: Hall, referralId: string) =>
	(await env.BRANCH.getByName(branchId).caseOf(caseIdOf(branchId, referralId))) !== null;

async function takenOver(hall: Hall): Promise<void> {
	await hall.branch.stub().bringCases();
	await eventually("all to be taken over", async () => (await dumpOf(hall.branchId)).delivered?.length === 0);
	await eventually("nothing to wait", async () => (await unsentOf(hall)) === 0);
}

const unsentOf = async ({ branchId }: Hall) =>
	((await dumpOf(branchId)).cases ?? []).filter((row) => row.is_unsent === 1).length;

describe("records of before, taken over by their branch", () => {
	it("[PRV-22] [PRV-1] open, signed, over, erased and undelivered ones are as they were, and what was sealed opens", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const { branchId, manager, path } = hall;
		await takenOver(hall);
		const facts = { branchId, staffId: "li-na", role: "lobby-manager", reasonCode: "large-cash" };
		const personal = {
			contact: { kind: "phone", value: "138****5678" },
			customerReference: "C-7000-0009",
			mayContact: true,
		};
		const consent = { status: "given", how: "spoken", at: MONDAY_10 };
		const row = (id: string) => rowOf(manager, branchId, id);
		expect(await row(hall.open.referralId)).toMatchObject({
			...facts,
			...personal,
			consent,
			name: "李*明",
			version: 1,
		});
		const signed = { by: "hu-yue", at: MONDAY_10, status: "introduced" };
		expect(await row(hall.signed.referralId)).toMatchObject({ status: "introduced", managerId: "hu-yue", signed });
		expect(await row(hall.over.referralId)).toMatchObject({ status: "concluded", name: "欧阳*明", signed: null });
		const changed = { status: "introduced", managerId: "hu-yue", version: 3, name: "郑*" };
		expect(await row(hall.doubled.referralId)).toMatchObject(changed);
		const nothing = { name: null, contact: null, customerReference: null, erasedAt: MONDAY_10, status: "offered" };
		expect(await row(hall.erased.referralId)).toMatchObject(nothing);
		for (const each of [hall.open, hall.signed, hall.waiting, hall.lost]) {
			expect(await isHere(hall, each.referralId)).toBe(true);
			const { row: before, referralId } = each;
			const fields = { name: before.sealed_name, contact: before.sealed_contact };
			expect((await inMemory(branchId, referralId))?.fields).toMatchObject(fields);
			const body = { fields: ["name", "contact", "bestContactTime"], reason: "回访" };
			const shown = await askRecord<ShownReferral>(manager, "POST", `${path}/${referralId}/shown`, { body });
			expect(shown.body.values).toMatchObject({ contact: { value: "13812345678" }, bestContactTime: "工作日下午" });
		}
		for (const each of [hall.over, hall.erased]) expect(await isHere(hall, each.referralId)).toBe(false);
		const search = { body: { by: "reference", value: "C70000009", reason: "核对" } };
		const found = await askRecord<{ rows: ReferralRow[] }>(manager, "POST", `${path}/search`, search);
		const living = [hall.open, hall.signed, hall.over, hall.waiting, hall.lost, hall.doubled].map(
			(each) => each.referralId,
		);
		expect(found.body.rows.map((each) => each.referralId).sort()).toEqual(living.sort());
		expect((await dumpOf(branchId)).outbox).toBeUndefined();
	});

	it("[PRV-22] [PRV-21] are moved while D1 is away, and reach it once; a late signature does not take up what is over", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const { branchId, path, manager, adviser, branch } = hall;
		await takenOver(hall);
		mend = breakMemory("rejects");
		const change = (id: string, body: object, version: number) =>
			askRecord<ReferralRow>(manager, "PUT", `${path}/${id}`, { body, version });
		const changed = await change(hall.open.referralId, { contact: null, status: "to_follow_up" }, 1);
		expect(changed.body).toMatchObject({ status: "to_follow_up", contact: null, name: "李*明", version: 2 });
		await eventually("a try to fail", async () => (await progressOf(branchId)).retryAt !== null);
		mend();
		await nextTry(branch);
		await eventually("D1 to know", async () => (await inMemory(branchId, hall.open.referralId))?.version === 2);
		const sign = { body: { status: "to_follow_up" }, version: 2 };
		const late = await askRecord<ReferralRow>(adviser, "POST", `${path}/${hall.over.referralId}/signature`, sign);
		expect(late.body).toMatchObject({ status: "concluded", signed: { by: "hu-yue", status: "concluded" }, version: 3 });
		const again = await change(hall.over.referralId, { status: "to_follow_up" }, 3);
		expect(again.body).toMatchObject({ status: "to_follow_up", name: "欧阳*明", version: 4 });
		expect(await isHere(hall, hall.over.referralId)).toBe(true);
	});

	it("[PRV-22] goes on where it broke off, and takes nothing over what the branch has since", async ({ expect }) => {
		const hall = await aHallOfBefore();
		const { branchId, path, manager, branch } = hall;
		mend = breakMemory("rejects");
		await branch.stub().bringCases();
		await eventually("a try to fail", async () => (await progressOf(branchId)).failures > 0);
		mend();
		// Before the branch has taken anything over, a step brings its record along.
		const body = { status: "introduced" };
		const moved = await askRecord<ReferralRow>(manager, "PUT", `${path}/${hall.open.referralId}`, { body, version: 1 });
		expect(moved.body).toMatchObject({ status: "introduced", version: 2 });
		await branch.evict();
		await nextTry(branch);
		await takenOver(hall);
		expect(await rowOf(manager, branchId, hall.open.referralId)).toMatchObject({ status: "introduced", version: 2 });
		expect(await isHere(hall, hall.signed.referralId)).toBe(true);
	});

	it("[PRV-22] [PRV-4] erasing one erases the row of before as well, and nothing brings it back", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const { branchId, path, head, manager } = hall;
		const { referralId } = hall.over;
		// Over and delivered, so that the branch has nothing of it but a copy that waits to be taken over.
		const erase = (id: string) => askRecord(head, "POST", `${path}/${id}/erasure`, { body: { reason: "本人要求" } });
		expect(codeOf(await erase(referralId))).toBe("done");
		await takenOver(hall);
		expect(codeOf(await erase(hall.open.referralId))).toBe("done");
		await hall.branch.stub().sendAgain();
		await eventually("nothing to wait", async () => (await unsentOf(hall)) === 0);
		for (const id of [referralId, hall.open.referralId]) {
			expect(await rowOf(manager, branchId, id)).toMatchObject({ name: null, contact: null, customerReference: null });
			const row = await env.DB.prepare("SELECT * FROM referrals WHERE referral_id = ?").bind(id).first();
			const gone = { sealed_name: null, sealed_contact: null, contact_index: null, customer_reference: null };
			expect(row).toMatchObject(gone);
			expect(row?.erased_at).not.toBeNull();
		}
		const stored = JSON.stringify(await dumpOf(branchId));
		for (const each of [hall.over, hall.open]) expect(stored).not.toContain(String(each.row.sealed_name));
	});

	it("[PRV-22] what code of before still writes goes on, until the branch has written the record itself", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const { branchId, manager } = hall;
		const write = (id: string, status: string) =>
			env.DB.prepare("UPDATE referrals SET status = ?, version = version + 1 WHERE referral_id = ?")
				.bind(status, id)
				.run();
		await write(hall.signed.referralId, "to_follow_up");
		expect(await inMemory(branchId, hall.signed.referralId)).toMatchObject({ stage: "to_follow_up", version: 3 });
		await takenOver(hall);
		await write(hall.signed.referralId, "concluded");
		expect(await rowOf(manager, branchId, hall.signed.referralId)).toMatchObject({
			status: "to_follow_up",
			version: 3,
		});
		expect(await inMemory(branchId, hall.signed.referralId)).toMatchObject({ stage: "to_follow_up", version: 3 });
	});

	it("[PRV-22] [FWD-6] are not lost when the branch is set back to before it had taken them over", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const { branchId, branch, manager } = hall;
		const before = await takeBranch(branchId);
		await takenOver(hall);
		await setBranchBack(branchId, before);
		await branch.stub().setBack();
		await takenOver(hall);
		await eventually("the lost time to be forgotten", async () => (await progressOf(branchId)).setBack === null);
		for (const each of [hall.open, hall.signed, hall.over, hall.waiting]) {
			expect(await inMemory(branchId, each.referralId)).not.toBeNull();
		}
		expect(await rowOf(manager, branchId, hall.open.referralId)).toMatchObject({ name: "李*明" });
	});

	it("[PRV-22] [FWD-5] come again, those too that were over, when D1 is set back afterwards", async ({ expect }) => {
		const hall = await aHallOfBefore();
		const { branchId, branch, manager } = hall;
		const { cases: _, data_keys: __, ...rest } = await takeMemory();
		await takenOver(hall);
		await setMemoryBack({ ...rest, cases: [], data_keys: [] });
		await branch.stub().sendAgain();
		for (const each of [hall.open, hall.signed, hall.over, hall.waiting, hall.lost]) {
			await eventually("it to be there again", async () => (await inMemory(branchId, each.referralId)) !== null);
		}
		expect(await rowOf(manager, branchId, hall.over.referralId)).toMatchObject({
			status: "concluded",
			name: "欧阳*明",
		});
	});
});
