import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import type { Output } from "../../../schema/endpoint/api.ts";
import { DAY_MS, MONDAY, MONDAY_10 } from "../../branch/a-branch.ts";
import { nextTry } from "../../branch/bank-memory.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { aHall, hallOf, inMemory, known, moved, shown, stepped } from "../a-case.ts";
import { ask, codeOf, FIELDS, openRecord, recorded } from "../a-referral.ts";
import { staffAt } from "../callers.ts";
import { aRegion, drafted, publishedVersion } from "../configuration/a-section.ts";

const SOLD = { fields: { outcome: { accounts: [], sold: [{ product: "三年期国债", amountFen: 5_000_000 }] } } };
const WON = { step: "outcome", stage: "concluded", ...SOLD };
const LOST = { step: "outcome", stage: "not_interested", fields: { outcome: null } };
const PHONE = { contact: FIELDS.contact };
const DECEMBER = "2026-12-05";

type Hall = ReturnType<typeof hallOf>;
const asked = (actor: HolderActor, { branchId }: Hall, day = MONDAY) =>
	ask<Output<"credit">>(actor, "GET", `/branches/${branchId}/credit?day=${day}`);
/** Points of the month by person, as somebody sees them. */
const points = async (actor: HolderActor, hall: Hall, day = MONDAY) => {
	const { rows } = (await asked(actor, hall, day)).body;
	return Object.fromEntries(rows.map((row) => [row.staffId, row.points]));
};

/** Opens a record by D1's knowledge of it, for the adviser to close. */
async function aRecord(hall: Hall, by: HolderActor, more: object = {}) {
	const caseId = await recorded(by, hall.branchId, { ownerId: "hu-yue", ...more });
	return { caseId, path: `${hall.path}/${caseId}` };
}

describe("the credit for referrals", () => {
	it("[CASE-29] [CASE-30] is earned when the outcome says won, seen by the head of all and by everybody else of their own", async ({
		expect,
	}) => {
		const hall = await aHall();
		const { branchId, manager, adviser, head, teller, other } = hall;
		const { caseId, path } = await aRecord(hall, teller, { facts: { informedBy: "chen-jing" } });
		expect(await points(head, hall)).toEqual({});
		const won = await moved(adviser, path, 1, WON);
		// Who reads the record learns who gave the information, and nobody's points.
		expect(won.facts).toMatchObject({ staffId: "liu-yang", informedBy: "chen-jing" });
		for (const unseen of ["credit", "wonOn", "closedBy", "firstBy"]) expect(won.facts).not.toHaveProperty(unseen);
		expect(await points(head, hall)).toEqual({ "liu-yang": 40, "hu-yue": 40, "chen-jing": 20 });
		expect(await points(adviser, hall)).toEqual({ "hu-yue": 40 });
		expect(await points(teller, hall)).toEqual({ "liu-yang": 40 });
		expect(await points(other, hall)).toEqual({ "chen-jing": 20 });
		expect(await points(manager, hall)).toEqual({});
		const neighbour = staffAt("branch-head", (await aHall()).branchId, "zhang-wei");
		expect((await asked(neighbour, hall)).status).toBe(403);
		await known(branchId, { caseId, version: 2 });
		const { facts } = (await inMemory(branchId, caseId)) ?? {};
		expect(facts).toMatchObject({ wonOn: MONDAY, closedBy: "hu-yue" });
		expect(JSON.parse(String(facts?.credit))).toEqual({ "liu-yang": 40, "hu-yue": 40, "chen-jing": 20 });
		const inDecember = (await asked(head, hall, DECEMBER)).body.rows;
		expect(inDecember.map((row) => [row.staffId, row.points, row.records, row.pointsBefore])).toEqual([
			["hu-yue", 0, 0, 40],
			["liu-yang", 0, 0, 40],
			["chen-jing", 0, 0, 20],
		]);
		expect(await points(head, hall, "2027-01-10")).toEqual({});
	});

	it("[CASE-29] [CASE-32] follows the record: a lost one earns nothing, a colleague named later has a share, a sum corrected changes nothing", async ({
		expect,
	}) => {
		const hall = await aHall();
		const { manager, adviser, head } = hall;
		const { path } = await aRecord(hall, manager);
		await moved(adviser, path, 1, WON);
		expect(await points(head, hall)).toEqual({ "li-na": 50, "hu-yue": 50 });
		await moved(manager, path, 2, { step: "change", facts: { informedBy: "liu-yang" } });
		expect(await points(head, hall)).toEqual({ "li-na": 40, "hu-yue": 40, "liu-yang": 20 });
		await moved(adviser, path, 3, WON);
		expect(await points(head, hall)).toEqual({ "li-na": 40, "hu-yue": 40, "liu-yang": 20 });
		const without = await moved(manager, path, 4, { step: "change", facts: { informedBy: null } });
		expect(without.facts.informedBy).toBeNull();
		expect(await points(head, hall)).toEqual({ "li-na": 50, "hu-yue": 50 });
		await moved(adviser, path, 5, LOST);
		expect(await points(head, hall)).toEqual({});
		await moved(adviser, path, 6, WON);
		expect(await points(head, hall)).toEqual({ "li-na": 50, "hu-yue": 50 });
		const self = await stepped(manager, path, 7, { step: "change", facts: { informedBy: "li-na" } });
		expect(codeOf(self)).toBe("wrong-for-step");
		const nobody = await stepped(manager, path, 7, { step: "change", facts: { informedBy: "nobody" } });
		expect(codeOf(nobody)).toBe("unknown-staff");
	});

	it("[CASE-31] whoever recognised a customer first keeps that part when they are referred again, as long as configured, and nobody is shown it", async ({
		expect,
	}) => {
		const hall = await aHall();
		const { branch, manager, adviser, head, teller } = { branch: hall, ...hall };
		const first = await aRecord(hall, teller, { fields: PHONE });
		await moved(adviser, first.path, 1, LOST);
		await branch.setTime(MONDAY_10 + 29 * DAY_MS);
		const again = await aRecord(hall, manager);
		// The number comes later, written otherwise.
		const linked = await moved(manager, again.path, 1, {
			step: "change",
			fields: { contact: { kind: "phone", value: "138 1234 5678" } },
		});
		expect(JSON.stringify(linked)).not.toContain("liu-yang");
		expect(JSON.stringify(linked)).not.toContain(first.caseId);
		await moved(adviser, again.path, 2, WON);
		expect(JSON.stringify(await shown(manager, again.path))).not.toContain("liu-yang");
		expect(await points(head, hall, "2026-12-22")).toEqual({ "liu-yang": 50, "hu-yue": 50 });
		// The first record is one month old and more: the next one to recognise the customer has the part.
		await branch.setTime(MONDAY_10 + 31 * DAY_MS);
		const late = await aRecord(hall, head, { fields: PHONE });
		await moved(adviser, late.path, 1, WON);
		// Of those within thirty days the manager's record is the first.
		expect(await points(head, hall, "2026-12-24")).toEqual({ "liu-yang": 50, "hu-yue": 100, "li-na": 50 });
		// Another customer is nobody's but the recogniser's.
		const stranger = await aRecord(hall, head, { fields: { contact: { kind: "phone", value: "13900000001" } } });
		await moved(adviser, stranger.path, 1, WON);
		expect(await points(head, hall, "2026-12-24")).toMatchObject({ "zhang-wei": 50, "hu-yue": 150 });
	});

	it("[CASE-28] is split by the shares that are published when it is won, and what was earned stays", async ({
		expect,
	}) => {
		const { region, branches } = await aRegion();
		const hall = hallOf(branches[0]?.branchId ?? "");
		const { manager, adviser, head } = hall;
		const of = (recognised: number, informed: number, closed: number) => ({
			...{ nodeId: region, section: "credit" },
			change: () => ({ shares: { recognised, informed, closed }, keptDays: 0 }),
		});
		const before = await aRecord(hall, manager, { fields: PHONE });
		await moved(adviser, before.path, 1, WON);
		const refused = (await drafted(of(60, 30, 20))).body;
		expect(refused).toMatchObject({ code: "section-unfit" });
		expect(JSON.stringify(refused)).toContain("三项占比合计 110%，须正好为 100%：请调低其中一项");
		await publishedVersion(of(70, 10, 20));
		const after = await aRecord(hall, head, { fields: PHONE, facts: { informedBy: "liu-yang" } });
		await moved(adviser, after.path, 1, WON);
		// Nothing is kept for whoever was first, as it is published.
		expect(await points(head, hall)).toEqual({ "li-na": 50, "hu-yue": 70, "zhang-wei": 70, "liu-yang": 10 });
	});

	it("[CASE-29] [CASE-31] holds while D1 is away, and D1 then has it as the branch has", async ({ expect }) => {
		const hall = await aHall();
		const { branchId, manager, adviser, head, teller, path } = hall;
		const repair = breakMemory("rejects");
		const open = async (by: HolderActor) =>
			(await openRecord(by, branchId, { ownerId: "hu-yue", fields: PHONE })).body.caseId;
		await open(teller);
		await hall.setTime(MONDAY_10 + DAY_MS);
		const caseId = await open(manager);
		await hall.evict();
		expect((await stepped(adviser, `${path}/${caseId}`, 1, WON)).status).toBe(200);
		repair();
		await nextTry(hall);
		await known(branchId, { caseId, version: 2 });
		expect(await points(head, hall)).toEqual({ "liu-yang": 50, "hu-yue": 50 });
	});
});
