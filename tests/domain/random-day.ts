import fc from "fast-check";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { Commit } from "../../schema/hall/event.ts";
import { type SeededRandom, seededRandom } from "../../simulation/seeded-random.ts";
import { commitFor } from "../../worker/domain/commit/commit.ts";
import { nextDueAt } from "../../worker/domain/commit/due.ts";
import { evolve } from "../../worker/domain/commit/evolve.ts";
import { type BranchState, initialState, restoreSnapshot, snapshotOf } from "../../worker/domain/hall/branch-state.ts";
import type { Configured } from "../../worker/domain/hall/decision.ts";
import { at, BRANCH_ID, configured, linkOf, OPERATOR, SYSTEM } from "./a-day.ts";
import { type Intention, intentionOf, type Move, type MoveKind, WEIGHTS } from "./moves.ts";

const NUMBER_MAX = 9_999;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** One commit, and the branch on either side of it. */
export type Step = { readonly before: BranchState; readonly commit: Commit; readonly after: Configured };

/** Words that stand in no other place, so that finding one in a text proves where it came from. */
export const CLASS_WORD = "segment";
export const CLASS_WORD_ZH = "客群";
export const PERSON_WORD = "person";
export const PERSON_WORD_ZH = "某某";
export const REFERENCE_WORD = "C-RECOGNISED";

/**
 * A branch with random people, skills, classes and hidden zones. Ids and names of classes and people carry a word of
 * their own.
 */
export function randomConfiguration(seed: number): BranchConfiguration {
	const random = seededRandom(seed);
	return configured((configuration) => {
		const services = configuration.services.map((service) => service.id);
		for (const [index, member] of configuration.staff.entries()) {
			member.id = `${PERSON_WORD}-${index}`;
			member.name = { zh: `${PERSON_WORD_ZH}${index}`, en: `${PERSON_WORD} ${index}` };
			const skills = random.shuffle(services).slice(0, 1 + Math.floor(random.between(0, services.length)));
			member.services = index % 6 === 5 ? services : skills;
		}
		const classes = Array.from({ length: 2 + Math.floor(random.between(0, 5)) }, (_, index) => ({
			id: `${CLASS_WORD}-${index}`,
			name: { zh: `${CLASS_WORD_ZH}${index}`, en: `${CLASS_WORD} ${index}` },
			rank: Math.floor(random.between(0, 4)),
			headStartMs: random.chance(0.5) ? 0 : Math.floor(random.between(0, 10)) * MINUTE_MS,
			overtakeBudget: Math.floor(random.between(0, 7)),
		}));
		const defaultClass = random.pick(classes).id;
		Object.assign(configuration.dispatch, { classes, defaultClass, appointmentClass: random.pick(classes).id });
		for (const zone of configuration.zones) zone.announcesCalls = random.chance(0.7);
	});
}

/**
 * Plays moves against a fresh branch, over as many days as they last. What is due is done first, as the branch's alarm
 * would; `watch` sees every commit.
 */
export function play(
	configuration: BranchConfiguration,
	moves: Iterable<Move>,
	watch: (step: Step) => void,
	quotes?: "untold",
): Configured {
	let state: BranchState = initialState(BRANCH_ID);
	let now = at("08:50");
	const say = ([actor, command, expect]: Intention) => {
		const commandId = `command-${state.seq + 1}`;
		const request = { commandId, command, ...(expect === undefined ? {} : { expect }) };
		const recognised = command.type === "issue-ticket" && command.recognition !== undefined;
		const customer = { reference: `${REFERENCE_WORD}-${state.seq + 1}`, segment: "private" as const };
		const link = linkOf(state.seq + 1);
		const commit = commitFor(state, { request, actor, now, link, quotes, ...(recognised ? { customer } : {}) });
		if ("status" in commit) return;
		const before = state;
		state = evolve(before, commit);
		watch({ before, commit, after: state as Configured });
	};
	say([OPERATOR, { type: "configure", configuration }]);
	for (const move of moves) {
		now += (move.c % 20) * 1_000;
		if (move.kind === "wait") now = state.day?.status === "closed" ? nextMorning(now) : now + (move.a % 12) * MINUTE_MS;
		if (move.kind === "crash") state = restoreSnapshot(snapshotOf(state)) ?? initialState(BRANCH_ID);
		const dueAt = nextDueAt(state);
		// Whoever wakes does what is due with the next command, as one who never slept.
		if (move.kind !== "crash" && dueAt !== null && dueAt <= now) say([SYSTEM, { type: "tick" }]);
		const intention = intentionOf(state as Configured, move);
		if (intention !== null) say(intention);
	}
	return state as Configured;
}

function nextMorning(now: number): number {
	const midnight = at("00:00");
	const days = Math.floor((now - midnight) / DAY_MS) + 1;
	// 08:50 of a weekday; at the weekend the doors open later, and everybody waits for that.
	return midnight + days * DAY_MS + (9 * 60 + 20) * MINUTE_MS;
}

/** Random moves for fast-check, which makes a failing history as short as it can. */
export function someMoves(maxLength: number): fc.Arbitrary<Move[]> {
	const number = fc.nat({ max: NUMBER_MAX });
	const kinds = (Object.keys(WEIGHTS) as MoveKind[]).map((kind) => ({
		weight: Math.ceil(WEIGHTS[kind] * 10),
		arbitrary: fc.constant(kind),
	}));
	const move = fc.record({ kind: fc.oneof(...kinds), a: number, b: number, c: number });
	return fc.array(move, { minLength: Math.floor(maxLength / 2), maxLength, size: "max" });
}

/** Random moves without end. */
export function* movesOf(random: SeededRandom): Generator<Move> {
	const kinds = Object.entries(WEIGHTS) as [MoveKind, number][];
	const whole = kinds.reduce((sum, [, weight]) => sum + weight, 0);
	const number = () => Math.floor(random.between(0, NUMBER_MAX));
	const kindAt = (point: number): MoveKind => {
		let left = point;
		for (const [kind, weight] of kinds) {
			left -= weight;
			if (left < 0) return kind;
		}
		return "wait";
	};
	while (true) {
		yield { kind: kindAt(random.between(0, whole)), a: number(), b: number(), c: number() };
	}
}
