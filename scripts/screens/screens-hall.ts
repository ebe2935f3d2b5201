import { ENDPOINTS } from "../../schema/endpoint/api.ts";
import type { Command } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { syntheticCustomer } from "../../worker/domain/customer/synthetic-customer.ts";

export const PICTURED_DAY = "2026-11-23";
/** 09:00 of that day, a Monday, in Shanghai. */
const NINE_O_CLOCK = Date.UTC(2026, 10, 23, 1);
const MINUTE_MS = 60_000;
/** Ten past ten: where the clock stands when a hall has been filled. */
export const FILLED_AT = NINE_O_CLOCK + 70 * MINUTE_MS;
const ANSWERED_WITHIN_MS = 30_000;
const SEED = 7;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How long before the pictured day a branch with a past began. */
const PAST_DAYS = 28;
export const PAST_FROM = NINE_O_CLOCK - PAST_DAYS * DAY_MS;
/** Of a past day only so much is played: enough to have figures. */
const PAST_MINUTES = 40;
const PAST_COUNTERS = 2;
/** How many are called at the hall where somebody is just being called. */
const CALLED = 3;
const WORKDAYS_A_WEEK = 5;
const DAYS_A_WEEK = 7;

const COUNTERS = [
	["1", "liu-yang"],
	["2", "zhao-min"],
	["3", "sun-lei"],
	["5", "wang-fang"],
	["6", "zhou-ting"],
	["8", "xu-na"],
	["10", "zhu-lin"],
	["12", "hu-yue"],
] as const;
const SERVICES = [
	"cash",
	"cash",
	"cash",
	"transfer",
	"bill-payment",
	"account-opening",
	"wealth",
	"corporate",
	"loss-report",
];
const CLASSES = ["ordinary", "ordinary", "ordinary", "mid", "potential", "high", "green"];

const GOODBYE_COUNTER = ["8", "xu-na"] as const;
/** Of the demo's directory (`worker/privacy/demo-directory.ts`): its seed, and so many of its customers that one of them is a key customer. */
const DEMO_SEED = 20261121;
const KNOWN_CUSTOMERS = 200;

export type Hall = Awaited<ReturnType<typeof hallFor>>;

/** A branch of its own for pictures, with the means to act in it. Its clock stands at nine of some day until it is moved. */
export async function hallFor(base: string, branchId: string, name: Bilingual, at = NINE_O_CLOCK) {
	const tokens = new Map<string, Promise<string>>();

	/** @param version of what is changed, as it was read */
	async function ask(
		token: string | null,
		method: string,
		path: string,
		body?: unknown,
		version?: number,
	): Promise<unknown> {
		const authorization = token === null ? {} : { Authorization: `Bearer ${token}` };
		const read = version === undefined ? {} : { "If-Match": String(version) };
		const response = await fetch(`${base}/api${path}`, {
			method,
			headers: {
				"Idempotency-Key": crypto.randomUUID(),
				"Content-Type": "application/json",
				...authorization,
				...read,
			},
			signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
		return response.json();
	}

	function tokenFor(body: DemoTokenBody): Promise<string> {
		const key = JSON.stringify(body);
		const known =
			tokens.get(key) ??
			ask(null, "POST", "/demo/tokens", body).then((token) => ENDPOINTS.demoToken.output.parse(token).token);
		tokens.set(key, known);
		return known;
	}

	async function send(who: DemoTokenBody, command: Command): Promise<Answer> {
		const answer = await ask(await tokenFor(who), "POST", `/branches/${branchId}/commands`, { command });
		return ENDPOINTS.sendCommand.output.parse(answer).answer;
	}

	const operator: DemoTokenBody = { kind: "staff", role: "head-office-operator" };
	async function setClock(at: number, speed: number): Promise<void> {
		await ask(await tokenFor(operator), "PUT", `/branches/${branchId}/clock`, { kind: "virtual", at, speed });
	}

	await setClock(at, 0);
	const usual = defaultConfiguration({
		branchId,
		name,
		region: { zh: "上海", en: "Shanghai" },
		kind: "wealth_branch",
	});
	const configuration = { ...usual, limits: { ...usual.limits, devicePace: null } };
	await send(operator, { type: "configure", configuration });
	return { branchId, name, staff: configuration.staff, ask, send, setClock, tokenFor };
}

export const teller = (branchId: string, staffId: string): DemoTokenBody => ({
	kind: "staff",
	role: "open-teller",
	branchId,
	staffId,
});
export const lobbyManager = (branchId: string): DemoTokenBody => ({ kind: "staff", role: "lobby-manager", branchId });

/** A lively hour: eight counters, some fifty tickets, somebody at every counter, one who missed the call. Ends at ten past ten. */
export async function fill(hall: Hall): Promise<void> {
	const { branchId } = hall;
	await workThrough(hall, { from: NINE_O_CLOCK, minutes: 70, counters: COUNTERS, seed: SEED, busy: 0.9 });
	await hall.setClock(FILLED_AT, 1);
	await hall.send({ kind: "device", purpose: "kiosk", branchId }, { type: "ask-for-help", reason: "customer" });
}

/** The four weeks before the pictured day, from Monday to Friday, each closed: some good days, some on which people waited. */
export async function passDays(hall: Hall): Promise<void> {
	for (let day = 0; day < PAST_DAYS; day++) {
		if (day % DAYS_A_WEEK >= WORKDAYS_A_WEEK) continue;
		const from = PAST_FROM + day * DAY_MS;
		const counters = COUNTERS.slice(0, PAST_COUNTERS + (day % 3));
		await workThrough(hall, { from, minutes: PAST_MINUTES, counters, seed: SEED + day, busy: 0.45 });
		await hall.send(lobbyManager(hall.branchId), { type: "close-day" });
	}
}

type Spell = {
	readonly from: number;
	readonly minutes: number;
	readonly counters: readonly (readonly [counterId: string, staffId: string])[];
	readonly seed: number;
	/** The chance that somebody comes in a minute. */
	readonly busy: number;
};

/** So many minutes of a hall: people come, counters call, serve and finish. */
async function workThrough(hall: Hall, { from, minutes, counters, seed, busy }: Spell): Promise<void> {
	const { branchId } = hall;
	const random = seededRandom(seed);
	const serving = new Map<string, string>();
	await hall.setClock(from, 0);
	for (const [counterId, staffId] of counters)
		await hall.send(teller(branchId, staffId), { type: "open-counter", counterId });
	for (let minute = 0; minute < minutes; minute++) {
		await hall.setClock(from + minute * MINUTE_MS, 0);
		if (random.chance(busy)) {
			const services = [random.pick(SERVICES)];
			await hall.send(lobbyManager(branchId), { type: "issue-ticket", services, class: random.pick(CLASSES) });
		}
		for (const [counterId, staffId] of counters) await work(hall, { counterId, staffId }, serving, random.next());
	}
}

/** One minute at one counter: call when free, start when called, now and then finish or give somebody up. */
async function work(
	hall: Hall,
	{ counterId, staffId }: { counterId: string; staffId: string },
	serving: Map<string, string>,
	chance: number,
): Promise<void> {
	const who = teller(hall.branchId, staffId);
	const ticketId = serving.get(counterId);
	if (ticketId === undefined) {
		const answer = await hall.send(who, { type: "call-next", counterId }).catch(() => null);
		if (answer?.status === "done" && answer.ticketId !== undefined) serving.set(counterId, answer.ticketId);
		return;
	}
	const started = await hall.send(who, { type: "start-service", ticketId }).catch(() => null);
	if (started !== null && chance < 0.03) return;
	if (chance > 0.11) return;
	await hall.send(who, { type: "finish-service", ticketId });
	serving.delete(counterId);
}

/** A key customer of the bank whom the demo's directory knows: recognised, served and about to leave, so that somebody says goodbye. */
export async function letKeyCustomerLeave(hall: Hall): Promise<void> {
	const { branchId } = hall;
	const customer = Array.from({ length: KNOWN_CUSTOMERS }, (_, index) => syntheticCustomer(DEMO_SEED, index)).find(
		({ segment }) => segment === "high",
	);
	const manager = await hall.tokenFor(lobbyManager(branchId));
	const body = { by: "phone", value: customer?.phone };
	const answer = await hall.ask(manager, "POST", `/branches/${branchId}/recognitions`, body);
	const { recognition } = ENDPOINTS.recognise.output.parse(answer);
	await hall.send(lobbyManager(branchId), { type: "issue-ticket", services: ["wealth"], recognition });
	const [counterId, staffId] = GOODBYE_COUNTER;
	const adviser = { kind: "staff", role: "relationship-manager", branchId, staffId } as const;
	await hall.send(adviser, { type: "open-counter", counterId });
	const called = await hall.send(adviser, { type: "call-next", counterId });
	const ticketId = (called.status === "done" && called.ticketId) || "";
	await hall.send(adviser, { type: "start-service", ticketId });
	await hall.send(adviser, { type: "finish-service", ticketId });
}

/** Three customers, each called to a counter and not yet there, one more waiting; the link of the first. */
export async function callSome(hall: Hall): Promise<string> {
	const { branchId } = hall;
	const kiosk = { kind: "device", purpose: "kiosk", branchId } as const;
	const links: string[] = [];
	for (let each = 0; each <= CALLED; each++) {
		const answer = await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		links.push((answer.status === "done" && answer.link) || "");
	}
	for (const [counterId, staffId] of COUNTERS.slice(0, CALLED)) {
		await hall.send(teller(branchId, staffId), { type: "open-counter", counterId });
		await hall.send(teller(branchId, staffId), { type: "call-next", counterId });
	}
	return links[0] ?? "";
}
