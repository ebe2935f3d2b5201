import { pick } from "../../rules/dispatch.ts";
import { calledBefore } from "../../rules/place-in-line.ts";
import type { Quote } from "../../rules/quote.ts";
import { type Calibration, calibrated, UNCALIBRATED, withOutcome } from "../../rules/quote-calibration.ts";
import { lawOf, NOTHING_SEEN, type SeenServices, type ServiceLaw, withService } from "../../rules/service-law.ts";
import {
	type DayWorld,
	drawDay,
	type SimulatedClass,
	type SimulatedTicket,
	simulateDay,
} from "../../rules/trial/simulated-day.ts";
import { type ComingTickets, quotesOf, type TwinCounter } from "../../rules/twin.ts";
import { HALF_HOUR_MS } from "../../schema/limits.ts";
import { BRANCH_PROFILE } from "../derive-sample.ts";
import { RULES, type Rule, STUDY } from "../policy-study.ts";
import { seededRandom } from "../seeded-random.ts";

/** One quote given to somebody who had to wait, with what came of it. */
export type ScoredQuote = {
	readonly class: string;
	readonly quote: Quote;
	readonly waitMs: number;
	/** What a plain ticket machine would say: people waiting, this one among them, x mean service so far / counters. */
	readonly simpleMs: number;
};

/** The rule of protocol Q (docs/evaluation.md): strict priority with a budget of five overtakes. */
export const QUOTED_RULE = ruleNamed("strict priority, budget 5");

/** The branch of protocol Q, without how many customers come in a day. */
export const WORLD: Omit<DayWorld, "customers"> = {
	profile: BRANCH_PROFILE,
	slotMs: HALF_HOUR_MS,
	shares: new Map([...QUOTED_RULE.classes].map(([name, { share }]) => [name, share])),
	meanServiceMs: STUDY.meanServiceMs,
};

function ruleNamed(name: string): Rule {
	const rule = RULES.find((each) => each.name === name);
	if (rule === undefined) throw new Error(`the rule ${name} is not studied`);
	return rule;
}

const SERVICE = "business";
/** A new day counts for at least this share of the expected arrivals of its half hours; the first days count for more. */
const NEW_DAY_SHARE_MIN = 0.1;
/** Added to those who came and to those expected, so that today's level hardly moves while few have come. */
const LEVEL_WEIGHT = 20;

/** A simulated branch that knows its opening hours, counters and class rules alone; services and arrivals it learns from its own days. */
export class LearningBranch {
	private readonly world: DayWorld;
	private readonly counters: number;
	private readonly classes: ReadonlyMap<string, SimulatedClass>;
	private days = 0;
	private perSlot: number[];
	private readonly classCounts = new Map<string, number>();
	private seen: SeenServices = NOTHING_SEEN;
	private seenMs = 0;
	private seenCount = 0;
	private law: ServiceLaw = lawOf(NOTHING_SEEN, NOTHING_SEEN);
	private calibration: Calibration = UNCALIBRATED;
	private readonly runs: number;

	constructor(world: DayWorld, counters: number, classes: ReadonlyMap<string, SimulatedClass>, runs = 80) {
		this.runs = runs;
		this.world = world;
		this.counters = counters;
		this.classes = classes;
		this.perSlot = world.profile.map(() => 10);
		for (const name of classes.keys()) this.classCounts.set(name, 1);
	}

	/** Plays one day, quotes whoever has to wait, and learns from it. */
	playDay(seed: number): ScoredQuote[] {
		const day = drawDay(this.world, seededRandom(seed));
		const given = new Map<SimulatedTicket, Omit<ScoredQuote, "waitMs"> & { readonly ahead: number }>();
		const scored: ScoredQuote[] = [];
		const today = this.world.profile.map(() => 0);
		this.law = lawOf(this.seen, NOTHING_SEEN);
		simulateDay(day, this.counters, this.classes, pick, {
			arrived: (ticket, waiting, busySince) => {
				const slot = Math.floor(ticket.queuedAt / this.world.slotMs);
				today[slot] = (today[slot] ?? 0) + 1;
				this.classCounts.set(ticket.class, (this.classCounts.get(ticket.class) ?? 0) + 1);
				if (busySince.length < this.counters) return;
				const rivals = waiting.filter((each) => each !== ticket);
				const ahead = calledBefore(rivals, ticket);
				const meanMs = this.seenCount === 0 ? 300_000 : this.seenMs / this.seenCount;
				const simpleMs = (waiting.length * meanMs) / this.counters;
				const raw = this.quote(ticket, waiting, busySince, today, seed);
				const quote = calibrated(this.calibration, raw, { class: ticket.class, ahead });
				given.set(ticket, { class: ticket.class, ahead, quote, simpleMs });
			},
			started: (ticket, now) => {
				const quoted = given.get(ticket);
				if (quoted === undefined) return;
				const waitMs = now - ticket.queuedAt;
				scored.push({ class: quoted.class, quote: quoted.quote, simpleMs: quoted.simpleMs, waitMs });
				const { p10Ms, p90Ms } = quoted.quote;
				this.calibration = withOutcome(this.calibration, quoted, { short: waitMs < p10Ms, long: waitMs > p90Ms });
			},
			ended: (serviceMs) => {
				this.seen = withService(this.seen, serviceMs);
				this.seenMs += serviceMs;
				this.seenCount++;
			},
		});
		this.days++;
		const share = Math.max(NEW_DAY_SHARE_MIN, 1 / this.days);
		this.perSlot = this.perSlot.map((mean, slot) => mean + share * ((today[slot] ?? 0) - mean));
		return scored;
	}

	private quote(
		ticket: SimulatedTicket,
		waiting: readonly SimulatedTicket[],
		busySince: readonly number[],
		today: readonly number[],
		seed: number,
	): Quote {
		const at = ticket.queuedAt;
		const id = String(ticket.ordinal);
		const tickets = new Map(
			waiting.map((each) => {
				const own = String(each.ordinal);
				return [own, { ...each, id: own, status: "waiting", services: [SERVICE] }] as const;
			}),
		);
		const counters = new Map<string, TwinCounter>(
			busySince.map((calledAt, index) => {
				const counter = { id: String(index), status: "open", services: [SERVICE], staffId: null };
				return [counter.id, { ...counter, serving: { service: SERVICE, calledAt } }];
			}),
		);
		const quote = quotesOf(
			{ at, tickets, counters },
			{
				lawOf: () => this.law,
				coming: this.coming(at, today),
				chanceOf: (run) => seededRandom(seed * 131_071 + ticket.ordinal * 509 + run).next,
				only: id,
				runs: this.runs,
			},
		).get(id);
		if (quote === undefined) throw new Error("a ticket that counters can serve has no quote");
		return quote;
	}

	/** Who is still expected: the usual arrivals of each half hour, times how busy today has been so far. */
	private coming(at: number, today: readonly number[]): ComingTickets {
		const { slotMs, profile } = this.world;
		const full = Math.floor(at / slotMs);
		const came = today.slice(0, full).reduce((sum, each) => sum + each, 0);
		const expected = this.perSlot.slice(0, full).reduce((sum, each) => sum + each, 0);
		const level = (came + LEVEL_WEIGHT) / (expected + LEVEL_WEIGHT);
		const all = [...this.classCounts.values()].reduce((sum, each) => sum + each, 0);
		return {
			startsAt: 0,
			slotMs,
			perSlot: profile.map((_, slot) => level * (this.perSlot[slot] ?? 0)),
			kinds: [...this.classes].map(([name, { rank, overtakeBudget, headStartMs }]) => ({
				class: name,
				rank,
				budget: overtakeBudget,
				headStartMs,
				service: SERVICE,
				share: (this.classCounts.get(name) ?? 0) / all,
			})),
		};
	}
}
