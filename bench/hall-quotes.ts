import { aheadOf } from "../rules/place-in-line.ts";
import type { Actor } from "../schema/actor.ts";
import type { Command } from "../schema/hall/command.ts";
import { defaultConfiguration } from "../worker/domain/bank/default-configuration.ts";
import { commitFor } from "../worker/domain/commit/commit.ts";
import { evolve } from "../worker/domain/commit/evolve.ts";
import { type BranchState, initialState } from "../worker/domain/hall/branch-state.ts";
import type { Configured } from "../worker/domain/hall/decision.ts";
import { hallQuotes } from "../worker/domain/quote/hall-quotes.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";

const BRANCH_ID = "sh-bench";
const WAITING = 60;
const ROUNDS = 60;
const WARM_UP = 20;
const NINE = Date.UTC(2026, 10, 23, 1);
const TARGET = { of: "value", atMost: 5 } as const;
const TELLERS = { "liu-yang": "1", "chen-jing": "2", "zhao-min": "3", "wang-fang": "5", "xu-na": "8" };
const SERVICES = ["cash", "transfer", "cash", "bill-payment", "account-opening", "cash", "wealth", "foreign-exchange"];
const CLASSES = ["unknown", "unknown", "mid", "ordinary", "potential", "high", "unknown", "green"];

/** One look at a hall in which sixty wait: a quote for each of them and for who might take a number for any service. */
export function hallQuote(): Measure {
	const hall = fullHall();
	const waiting = [...hall.tickets.values()].filter(({ status }) => status === "waiting");
	if (waiting.length !== WAITING) throw new BenchFailure(`${waiting.length} wait`);
	const looks = cpuOfEach((round) => {
		const quoted = hallQuotes(hall, hall.lastAt + round * 1_000).tickets.size;
		if (quoted !== WAITING) throw new BenchFailure(`${quoted} of ${WAITING} were quoted`);
	});
	const places = cpuOfEach(() => {
		for (const ticket of waiting) aheadOf(hall, ticket);
	});
	return measure({
		value: median(looks),
		baseline: median(places),
		unit: "ms of CPU",
		target: TARGET,
		beside: { waiting: WAITING, countersOpen: Object.keys(TELLERS).length, rounds: ROUNDS },
		notes: "In this process; the baseline finds everybody's place in line, without any time.",
	});
}

function cpuOfEach(work: (round: number) => void): number[] {
	const taken: number[] = [];
	for (let round = 0; round < WARM_UP + ROUNDS; round++) {
		const before = process.cpuUsage();
		work(round);
		const { user, system } = process.cpuUsage(before);
		if (round >= WARM_UP) taken.push((user + system) / 1_000);
	}
	return taken;
}

function fullHall(): Configured {
	const place = { kind: "branch", branchId: BRANCH_ID } as const;
	const operator: Actor = { kind: "staff", staffId: "operator", role: "head-office-operator", place: { kind: "bank" } };
	const manager: Actor = { kind: "staff", staffId: "li-na", role: "lobby-manager", place };
	let state: BranchState = initialState(BRANCH_ID);
	let now = NINE;
	const say = (actor: Actor, command: Command) => {
		now += 20_000;
		const request = { commandId: `command-${state.seq + 1}`, command };
		const made = commitFor(state, { request, actor, now, link: `link-${state.seq}` });
		if ("status" in made || made.refused !== undefined) throw new BenchFailure(`${command.type} was refused`);
		state = evolve(state, made);
	};
	const name = { zh: "测试支行", en: "Bench" };
	const configuration = defaultConfiguration({ branchId: BRANCH_ID, name, region: name, kind: "standard" });
	say(operator, { type: "configure", configuration });
	const tellers = Object.entries(TELLERS).map(([staffId, counterId]) => {
		const teller: Actor = { kind: "staff", staffId, role: "closed-teller", place };
		say(teller, { type: "open-counter", counterId });
		return { teller, counterId };
	});
	for (let customer = 0; customer < WAITING + tellers.length; customer++) {
		const [service = "", of = ""] = [SERVICES[customer % SERVICES.length], CLASSES[(customer * 3) % CLASSES.length]];
		say(manager, { type: "issue-ticket", services: [service], class: of });
	}
	for (const { teller, counterId } of tellers) say(teller, { type: "call-next", counterId });
	return state as Configured;
}
