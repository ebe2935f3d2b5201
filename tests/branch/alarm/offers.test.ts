import { afterEach, describe, it, vi } from "vitest";
import type { HolderActor, Role } from "../../../schema/actor.ts";
import type { StaffAlert } from "../../../schema/hall/view.ts";
import { opened, shown } from "../../api/a-case.ts";
import { ask } from "../../api/a-referral.ts";
import { deviceAt, staffAt } from "../../api/callers.ts";
import {
	aBranch,
	doneOf,
	eventually,
	kiosk,
	MINUTE_MS,
	MONDAY_10,
	newCommandId,
	SECOND_MS,
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { breakMemory } from "../failing-memory.ts";
import { LiveClient } from "../live-client.ts";

type Here = { readonly reachable: readonly string[]; readonly offers: readonly StaffAlert[] };

/** A branch at work: two managers and the lobby manager with a page each. */
async function aHall() {
	const branch = await aBranch();
	const { branchId } = branch;
	await branch.done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
	const page = async (role: Role, staffId: string) => {
		const credential = `token.${await tokenOf(staff(branchId, role, staffId))}`;
		return LiveClient.open({ branchId, audience: "staff", credential });
	};
	const pages = {
		hu: await page("relationship-manager", "hu-yue"),
		xu: await page("relationship-manager", "xu-na"),
		manager: await page("lobby-manager", "li-na"),
		teller: await page("closed-teller", "liu-yang"),
	};
	return {
		...branch,
		pages,
		path: `/branches/${branchId}/cases`,
		here: async (actor: HolderActor) => (await ask<Here>(actor, "GET", `/branches/${branchId}/here`)).body,
		hu: staffAt("relationship-manager", branchId, "hu-yue"),
		xu: staffAt("relationship-manager", branchId, "xu-na"),
		manager: staffAt("lobby-manager", branchId, "li-na"),
		teller: staffAt("closed-teller", branchId, "liu-yang"),
		close: () => Object.values(pages).map((client) => client.close()),
	};
}
type Hall = Awaited<ReturnType<typeof aHall>>;

const RECORD = {
	kind: "referral",
	ownerId: undefined,
	texts: {},
	fields: { name: "李小明" },
	facts: { reasonCode: "large-cash" },
};
const offered = (client: LiveClient) => client.cases.filter(({ news }) => news === "offered").length;

async function recordOf({ manager, path }: Hall, more: object = {}) {
	const { body } = await opened(manager, path, { ...RECORD, ...more });
	return body;
}
const told = async (hall: Hall) => (await hall.here(hall.manager)).offers[0]?.told.persons[0];
/** The one of the two who is rung, and the other. */
async function inTurn(hall: Hall) {
	const first = await told(hall);
	return first === "hu-yue" ? ([hall.hu, hall.xu] as const) : ([hall.xu, hall.hu] as const);
}
const accept = (branch: TestBranch, actor: HolderActor, alertId: string) =>
	branch.send(actor, { type: "accept-alert", alertId });

const DIRECTORY = {
	CUSTOMER_DIRECTORY_URL: "https://directory.bank.test/customers",
	CUSTOMER_DIRECTORY_SECRET: "s3cret",
};

/** A number taken by a card that the bank's directory knows; returns its ticket. */
async function recognisedAtKiosk({ branchId }: Hall, customer: object): Promise<string> {
	const device = deviceAt("kiosk", branchId);
	vi.stubGlobal("fetch", async () => Response.json({ customer }));
	const card = { body: { by: "card", value: "6200001817833653" }, secrets: DIRECTORY };
	const { body } = await ask<{ recognition: string }>(device, "POST", `/branches/${branchId}/recognitions`, card);
	vi.unstubAllGlobals();
	const command = { type: "issue-ticket", services: ["cash"], recognition: body.recognition };
	const issued = await ask<{ answer: { ticketId: string } }>(device, "POST", `/branches/${branchId}/commands`, {
		body: { command },
		commandId: newCommandId(),
	});
	return issued.body.answer.ticketId;
}

let mend = () => {};
afterEach(() => mend());

describe("a customer offered to a manager", () => {
	it("[ALR-19] [ALR-21] [ALR-22] also while D1 is away: rung, busy, the next accepts and owns the record, meets the customer; each step is told to whom it concerns", async ({
		expect,
	}) => {
		const hall = await aHall();
		mend = breakMemory("rejects");
		const { caseId } = await recordOf(hall);
		const [first, second] = await inTurn(hall);
		const [{ id = "" } = {}] = (await hall.here(hall.manager)).offers;
		await eventually("the lobby manager to hear of it", () => offered(hall.pages.manager) > 0);
		expect((await hall.here(second)).offers).toEqual([]);
		await hall.evict();
		doneOf(await hall.send(first, { type: "decline-alert", alertId: id, reason: "busy" }));
		expect((await hall.here(second)).offers).toMatchObject([{ id, acceptedBy: null }]);
		expect((await hall.here(second)).offers[0]?.tried?.[0]).toMatchObject({ why: "busy" });
		await hall.evict();
		doneOf(await accept(hall, second, id));
		const stored = await shown(second, `${hall.path}/${caseId}`);
		expect(stored).toMatchObject({ stage: "offered", facts: { isAssigned: 1 }, version: 2 });
		expect(stored.ownerId).toBe(second.kind === "staff" ? second.staffId : "");
		await hall.evict();
		doneOf(await hall.send(second, { type: "end-alert", alertId: id }));
		expect(await shown(second, `${hall.path}/${caseId}`)).toMatchObject({ stage: "introduced", version: 3 });
		expect((await hall.here(hall.manager)).offers).toEqual([]);
		for (const client of Object.values(hall.pages)) await client.fresh();
		expect(offered(hall.pages.teller)).toBe(0);
		expect(JSON.stringify(hall.pages.teller.view)).not.toContain(caseId);
		hall.close();
	});

	it("[ALR-19] nobody answers: the alarm rings the next after 30 seconds", async ({ expect }) => {
		const hall = await aHall();
		await recordOf(hall);
		const first = await told(hall);
		await hall.setTime(MONDAY_10 + 30 * SECOND_MS - 200, 60);
		await eventually("the next to be rung", async () => (await told(hall)) !== first);
		await hall.setTime(MONDAY_10 + MINUTE_MS);
		const [offer] = (await hall.here(hall.manager)).offers;
		expect(offer?.tried?.[0]).toEqual({ staffId: first, why: "no-answer" });
		hall.close();
	});

	it("[ALR-20] a manager whose page is closed is not reachable: passed over at once, and shown so", async ({
		expect,
	}) => {
		const hall = await aHall();
		hall.pages.hu.close();
		await eventually("her page to be gone", async () => !(await hall.here(hall.manager)).reachable.includes("hu-yue"));
		await recordOf(hall);
		const [offer] = (await hall.here(hall.manager)).offers;
		expect(offer?.told.persons).toEqual(["xu-na"]);
		expect(offer?.tried).toContainEqual({ staffId: "hu-yue", why: "unreachable" });
		hall.close();
	});

	it("[ALR-19] rings the manager of the customer's latest record first", async ({ expect }) => {
		const hall = await aHall();
		const ties = { customerReference: "C-20481234" };
		for (const [index, ownerId] of ["xu-na", "hu-yue", "xu-na"].entries()) {
			await hall.setTime(MONDAY_10 + index * SECOND_MS);
			await recordOf(hall, { ties, ownerId, stage: "introduced" });
			await recordOf(hall, { ties });
			const { offers } = await hall.here(hall.manager);
			expect(offers.map(({ told: { persons } }) => persons)).toEqual([[ownerId]]);
			doneOf(await hall.send(hall.manager, { type: "end-alert", alertId: offers[0]?.id ?? "" }));
		}
		hall.close();
	});

	it("[ALR-19] [ALR-23] whose customer it is says the bank's directory first: told of the arrival, and rung before the latest record's manager and before everybody's turn", async ({
		expect,
	}) => {
		const hall = await aHall();
		for (const [reference, managerId, expected] of [
			["C-20481234", "xu-na", "xu-na"],
			["C-20481235", "of-another-branch", "hu-yue"],
		] as const) {
			const ties = { customerReference: reference };
			await recordOf(hall, { ties, ownerId: "hu-yue", stage: "introduced" });
			const visit = await recognisedAtKiosk(hall, { reference, name: "李小明", segment: "high", managerId });
			const arrivals = (await hall.here(hall.manager)).offers.filter(({ kind }) => kind === "arrival");
			expect(arrivals.at(-1)?.told.persons).toEqual([expected]);
			const named: readonly object[] = [{ ticketId: visit }, ties];
			for (const each of named) {
				await recordOf(hall, { ties: each });
				const offer = (await hall.here(hall.manager)).offers.find(({ kind }) => kind === "offer");
				expect(offer?.told.persons).toEqual([expected]);
				doneOf(await hall.send(hall.manager, { type: "end-alert", alertId: offer?.id ?? "" }));
			}
		}
		hall.close();
	});

	it("[ALR-31] who was told of the arrival is told when the customer leaves, also over evictions and while D1 is away; a service taken back takes that back, and a teller learns nothing", async ({
		expect,
	}) => {
		const hall = await aHall();
		const { branchId, pages, manager, hu, xu, teller } = hall;
		await hall.done(staff(branchId, "closed-teller", "liu-yang"), { type: "open-counter", counterId: "1" });
		const [first, high] = ["20261123-A001", { reference: "C-20481234", name: "李小明", segment: "high" } as const];
		doneOf(await hall.send(manager, { type: "cancel-ticket", ticketId: first }));
		const ticketId = await recognisedAtKiosk(hall, { ...high, managerId: "xu-na" });
		const goodbyes = async (actor: HolderActor) =>
			(await hall.here(actor)).offers.filter(({ kind }) => kind === "departure");
		mend = breakMemory("rejects");
		doneOf(await hall.send(teller, { type: "call-next", counterId: "1" }));
		doneOf(await hall.send(teller, { type: "start-service", ticketId }));
		await hall.evict();
		const told = offered(pages.xu);
		const commandId = newCommandId();
		const finish = { type: "finish-service", ticketId } as const;
		const answers = [await hall.send(teller, finish, commandId), await hall.send(teller, finish, commandId)];
		expect(answers[0]).toEqual(answers[1]);
		await eventually("her manager to hear of it", () => offered(pages.xu) > told);
		await hall.evict();
		const expected = { where: { kind: "customer", customer: high.reference, counterId: "1" }, rings: false };
		expect(await goodbyes(xu)).toMatchObject([{ ...expected, told: { persons: ["xu-na"] }, escalatedAt: null }]);
		expect(await goodbyes(manager)).toHaveLength(1);
		expect([await goodbyes(hu), await goodbyes(teller)]).toEqual([[], []]);

		const heard = offered(pages.manager);
		doneOf(await hall.send(teller, { type: "take-back-ticket", counterId: "1", ticketId }));
		await eventually("the lobby to hear that nobody leaves", () => offered(pages.manager) > heard);
		expect(await goodbyes(manager)).toEqual([]);
		doneOf(await hall.send(teller, finish));
		const [again] = await goodbyes(manager);
		doneOf(await accept(hall, manager, again?.id ?? ""));
		expect(await goodbyes(xu)).toMatchObject([{ acceptedBy: "li-na" }]);
		for (const client of Object.values(pages)) await client.fresh();
		expect(offered(pages.teller)).toBe(0);
		expect(JSON.stringify(pages.teller.view)).not.toContain(high.reference);
		hall.close();
	});

	it("[ALR-21] double taps and two at once: exactly one accepts, each repeat gets its first answer", async ({
		expect,
	}) => {
		const hall = await aHall();
		const { caseId } = await recordOf(hall);
		const [first] = await inTurn(hall);
		const [{ id = "" } = {}] = (await hall.here(hall.manager)).offers;
		const commandId = newCommandId();
		const command = { type: "accept-alert", alertId: id } as const;
		const answers = await Promise.all([
			hall.send(first, command, commandId),
			hall.send(first, command, commandId),
			hall.send(hall.manager, command),
			hall.send(first, command),
		]);
		expect(answers.filter(({ status }) => status === "done")).toHaveLength(2);
		expect(answers[0]).toEqual(answers[1]);
		expect((await shown(first, `${hall.path}/${caseId}`)).version).toBe(2);
		hall.close();
	});

	it("[ALR-22] who is here is for the staff of the branch: no pad, no screen, no other branch", async ({ expect }) => {
		const hall = await aHall();
		const path = `/branches/${hall.branchId}/here`;
		for (const purpose of ["counter-pad", "display", "kiosk"] as const) {
			expect((await ask(deviceAt(purpose, hall.branchId), "GET", path)).status).toBe(403);
		}
		const elsewhere = staffAt("relationship-manager", "bj-guomao", "hu-yue");
		expect((await ask(elsewhere, "GET", path)).status).toBe(403);
		hall.close();
	});
});

describe("presence at a branch", () => {
	it("[ALR-13] [ALR-16] a lobby is handed over, also over an eviction; a page that was not heard is not reachable and no absence", async ({
		expect,
	}) => {
		const hall = await aHall();
		const { pages, manager, hu, branchId } = hall;
		await hall.done(staff(branchId, "lobby-manager", "li-na"), { type: "set-presence", status: "on-duty" });
		await hall.evict();
		const leave = { type: "set-presence", status: "lunch" } as const;
		expect(await hall.send(manager, leave)).toMatchObject({ status: "refused", code: "stand-in-needed" });
		const asked = doneOf(await hall.send(manager, { ...leave, standIn: "hu-yue" }));
		await hall.evict();
		doneOf(await hall.send(hu, { type: "accept-alert", alertId: asked.alertId ?? "" }));
		await pages.xu.fresh();
		expect(pages.xu.view.presence).toMatchObject({
			"li-na": { status: "lunch" },
			"hu-yue": { status: "on-duty", lobby: true },
		});
		pages.hu.close();
		await eventually(
			"the stand-in not to be reachable",
			async () => !(await hall.here(manager)).reachable.includes("hu-yue"),
		);
		await pages.xu.fresh();
		expect(pages.xu.view.presence?.["hu-yue"]).toMatchObject({ status: "on-duty" });
		expect(pages.xu.view.lobby ?? {}).toEqual({});
		hall.close();
	});
});
