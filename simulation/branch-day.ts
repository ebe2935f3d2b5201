import type { SimulatedDay } from "../rules/trial/simulated-day.ts";
import type { Actor } from "../schema/actor.ts";
import type { Command } from "../schema/hall/command.ts";
import type { BranchConfiguration } from "../schema/hall/configuration.ts";
import type { BranchEvent } from "../schema/hall/event.ts";
import { commitFor } from "../worker/domain/commit/commit.ts";
import { foldInto } from "../worker/domain/commit/evolve.ts";
import { initialState } from "../worker/domain/hall/branch-state.ts";
import type { OpeningDay } from "./business-days.ts";
import { type Demand, planTellers } from "./teller-plan.ts";

const LINK_CHARS = 22;
/** Planned so that every counter is open. */
const ALL_OPEN = 0.001;

/** What one whole day of a branch came to. */
export type BranchDay = {
	readonly commits: number;
	readonly served: number;
	readonly mostOvertaken: number;
	/** Tickets overtaken more often than their budget. */
	readonly boundsBroken: number;
};

/**
 * Plays a drawn day at a branch as its object does, commit by commit, without storage or network: each number is issued by the
 * lobby manager, called, served and finished. Arrivals count from the first ticket of `day`; `serviceOf` says what the n-th
 * customer comes for. Throws where a command is refused.
 */
export function playBranchDay(
	configuration: BranchConfiguration,
	day: OpeningDay,
	{ arrivals, serviceMs }: SimulatedDay,
	serviceOf: (ordinal: number) => string,
): BranchDay {
	const branch = aBranch(configuration, day.firstTicketAt);
	const { people, say, state } = branch;
	const budgets = new Map(configuration.dispatch.classes.map((each) => [each.id, each.overtakeBudget]));
	const demands = arrivals.map(({ at }, ordinal) => ({ at: branch.now + at, serviceId: serviceOf(ordinal), ms: 1 }));
	const free = openAll(branch, configuration, demands);
	const busy: { readonly counterId: string; readonly ticketId: string; readonly until: number }[] = [];
	const result = { served: 0, mostOvertaken: 0, boundsBroken: 0 };
	let started = 0;
	const callAt = (counterId: string) => {
		const events = say(people.pad(counterId), { type: "call-next", counterId });
		const ticketId = events.find((event) => event.type === "ticket-called")?.ticketId;
		if (ticketId === undefined) return;
		const { overtaken = 0, class: name = "" } = state.tickets.get(ticketId) ?? {};
		result.mostOvertaken = Math.max(result.mostOvertaken, overtaken);
		if (overtaken > (budgets.get(name) ?? 0)) result.boundsBroken++;
		say(people.pad(counterId), { type: "start-service", ticketId });
		free.delete(counterId);
		busy.push({ counterId, ticketId, until: branch.now + (serviceMs[started++] ?? 0) });
		busy.sort((a, b) => a.until - b.until);
	};
	let coming = 0;
	while (coming < arrivals.length || busy.length > 0) {
		const arriving = arrivals[coming];
		const arrivesAt = arriving === undefined ? Number.POSITIVE_INFINITY : day.firstTicketAt + arriving.at;
		const done = busy[0];
		if (done !== undefined && done.until <= arrivesAt) {
			busy.shift();
			branch.now = Math.ceil(done.until);
			say(people.pad(done.counterId), { type: "finish-service", ticketId: done.ticketId });
			result.served++;
			free.add(done.counterId);
			if (hasSomebodyFor(state, done.counterId)) callAt(done.counterId);
		} else if (arriving !== undefined) {
			branch.now = Math.ceil(arrivesAt);
			const service = serviceOf(coming++);
			say(people.greeter, { type: "issue-ticket", services: [service], class: arriving.class });
			const counterId = [...free].find((id) => state.counters.get(id)?.services.includes(service));
			if (counterId !== undefined) callAt(counterId);
		}
	}
	say(people.head, { type: "close-day" });
	return { commits: branch.commits, ...result };
}

type Branch = ReturnType<typeof aBranch>;

/** A configured branch and a way to tell it something; `now` is the caller's to move. */
function aBranch(configuration: BranchConfiguration, startsAt: number) {
	const people = peopleOf(configuration);
	const state = initialState(configuration.branchId);
	const say = (actor: Actor, command: Command): readonly BranchEvent[] => {
		const seq = state.seq + 1;
		const request = { commandId: `day-${seq}`, command };
		const link = String(seq).padStart(LINK_CHARS, "0");
		const made = commitFor(state, { request, actor, now: branch.now, link, quotes: "untold" });
		if (!("seq" in made)) throw new Error(`${command.type}: ${JSON.stringify(made)}`);
		if (made.refused !== undefined) throw new Error(`${command.type} was refused: ${made.refused.code}`);
		if (made.events.length === 0) return made.events;
		foldInto(state, made);
		branch.commits++;
		return made.events;
	};
	const branch = { people, state, say, now: startsAt, commits: 0 };
	say(people.bank, { type: "configure", configuration });
	return branch;
}

/** Opens every counter that somebody can sit at and somebody will come for; returns their ids. */
function openAll({ people, say, now }: Branch, configuration: BranchConfiguration, demands: readonly Demand[]) {
	const open = new Set<string>();
	for (const { counterId, staffId, modeId } of planTellers(configuration, demands, { from: now, fullness: ALL_OPEN })) {
		if (open.has(counterId)) continue;
		say(people.pad(counterId), { type: "open-counter", counterId, staffId, modeId });
		open.add(counterId);
	}
	return open;
}

function hasSomebodyFor({ counters, tickets }: Branch["state"], counterId: string): boolean {
	const services = counters.get(counterId)?.services ?? [];
	for (const ticket of tickets.values()) {
		if (ticket.status === "waiting" && services.includes(ticket.services[0] ?? "")) return true;
	}
	return false;
}

function peopleOf({ branchId, staff }: BranchConfiguration) {
	const place = { kind: "branch", branchId } as const;
	const bank: Actor = { kind: "staff", staffId: "operator", role: "head-office-operator", place: { kind: "bank" } };
	const member = (role: "branch-head" | "lobby-manager"): Actor => {
		const staffId = staff.find((each) => each.role === role)?.id;
		if (staffId === undefined) throw new Error(`the branch has no ${role}`);
		return { kind: "staff", staffId, role, place };
	};
	const pad = (counterId: string): Actor => {
		return { kind: "device", deviceId: `pad-${counterId}`, purpose: "counter-pad", place, counterId };
	};
	return { bank, head: member("branch-head"), greeter: member("lobby-manager"), pad };
}
