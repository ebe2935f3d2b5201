import type { Actor } from "../../schema/actor.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { StaffTicket } from "../../schema/hall/view.ts";
import { type SeededRandom, seededRandom } from "../../simulation/seeded-random.ts";
import { aBranch, commitsOf, evict, kiosk, MONDAY, type TestBranch } from "./a-branch.ts";
import { tokenOf } from "./door.ts";
import type { History } from "./linearizability.ts";
import { viewOf } from "./live-client.ts";
import type { Hall } from "./queue-model.ts";
import { RacingSender } from "./racing-sender.ts";

const TELLERS = 20;
const TICKETS = 40;
const SERVICES = ["cash", "transfer", "account-opening"] as const;
const SERIES: Readonly<Record<string, string>> = { cash: "A", transfer: "B", "account-opening": "C" };
const SKILLS: readonly (readonly string[])[] = [SERVICES, ["cash"], ["transfer", "account-opening"], SERVICES];

type Counters = Hall["counters"];
const COUNTERS: Counters = Array.from({ length: TELLERS }, (_, index) => ({
	id: String(index + 1),
	staffId: `teller-${index + 1}`,
	services: SKILLS[index % SKILLS.length] ?? SERVICES,
}));
const HALL: Hall = { day: MONDAY.replaceAll("-", ""), seriesOf: SERIES, counters: COUNTERS };

/** A hall of 20 counters of three skills, each with a person of its own. */
function raceConfiguration(shipped: BranchConfiguration): BranchConfiguration {
	return {
		...shipped,
		services: shipped.services.filter(({ id }) => SERVICES.some((each) => each === id)),
		counters: COUNTERS.map(({ id, services }) => ({
			id,
			label: { zh: `${id}号窗口`, en: `Counter ${id}` },
			zone: "closed-counters",
			modes: [{ id: "all", name: { zh: "全部", en: "All" }, kind: "closed", services: [...services] }],
		})),
		staff: [
			...COUNTERS.map(({ staffId, services }) => ({
				id: staffId,
				name: { zh: staffId, en: staffId },
				role: "closed-teller" as const,
				services: [...services],
			})),
			...shipped.staff.filter((each) => each.role === "lobby-manager"),
		],
	};
}

/** Of every branch, so that one token serves all races. */
function anywhere(role: "closed-teller" | "lobby-manager", staffId: string): Actor {
	return { kind: "staff", role, staffId, place: { kind: "bank" } };
}

export type RaceResult = { readonly history: History; readonly sendings: number; readonly evictions: number };

/**
 * 20 tellers call at once over 40 tickets that four kiosks give and a manager cancels some of, on all three ways in,
 * with repeats, double taps, lost connections and evictions at any moment. The seed plans it; the machine interleaves.
 */
export async function race(seed: number): Promise<RaceResult> {
	const random = seededRandom(seed);
	const branch = await aBranch(undefined, raceConfiguration);
	const sender = new RacingSender(branch.branchId, random);
	const day = { issued: 0, over: false, evictions: 0 };
	const issuing = [0, 1, 2, 3].map(() => issue(sender, branch, random, day));
	const serving = COUNTERS.map((counter) => serve(sender, random, counter, day));
	const cancelling = cancel(sender, random, day);
	const evicting = evictAgainAndAgain(branch.branchId, random, day);
	await Promise.all([...issuing, ...serving, cancelling]);
	day.over = true;
	await evicting;
	await sender.finish();
	return { history: await historyOf(branch, sender), sendings: sender.sendings, evictions: day.evictions };
}

type Day = { issued: number; over: boolean; evictions: number };

async function issue(sender: RacingSender, branch: TestBranch, random: SeededRandom, day: Day): Promise<void> {
	while (day.issued < TICKETS) {
		day.issued += 1;
		await scheduler.wait(random.between(0, 12));
		await sender.send(kiosk(branch.branchId), { type: "issue-ticket", services: [random.pick(SERVICES)] });
	}
}

/** Calls until nobody waits; who got a customer serves, misses or passes on. */
async function serve(
	sender: RacingSender,
	random: SeededRandom,
	{ id: counterId, staffId }: Counters[number],
	day: Day,
): Promise<void> {
	const teller = anywhere("closed-teller", staffId);
	await scheduler.wait(random.between(0, 30));
	const openings = [sender.send(teller, { type: "open-counter", counterId })];
	if (random.chance(0.2)) openings.push(sender.send(teller, { type: "open-counter", counterId }));
	await Promise.all(openings);
	for (;;) {
		const taps = [sender.send(teller, { type: "call-next", counterId })];
		if (random.chance(0.15)) taps.push(sender.send(teller, { type: "call-next", counterId }));
		const called = (await Promise.all(taps)).find((answer) => answer.status === "done");
		if (called?.status === "done") await handle(sender, teller, random, called.ticketId ?? "");
		else if (day.issued >= TICKETS) return;
		else await scheduler.wait(random.between(30, 150));
	}
}

/** Any of these may be refused, for the manager may have cancelled the ticket meanwhile. */
async function handle(sender: RacingSender, teller: Actor, random: SeededRandom, ticketId: string): Promise<void> {
	const isDone = (answer: Answer) => answer.status === "done";
	if (random.chance(0.1) && isDone(await sender.send(teller, { type: "mark-no-show", ticketId }))) return;
	await sender.send(teller, { type: "start-service", ticketId });
	if (random.chance(0.1)) {
		const serviceId = random.pick(SERVICES);
		if (isDone(await sender.send(teller, { type: "transfer-ticket", ticketId, serviceId }))) return;
	}
	await sender.send(teller, { type: "finish-service", ticketId });
}

async function cancel(sender: RacingSender, random: SeededRandom, day: Day): Promise<void> {
	const manager = anywhere("lobby-manager", "li-na");
	for (let count = 0; count < 5 && !day.over; count++) {
		await scheduler.wait(random.between(5, 40));
		const [ticketId] = random.shuffle(sender.ticketIds).slice(0, 1);
		if (ticketId !== undefined) await sender.send(manager, { type: "cancel-ticket", ticketId });
	}
}

async function evictAgainAndAgain(branchId: string, random: SeededRandom, day: Day): Promise<void> {
	while (!day.over) {
		await scheduler.wait(random.between(1, 10));
		await evict(branchId, random.chance(0.1) ? "close" : "hibernate");
		day.evictions += 1;
	}
}

async function historyOf(branch: TestBranch, sender: RacingSender): Promise<History> {
	const seqOf = new Map<string, number>();
	for (const { commandId, seq } of await commitsOf(branch.branchId, MONDAY)) {
		if (seqOf.has(commandId)) throw new Error(`${commandId} was stored twice`);
		seqOf.set(commandId, seq);
	}
	const credential = `token.${await tokenOf(anywhere("lobby-manager", "li-na"))}`;
	const { collections } = await viewOf({ branchId: branch.branchId, audience: "staff", credential });
	// The branch's own schema made these records.
	const tickets = (collections.tickets ?? []) as unknown as StaffTicket[];
	const left = new Set(tickets.filter(({ status }) => status !== "no-show").map(({ id }) => id));
	return { hall: HALL, operations: sender.operations(), seqOf, left };
}
