import { env } from "cloudflare:workers";
import { afterEach, describe, it } from "vitest";
import { destroyKey } from "../../worker/records/case/data-key.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { erased, found, hallOf, inFull, inMemory, moved, shown } from "../api/a-case.ts";
import { codeOf, listed } from "../api/a-referral.ts";
import { aBranch, eventually, MONDAY_10 } from "./a-branch.ts";
import { CRAWL, nextTry } from "./bank-memory.ts";
import { breakMemory } from "./failing-memory.ts";
import { type RowOfBefore, remembered, type SealedBefore, sealedBefore, setBefore } from "./records-of-before.ts";
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
	const gone = await sealedBefore(branchId, "张伟", { ...BLANK, version: 2 });
	const waiting = await sealedBefore(branchId, "陈静");
	const lost = await sealedBefore(branchId, "刘洋");
	// It has reached D1, and was changed there, but the answer never reached the branch.
	const doubled = await sealedBefore(branchId, "郑爽", { status: "introduced", manager_id: "hu-yue", version: 3 });
	for (const each of [open, signed, over, gone, doubled]) await remembered(each);
	await destroyKey(memoryOf(env.DB), gone.key.keyId, MONDAY_10);
	const hall = hallOf(branchId);
	// The session is checked and remembered before anything fails.
	await listed(hall.manager, branchId);
	await setBefore(branchId, { waiting: [waiting, doubled], delivered: [over, open, lost] });
	return { ...hall, branch, open, signed, over, gone, waiting, lost, doubled };
}
type Hall = Awaited<ReturnType<typeof aHallOfBefore>>;

const isHere = async ({ branchId }: Hall, { caseId }: SealedBefore) =>
	(await env.BRANCH.getByName(branchId).caseOf(caseId)) !== null;
const stored = ({ branchId }: Hall, { caseId }: SealedBefore) => inMemory(branchId, caseId);
const at = ({ path }: Hall, { caseId }: SealedBefore) => `${path}/${caseId}`;
const read = (hall: Hall, each: SealedBefore) => shown(hall.manager, at(hall, each));

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
		expect(await read(hall, hall.open)).toMatchObject({
			branchId,
			facts: {
				...{ staffId: "li-na", role: "lobby-manager", reasonCode: "large-cash" },
				...{ consent: "given", consentHow: "spoken", consentAt: MONDAY_10 },
			},
			fields: { name: "李*明", contact: { kind: "phone", value: "138****5678" } },
			ties: { customerReference: "C-7000-0009" },
			signs: ["unsigned"],
			version: 1,
		});
		const assigned = { ownerId: "hu-yue", stage: "introduced" };
		expect(await read(hall, hall.signed)).toMatchObject({
			...assigned,
			facts: { isAssigned: 1, signedBy: "hu-yue", signedAt: MONDAY_10, signedStatus: "introduced" },
		});
		const over = { stage: "concluded", fields: { name: "欧阳*明" }, facts: { signedBy: null } };
		expect(await read(hall, hall.over)).toMatchObject(over);
		const changed = { ...assigned, facts: { isAssigned: 1 }, version: 3, fields: { name: "郑*" } };
		expect(await read(hall, hall.doubled)).toMatchObject(changed);
		const gone = await read(hall, hall.gone);
		expect([gone.fields, gone.ties, gone.erasedAt, gone.stage]).toEqual([{}, {}, MONDAY_10, "offered"]);
		for (const each of [hall.open, hall.signed, hall.waiting, hall.lost]) {
			expect(await isHere(hall, each)).toBe(true);
			const fields = { name: each.row.sealed_name, contact: each.row.sealed_contact };
			expect((await stored(hall, each))?.fields).toMatchObject(fields);
			const { body } = await inFull(manager, at(hall, each), ["name", "contact", "bestContactTime"]);
			expect(body.fields).toMatchObject({ contact: { value: "13812345678" }, bestContactTime: "工作日下午" });
		}
		for (const each of [hall.over, hall.gone]) expect(await isHere(hall, each)).toBe(false);
		const living = [hall.open, hall.signed, hall.over, hall.waiting, hall.lost, hall.doubled];
		expect(await found(manager, path, "reference", "C70000009")).toEqual(living.map(({ caseId }) => caseId).sort());
		expect((await dumpOf(branchId)).outbox).toBeUndefined();
	});

	it("[PRV-22] [PRV-21] are moved while D1 is away, and reach it once; a late signature does not take up what is over", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const { branchId, manager, adviser, branch } = hall;
		await takenOver(hall);
		mend = breakMemory("rejects");
		const step = { step: "change", stage: "to_follow_up" };
		const changed = await moved(manager, at(hall, hall.open), 1, { ...step, fields: { contact: null } });
		expect(changed).toMatchObject({ stage: "to_follow_up", fields: { name: "李*明" }, version: 2 });
		expect(changed.fields).not.toHaveProperty("contact");
		await eventually("a try to fail", async () => (await progressOf(branchId)).retryAt !== null);
		mend();
		await nextTry(branch);
		await eventually("D1 to know", async () => (await stored(hall, hall.open))?.version === 2);
		const late = await moved(adviser, at(hall, hall.over), 2, { step: "sign", stage: "to_follow_up" });
		const signed = { signedBy: "hu-yue", signedStatus: "concluded" };
		expect(late).toMatchObject({ stage: "concluded", facts: signed, version: 3 });
		const again = await moved(manager, at(hall, hall.over), 3, step);
		expect(again).toMatchObject({ stage: "to_follow_up", fields: { name: "欧阳*明" }, version: 4 });
		expect(await isHere(hall, hall.over)).toBe(true);
	});

	it("[PRV-22] goes on where it broke off, and takes nothing over what the branch has since", async ({ expect }) => {
		const hall = await aHallOfBefore();
		const { branchId, manager, branch } = hall;
		mend = breakMemory("rejects");
		await branch.stub().bringCases();
		await eventually("a try to fail", async () => (await progressOf(branchId)).failures > 0);
		mend();
		// Before the branch has taken anything over, a step brings its record along.
		const step = { step: "change", stage: "introduced" };
		const early = await moved(manager, at(hall, hall.open), 1, step);
		expect(early).toMatchObject({ stage: "introduced", version: 2 });
		await branch.evict();
		await nextTry(branch);
		await takenOver(hall);
		expect(await read(hall, hall.open)).toMatchObject({ stage: "introduced", version: 2 });
		expect(await isHere(hall, hall.signed)).toBe(true);
	});

	it("[PRV-22] [PRV-4] erasing one erases the row of before as well, and nothing brings it back", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const { branchId, head } = hall;
		// Over and delivered, so that the branch has nothing of it but a copy that waits to be taken over.
		expect(codeOf(await erased(head, at(hall, hall.over)))).toBe("done");
		await takenOver(hall);
		expect(codeOf(await erased(head, at(hall, hall.open)))).toBe("done");
		await hall.branch.stub().sendAgain();
		await eventually("nothing to wait", async () => (await unsentOf(hall)) === 0);
		for (const each of [hall.over, hall.open]) {
			const { fields, ties } = await read(hall, each);
			expect([fields, ties]).toEqual([{}, {}]);
			const row = await env.DB.prepare("SELECT * FROM referrals WHERE referral_id = ?").bind(each.referralId).first();
			const gone = { sealed_name: null, sealed_contact: null, contact_index: null, customer_reference: null };
			expect(row).toMatchObject(gone);
			expect(row?.erased_at).not.toBeNull();
		}
		const dumped = JSON.stringify(await dumpOf(branchId));
		for (const each of [hall.over, hall.open]) expect(dumped).not.toContain(String(each.row.sealed_name));
	});

	it("[PRV-22] what code of before still writes goes on, until the branch has written the record itself", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const write = (status: string) =>
			env.DB.prepare("UPDATE referrals SET status = ?, version = version + 1 WHERE referral_id = ?")
				.bind(status, hall.signed.referralId)
				.run();
		await write("to_follow_up");
		expect(await stored(hall, hall.signed)).toMatchObject({ stage: "to_follow_up", version: 3 });
		await takenOver(hall);
		await write("concluded");
		expect(await read(hall, hall.signed)).toMatchObject({ stage: "to_follow_up", version: 3 });
		expect(await stored(hall, hall.signed)).toMatchObject({ stage: "to_follow_up", version: 3 });
	});

	it("[PRV-22] [FWD-6] are not lost when the branch is set back to before it had taken them over", async ({
		expect,
	}) => {
		const hall = await aHallOfBefore();
		const { branchId, branch } = hall;
		const before = await takeBranch(branchId);
		await takenOver(hall);
		await setBranchBack(branchId, before);
		await branch.stub().setBack();
		await takenOver(hall);
		await eventually("the lost time to be forgotten", async () => (await progressOf(branchId)).setBack === null);
		for (const each of [hall.open, hall.signed, hall.over, hall.waiting]) {
			expect(await stored(hall, each)).not.toBeNull();
		}
		expect(await read(hall, hall.open)).toMatchObject({ fields: { name: "李*明" } });
	});

	it("[PRV-22] [FWD-5] come again, those too that were over, when D1 is set back afterwards", async ({ expect }) => {
		const hall = await aHallOfBefore();
		const { branch } = hall;
		const { cases: _, data_keys: __, ...rest } = await takeMemory();
		await takenOver(hall);
		await setMemoryBack({ ...rest, cases: [], data_keys: [] });
		await branch.stub().sendAgain();
		for (const each of [hall.open, hall.signed, hall.over, hall.waiting, hall.lost]) {
			await eventually("it to be there again", async () => (await stored(hall, each)) !== null);
		}
		expect(await read(hall, hall.over)).toMatchObject({ stage: "concluded", fields: { name: "欧阳*明" } });
	});
});
