import { describe, it } from "vitest";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import {
	aBranch,
	commitsOf,
	DAY_MS,
	HOUR_MS,
	kiosk,
	MINUTE_MS,
	MONDAY,
	MONDAY_10,
	SECOND_MS,
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { setBranchBack, takeBranch } from "../set-back.ts";
import { dumpOf } from "../storage.ts";

/** Long enough for whatever follows an answer. */
const AFTERWARDS_MS = 5;
const CUSTOMERS = 24;

type Midway = (hall: TestBranch, at: number) => Promise<void>;

/**
 * A morning of three tellers with more customers than they can serve, by a clock that stands still between commands; `midway` is what
 * happens when half of them have come.
 */
async function busyMorning(
	sleepless: boolean,
	from = MONDAY_10,
	branch?: TestBranch,
	midway: Midway = async () => {},
): Promise<TestBranch> {
	const hall = branch ?? (await aBranch(from));
	const { branchId } = hall;
	const tellers = ["liu-yang", "chen-jing", "zhao-min"].map((id) => staff(branchId, "closed-teller", id));
	let at = from;
	const step = async (...[actor, command]: Parameters<TestBranch["done"]>) => {
		if (!sleepless) await hall.evict();
		at += 40 * SECOND_MS;
		await hall.setTime(at);
		const answer = await hall.done(actor, command);
		await scheduler.wait(AFTERWARDS_MS);
		return answer;
	};
	for (const [index, teller] of tellers.entries()) {
		await step(teller, { type: "open-counter", counterId: String(index + 1) });
	}
	for (let customer = 0; customer < CUSTOMERS; customer++) {
		if (customer === CUSTOMERS / 2) await midway(hall, at);
		await step(kiosk(branchId), { type: "issue-ticket", services: [customer % 3 === 0 ? "transfer" : "cash"] });
		if (customer % 3 !== 2) continue;
		const index = Math.floor(customer / 3) % tellers.length;
		const [teller, counterId] = [tellers[index] ?? kiosk(branchId), String(index + 1)];
		const { ticketId = "" } = await step(teller, { type: "call-next", counterId });
		await step(teller, { type: "start-service", ticketId });
		await step(teller, { type: "finish-service", ticketId });
	}
	return hall;
}

async function eventsOf({ branchId }: TestBranch, businessDay = MONDAY): Promise<BranchEvent[]> {
	const events = (await commitsOf(branchId, businessDay)).flatMap((commit) => commit.events);
	return JSON.parse(JSON.stringify(events).replaceAll(branchId, "this-branch"), (key, value) =>
		key === "link" ? "" : value,
	);
}

describe("quotes of a live branch", () => {
	it("[QTE-10] [QTE-11] [QTE-12] are the same, to the millisecond, whether it is evicted before every command or never", async ({
		expect,
	}) => {
		const awake = await eventsOf(await busyMorning(true));
		const asleep = await eventsOf(await busyMorning(false));
		expect(asleep).toEqual(awake);
		const issued = awake.filter((event) => event.type === "ticket-issued");
		expect(issued.every(({ quote }) => quote !== undefined)).toBe(true);
		expect(issued.at(-1)?.quote?.p50Ms).toBeGreaterThan(5 * MINUTE_MS);
		const told = awake.filter((event) => event.type === "waits-quoted");
		expect(told.some(({ tickets }) => tickets.length > 0)).toBe(true);
		expect(told.some(({ newcomers }) => newcomers.length > 0)).toBe(true);
	});

	it("[QTE-12] are those of a branch to which nothing happened, after its storage was set back by an hour of work", async ({
		expect,
	}) => {
		const setBack: Midway = async (hall, at) => {
			const copy = await takeBranch(hall.branchId);
			await hall.setTime(at + HOUR_MS);
			for (let lost = 0; lost < 5; lost++) {
				await hall.done(kiosk(hall.branchId), { type: "issue-ticket", services: ["cash"] });
			}
			await setBranchBack(hall.branchId, copy);
		};
		const [untouched, restored] = [
			await eventsOf(await busyMorning(true)),
			await eventsOf(await busyMorning(true, MONDAY_10, undefined, setBack)),
		];
		expect(restored).toEqual(untouched);
	});

	it("[QTE-11] cost no row: each command is one, as before", async ({ expect }) => {
		const branch = await busyMorning(true);
		const rows = await dumpOf(branch.branchId);
		const commands = CUSTOMERS + 3 + 3 * (CUSTOMERS / 3);
		const commits = rows[`commits_${MONDAY.replaceAll("-", "")}`] ?? [];
		// What became too long in this hall is told by the branch itself.
		const sent = commits.filter(({ body }) => !String(body).includes('"actor":{"kind":"system"}'));
		expect(sent).toHaveLength(commands);
		expect(Object.keys(rows).filter((name) => name.includes("quote"))).toEqual([]);
	});

	it("[QTE-13] on the next day, and after that was forgotten, are made of what the days before taught", async ({
		expect,
	}) => {
		const tuesday = "2026-11-24";
		const both = await Promise.all([true, false].map((sleepless) => busyMorning(sleepless)));
		for (const branch of both) {
			await branch.setTime(MONDAY_10 + 8 * HOUR_MS);
			await branch.done(staff(branch.branchId, "lobby-manager", "li-na"), { type: "close-day" });
		}
		const [awake, asleep] = await Promise.all(
			both.map((branch, index) => busyMorning(index === 0, MONDAY_10 + DAY_MS, branch)),
		);
		if (awake === undefined || asleep === undefined) throw new Error("two branches were played");
		const events = await eventsOf(awake, tuesday);
		expect(await eventsOf(asleep, tuesday)).toEqual(events);
		const known = events.flatMap((event) => (event.type === "day-opened" ? [event.known] : []))[0];
		expect(known?.days).toBe(1);
		expect(known?.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(CUSTOMERS);
		const first = (list: BranchEvent[]) =>
			list.find((event) => event.type === "ticket-issued" && event.quote !== undefined);
		expect(first(events)).toBeDefined();
	});
});
