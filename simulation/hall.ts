import type { Command, Expectation } from "../schema/hall/command.ts";
import type { Answer } from "../schema/hall/event.ts";
import type { Agenda } from "./agenda.ts";
import { type BranchPort, ConnectionLost, type ReplayActor } from "./branch-port.ts";
import { newCounts, type ReplayCounts } from "./replay-counts.ts";
import type { PlannedLeg, PlannedVisit, ReplayPlan } from "./replay-plan.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Attempts at one command before the replay gives it up as an error. */
const ATTEMPTS_MAX = 10;

/** One customer as the replay knows them. `out-of-sight`: somebody else serves them, or nobody knows. */
export type Visitor = {
	readonly planned: PlannedVisit;
	readonly ticketId: string;
	readonly link: string;
	readonly class: string;
	readonly issuedAt: number;
	status: "waiting" | "at-counter" | "away" | "ended" | "out-of-sight";
	legsLeft: readonly PlannedLeg[];
	calledBefore: boolean;
	/** Has walked out without a word. */
	gone: boolean;
	/** Order of joining the queue this time. */
	joined: number;
};

/** A teller with nothing to do; `wake` makes it look at the queue. */
export type IdleTeller = { readonly services: readonly string[]; readonly closesAt: number | null; wake(): void };

/** What all the people of one replay share. */
export type Hall = {
	readonly plan: ReplayPlan;
	readonly port: BranchPort;
	readonly agenda: Agenda;
	readonly random: SeededRandom;
	readonly counts: ReplayCounts;
	/** True where people act beside the replay: their doings are then no errors. */
	readonly shared: boolean;
	/** Of calls with somebody else waiting, the share that names a ticket out of order. */
	readonly namedCallShare: number;
	readonly visitors: Map<string, Visitor>;
	readonly idle: IdleTeller[];
	/** Visits that have not come yet. */
	coming: number;
	/** Tickets being asked for: a call may name one before its own answer is here. */
	readonly issuing: Set<Promise<void>>;
	/** Calls whose answer is not here yet. */
	calling: number;
	joins: number;
	shiftsLeft: number;
	commands: number;
	readonly runId: string;
	onChange(): void;
};

export function createHall(
	parts: Pick<Hall, "plan" | "port" | "agenda" | "random" | "shared" | "namedCallShare" | "runId" | "onChange">,
): Hall {
	return {
		...parts,
		counts: newCounts(parts.plan.visits.length),
		visitors: new Map(),
		idle: [],
		coming: parts.plan.visits.length,
		issuing: new Set(),
		calling: 0,
		joins: 0,
		shiftsLeft: parts.plan.shifts.length,
		commands: 0,
	};
}

/** Sends one command, again with the same id when the connection was lost; gives up as `not-ready`. */
export async function send(hall: Hall, actor: ReplayActor, command: Command, expect?: Expectation): Promise<Answer> {
	const commandId = `${hall.runId}-${++hall.commands}`;
	const request = { commandId, command, ...(expect === undefined ? {} : { expect }) };
	for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
		try {
			return await hall.port.send(actor, request);
		} catch (error) {
			if (!(error instanceof ConnectionLost)) throw error;
			hall.counts.retries++;
			await hall.port.backOff(attempt);
		}
	}
	return { status: "refused", code: "not-ready" };
}

/** A refusal nobody expected. Where people act beside the replay it is none of its errors. */
export function noteRefusal(
	hall: Hall,
	command: Command["type"],
	answer: Extract<Answer, { status: "refused" }>,
): void {
	if (hall.shared && answer.code !== "not-ready") return;
	const detail = answer.detail === undefined ? "" : ` (${answer.detail})`;
	hall.counts.errors.push({ at: hall.port.now(), what: `${command}: ${answer.code}${detail}` });
}

/** Those who wait, as far as the replay knows, for something that these services cover. */
export function waitingFor(hall: Hall, services: readonly string[]): Visitor[] {
	const waiting: Visitor[] = [];
	for (const visitor of hall.visitors.values()) {
		const wanted = visitor.legsLeft[0]?.serviceId;
		if (visitor.status === "waiting" && wanted !== undefined && services.includes(wanted)) waiting.push(visitor);
	}
	return waiting;
}

/** Puts a visitor into the queue and wakes one teller: the least flexible able one, then the longest idle. */
export function join(hall: Hall, visitor: Visitor): void {
	visitor.status = "waiting";
	visitor.joined = ++hall.joins;
	const wanted = visitor.legsLeft[0]?.serviceId ?? "";
	const able = hall.idle.filter((teller) => teller.services.includes(wanted));
	able.sort((a, b) => a.services.length - b.services.length)[0]?.wake();
}

/** A visit is over, or out of the replay's hands. */
export function settle(hall: Hall, visitor: Visitor, status: "ended" | "out-of-sight"): void {
	visitor.status = status;
	hall.onChange();
	sendHome(hall);
}

/** Lets the tellers who stay to the end go as soon as nobody is left to serve. */
export function sendHome(hall: Hall): void {
	if (!isEmpty(hall)) return;
	for (const teller of hall.idle.slice()) if (teller.closesAt === null) teller.wake();
}

/** Nobody in the hall and nobody still to come. */
export function isEmpty(hall: Hall): boolean {
	if (hall.coming > 0 || hall.calling > 0) return false;
	for (const { status } of hall.visitors.values()) {
		if (status === "waiting" || status === "at-counter" || status === "away") return false;
	}
	return true;
}
