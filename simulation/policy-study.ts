import { pick } from "../rules/dispatch.ts";
import {
	type DayWorld,
	type Dispatch,
	drawDay,
	type SimulatedClass,
	type SimulatedTicket,
	simulateDay,
} from "../rules/trial/simulated-day.ts";
import { BRANCH_PROFILE } from "./derive-sample.ts";
import { percentile } from "./replay-counts.ts";
import { seededRandom } from "./seeded-random.ts";

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;

/** A queue rule under study: what it says of the classes, and how it chooses. */
export type Rule = {
	readonly name: string;
	readonly classes: ReadonlyMap<string, SimulatedClass>;
	readonly dispatch: Dispatch;
};

const SHARES = { private: 0.02, high: 0.08, green: 0.05, mid: 0.2, potential: 0.15, ordinary: 0.5 };
type ClassName = keyof typeof SHARES;

/** The classes of the study, each with its share of the customers and what the policy says of it. */
export function classesBy(of: (name: ClassName) => Omit<SimulatedClass, "share">): ReadonlyMap<string, SimulatedClass> {
	const names = Object.keys(SHARES) as ClassName[];
	return new Map(names.map((name) => [name, { share: SHARES[name], ...of(name) }]));
}

const STRICT_RANKS: Readonly<Record<ClassName, number>> = {
	green: 0,
	private: 1,
	high: 2,
	mid: 3,
	potential: 4,
	ordinary: 5,
};
const HEAD_START_MINUTES: Readonly<Partial<Record<ClassName, number>>> = { mid: 4, potential: 2 };
const UNBOUNDED = Number.POSITIVE_INFINITY;

const firstCome: Dispatch = (waiting) => waiting[0];
const highestFirst: Dispatch = (waiting) => least(waiting, (a, b) => a.rank - b.rank || a.ordinal - b.ordinal);

/** First come first served, strict priority, and the overtake budget: the last by the very function the branch uses. */
export const RULES: readonly Rule[] = [
	{
		name: "first come, first served",
		classes: classesBy(() => ({ rank: 0, headStartMs: 0, overtakeBudget: UNBOUNDED })),
		dispatch: firstCome,
	},
	{
		name: "strict priority",
		classes: classesBy((name) => ({ rank: STRICT_RANKS[name], headStartMs: 0, overtakeBudget: UNBOUNDED })),
		dispatch: highestFirst,
	},
	{
		name: "strict priority, budget 5",
		classes: classesBy((name) => ({ rank: STRICT_RANKS[name], headStartMs: 0, overtakeBudget: 5 })),
		dispatch: pick,
	},
	{
		name: "top three strict, 4/2 min head start, budget 4",
		classes: classesBy((name) => ({
			rank: Math.min(3, STRICT_RANKS[name]),
			headStartMs: (HEAD_START_MINUTES[name] ?? 0) * MINUTE_MS,
			overtakeBudget: 4,
		})),
		dispatch: pick,
	},
];

function least(list: readonly SimulatedTicket[], order: (a: SimulatedTicket, b: SimulatedTicket) => number) {
	return list.reduce<SimulatedTicket | undefined>(
		(best, each) => (best === undefined || order(each, best) < 0 ? each : best),
		undefined,
	);
}

export type StudySettings = {
	readonly seed: number;
	readonly days: number;
	readonly customers: number;
	readonly counters: number;
	readonly meanServiceMs: number;
};

export const STUDY: Omit<StudySettings, "seed"> = {
	days: 200,
	customers: 330,
	counters: 5,
	meanServiceMs: 6 * MINUTE_MS,
};

export type RuleResult = {
	readonly rule: string;
	readonly tickets: number;
	readonly meanMin: number;
	/** Mean wait of each class over the mean wait of all under first come, first served. */
	readonly classMeanOverFcfs: Readonly<Record<string, number>>;
	readonly ordinaryP99OverFcfs: number;
	readonly mostOvertakes: number;
	/** Tickets overtaken more often than their budget. */
	readonly boundsBroken: number;
	/** Tickets served after a later one of their class. */
	readonly inversions: number;
	/** The most minutes an ordinary ticket waited longer than on the same day under first come, first served. */
	readonly worstSlipMin: number;
	/** Sum over classes of share times mean wait: the same for all rules by Kleinrock's conservation law. */
	readonly conservedMin: number;
};

/** Tries the rules on the same seeded days. The first rule is the yardstick. */
export function studyRules(
	rules: readonly Rule[],
	settings: StudySettings,
	onDay?: (done: number) => void,
): RuleResult[] {
	const { seed, days, customers, counters, meanServiceMs } = settings;
	const shares = new Map(Object.entries(SHARES));
	const world: DayWorld = { customers, profile: BRANCH_PROFILE, slotMs: HALF_HOUR_MS, shares, meanServiceMs };
	const random = seededRandom(seed);
	const outcomes = rules.map((): SimulatedTicket[] => []);
	for (let day = 0; day < days; day++) {
		const drawn = drawDay(world, random);
		for (const [index, rule] of rules.entries()) {
			for (const ticket of simulateDay(drawn, counters, rule.classes, rule.dispatch)) outcomes[index]?.push(ticket);
		}
		onDay?.(day + 1);
	}
	const yardstick = outcomes[0] ?? [];
	return rules.map((rule, index) => resultOf(rule.name, outcomes[index] ?? [], yardstick));
}

function resultOf(
	rule: string,
	tickets: readonly SimulatedTicket[],
	yardstick: readonly SimulatedTicket[],
): RuleResult {
	const waits = waitsByClass(tickets);
	const fcfsMean = mean(yardstick.map(waitOf));
	const ordinary = waits.get("ordinary") ?? [];
	const fcfsOrdinary = waitsByClass(yardstick).get("ordinary") ?? [];
	const slips = tickets.map((ticket, index) => {
		const same = yardstick[index];
		return same === undefined || ticket.class !== "ordinary" ? 0 : waitOf(ticket) - waitOf(same);
	});
	const conserved = [...waits.values()].reduce((sum, of) => sum + (of.length / tickets.length) * mean(of), 0);
	return {
		rule,
		tickets: tickets.length,
		meanMin: mean(tickets.map(waitOf)) / MINUTE_MS,
		classMeanOverFcfs: Object.fromEntries([...waits].map(([name, of]) => [name, mean(of) / fcfsMean])),
		ordinaryP99OverFcfs: percentile(ordinary, 0.99) / percentile(fcfsOrdinary, 0.99),
		mostOvertakes: tickets.reduce((most, ticket) => Math.max(most, ticket.overtaken), 0),
		boundsBroken: tickets.filter((ticket) => ticket.overtaken > ticket.budget).length,
		inversions: inversionsOf(tickets),
		worstSlipMin: slips.reduce((worst, slip) => Math.max(worst, slip), 0) / MINUTE_MS,
		conservedMin: conserved / MINUTE_MS,
	};
}

/** The tickets come day by day, each day in order of arrival. */
function inversionsOf(tickets: readonly SimulatedTicket[]): number {
	const latest = new Map<string, number>();
	let inversions = 0;
	for (const ticket of tickets) {
		if (ticket.ordinal === 0) latest.clear();
		const before = latest.get(ticket.class) ?? 0;
		if (ticket.startedAt < before) inversions++;
		latest.set(ticket.class, Math.max(before, ticket.startedAt));
	}
	return inversions;
}

function waitOf(ticket: SimulatedTicket): number {
	return ticket.startedAt - ticket.queuedAt;
}

function waitsByClass(tickets: readonly SimulatedTicket[]): Map<string, number[]> {
	const waits = new Map<string, number[]>();
	for (const ticket of tickets) {
		const of = waits.get(ticket.class);
		if (of === undefined) waits.set(ticket.class, [waitOf(ticket)]);
		else of.push(waitOf(ticket));
	}
	return waits;
}

function mean(list: readonly number[]): number {
	return list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length);
}
