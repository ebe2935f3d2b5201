import { chanceFrom } from "../chance.ts";
import { pick } from "../dispatch.ts";
import {
	type Chance,
	type DayWorld,
	drawDay,
	type SimulatedClass,
	type SimulatedTicket,
	simulateDay,
} from "./simulated-day.ts";

/** What a policy says of the classes, by their ids. */
export type TriedPolicy = ReadonlyMap<string, Omit<SimulatedClass, "share">>;

/** Waits of one class under one policy, ms; `slipMs`: the most that one of it waited longer than on the same day first come, first served. */
export type ClassTrial = {
	readonly class: string;
	readonly tickets: number;
	readonly meanMs: number;
	readonly p99Ms: number;
	readonly slipMs: number;
};

export type PolicyTrial = {
	readonly meanMs: number;
	readonly classes: readonly ClassTrial[];
	readonly mostOvertakes: number;
	/** Tickets overtaken more often than their class allows: always 0, by the rule of dispatch. */
	readonly beyondBound: number;
};

/** A day on which policies are tried, at so many counters that can all serve everybody. */
type TrialWorld = DayWorld & { readonly counters: number };

/** Nobody goes before anybody: what every policy is held against. */
const FIRST_COME = { rank: 0, headStartMs: 0, overtakeBudget: Number.POSITIVE_INFINITY } as const;

/**
 * Tries policies on the same days, each by the very dispatch that counters call by, and first come first served on them besides.
 * The same seed gives the same days.
 */
export function tryPolicies(
	world: TrialWorld,
	policies: readonly TriedPolicy[],
	{ days, seed }: { readonly days: number; readonly seed: number },
): { readonly firstCome: PolicyTrial; readonly policies: readonly PolicyTrial[] } {
	const chance = chanceOf(seed);
	const names = [...world.shares.keys()];
	const tried = [new Map(names.map((name) => [name, FIRST_COME])), ...policies].map((policy) =>
		withShares(policy, world.shares),
	);
	const outcomes = tried.map((): SimulatedTicket[] => []);
	for (let day = 0; day < days; day++) {
		const drawn = drawDay(world, chance);
		for (const [index, classes] of tried.entries()) {
			for (const ticket of simulateDay(drawn, world.counters, classes, pick)) outcomes[index]?.push(ticket);
		}
	}
	const [firstCome = [], ...others] = outcomes;
	return {
		firstCome: trialOf(firstCome, firstCome, names),
		policies: others.map((tickets) => trialOf(tickets, firstCome, names)),
	};
}

/** How many counters make a day's mean wait most like one that was seen, under a policy. */
export function countersLike(
	world: Omit<TrialWorld, "counters">,
	policy: TriedPolicy,
	{
		meanWaitMs,
		most,
		days,
		seed,
	}: { readonly meanWaitMs: number; readonly most: number; readonly days: number; readonly seed: number },
): number {
	let best = { counters: 1, offMs: Number.POSITIVE_INFINITY };
	// From many down: once waits are longer than seen, fewer counters make them longer still.
	for (let counters = most; counters > 0; counters--) {
		const mean = tryPolicies({ ...world, counters }, [policy], { days, seed }).policies[0]?.meanMs ?? 0;
		const offMs = Math.abs(mean - meanWaitMs);
		if (offMs < best.offMs) best = { counters, offMs };
		if (mean > meanWaitMs) break;
	}
	return best.counters;
}

function withShares(policy: TriedPolicy, shares: ReadonlyMap<string, number>): ReadonlyMap<string, SimulatedClass> {
	return new Map(
		[...shares].map(([name, share]) => {
			const of = policy.get(name);
			if (of === undefined) throw new Error(`the class ${name} has no policy`);
			return [name, { ...of, share }];
		}),
	);
}

/** The tickets of all policies come in the same order. */
function trialOf(
	tickets: readonly SimulatedTicket[],
	firstCome: readonly SimulatedTicket[],
	names: readonly string[],
): PolicyTrial {
	const slips = tickets.map((ticket, index) => waitOf(ticket) - waitOf(firstCome[index] ?? ticket));
	const classes = names.map((name): ClassTrial => {
		const own = tickets.flatMap((ticket, index) => (ticket.class === name ? [index] : []));
		const waits = own.map((index) => waitOf(tickets[index])).sort((a, b) => a - b);
		return {
			class: name,
			tickets: own.length,
			meanMs: meanOf(waits),
			p99Ms: waits[Math.max(0, Math.ceil(0.99 * waits.length) - 1)] ?? 0,
			slipMs: own.reduce((most, index) => Math.max(most, slips[index] ?? 0), 0),
		};
	});
	return {
		meanMs: meanOf(tickets.map(waitOf)),
		classes,
		mostOvertakes: tickets.reduce((most, { overtaken }) => Math.max(most, overtaken), 0),
		beyondBound: tickets.filter(({ overtaken, budget }) => overtaken > budget).length,
	};
}

function waitOf(ticket: SimulatedTicket | undefined): number {
	return ticket === undefined ? 0 : ticket.startedAt - ticket.queuedAt;
}

function meanOf(list: readonly number[]): number {
	return list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length);
}

function chanceOf(seed: number): Chance {
	const next = chanceFrom(seed);
	return { next, exponential: (mean) => -mean * Math.log(1 - next()) };
}
