import { byArrival, byRank, type Contender, oldestSpent, pick, pickBeside } from "./dispatch.ts";
import { residualMs, type ServiceLaw } from "./service-law.ts";
import type { ComingTickets, TwinCounter, TwinHall, TwinWorld } from "./twin.ts";

/** A ticket in thought. Its fields stand in one order wherever one is made: the engine knows one shape, and a hall costs half. */
export type Player = Contender & {
	overtaken: number;
	/** At the moment all runs begin with. */
	readonly overtakenBefore: number;
	readonly able: readonly boolean[];
	readonly law: ServiceLaw;
	/** Its place among the quoted; -1 of one who has yet to come. */
	readonly quoted: number;
	takesMs: number;
};

export type Comer = ComingTickets["kinds"][number] & { readonly able: readonly boolean[]; readonly law: ServiceLaw };

/** What is the same in every run: who waits in order of arrival, who might take a number, and who may come. */
export type Stage = {
	readonly hall: TwinHall;
	readonly open: readonly TwinCounter[];
	readonly players: readonly Player[];
	readonly ghosts: readonly Player[];
	readonly comers: readonly Comer[];
	readonly world: TwinWorld;
};

/** A wait is followed no longer than this. */
export const HORIZON_MS = 4 * 3_600_000;
/** A counter that found nobody waits until somebody comes for it. */
const IDLE = Number.POSITIVE_INFINITY;

/** Plays one day to its end: until everybody asked for is called. */
export function playOnce(
	{ hall, open, players, ghosts, comers, world }: Stage,
	random: () => number,
	{ until, newcomersOnly }: { readonly until: number | null; readonly newcomersOnly: boolean },
	onCall: (quoted: number, waitMs: number) => void,
): void {
	const { lawOf, coming } = world;
	const freeAt = open.map(({ serving }) =>
		serving === null ? hall.at : hall.at + residualMs(lawOf(serving.service), hall.at - serving.calledAt, random()),
	);
	const line: Player[] = [];
	for (const each of players) line.push(again(each, random()));
	const thought = ghosts.map((each) => again(each, 0));
	const arrivals = new Arrivals(hall.at, coming, comers, random, players.at(-1)?.ordinal ?? 0);
	let next = arrivals.next();
	let left = newcomersOnly ? 0 : players.length;
	let now = hall.at;
	while (left > 0 || thought.length > 0) {
		let counter = soonest(freeAt);
		const counterAt = Math.max(now, freeAt[counter] ?? IDLE);
		if (next !== undefined && next.queuedAt < counterAt) {
			now = next.queuedAt;
			line.push(next);
			const idle = idleFor(next, freeAt);
			next = arrivals.next();
			if (idle < 0) continue;
			counter = idle;
		} else now = counterAt;
		if (now - hall.at > HORIZON_MS) return;
		const called = callAt(line, counter, thought, (ghost) => onCall(ghost.quoted, now - hall.at));
		freeAt[counter] = called === undefined ? IDLE : now + called.takesMs;
		if (called === undefined || called.quoted < 0) continue;
		onCall(called.quoted, now - hall.at);
		left--;
		if (called.quoted === until) return;
	}
}

/** As it was before the run, for one object made anew each time would be half of the work. */
function again(player: Player, chance: number): Player {
	player.overtaken = player.overtakenBefore;
	player.takesMs = player.law[Math.floor(chance * player.law.length)] ?? 0;
	return player;
}

function soonest(freeAt: readonly number[]): number {
	let best = 0;
	for (let index = 1; index < freeAt.length; index++) {
		if ((freeAt[index] ?? IDLE) < (freeAt[best] ?? IDLE)) best = index;
	}
	return best;
}

function idleFor({ able }: Player, freeAt: readonly number[]): number {
	for (let index = 0; index < freeAt.length; index++) if (freeAt[index] === IDLE && able[index] === true) return index;
	return -1;
}

/** The branch's own choice, with its overtakes; the line stands in order of arrival. `eligible` is there to be filled. */
function callAt(
	line: Player[],
	counter: number,
	ghosts: Player[],
	onGhost: (ghost: Player) => void,
): Player | undefined {
	const eligible: Player[] = [];
	for (let index = 0; index < line.length; index++) {
		const each = line[index];
		if (each?.able[counter] === true) eligible.push(each);
	}
	const spent = oldestSpent(eligible);
	const called = pickBeside(spent, eligible);
	for (let index = ghosts.length - 1; index >= 0; index--) {
		const ghost = ghosts[index];
		if (ghost?.able[counter] !== true) continue;
		if (isCalledInstead(ghost, called, spent, eligible)) {
			onGhost(ghost);
			ghosts.splice(index, 1);
		} else if (called !== undefined && byArrival(ghost, called) < 0) ghost.overtaken++;
	}
	if (called === undefined) return undefined;
	for (const each of eligible) {
		if (each === called) break;
		each.overtaken++;
	}
	line.splice(line.indexOf(called), 1);
	return called;
}

/** Whether the counter would have called this one, had it been in the line. */
function isCalledInstead(
	ghost: Player,
	called: Player | undefined,
	spent: Player | undefined,
	eligible: readonly Player[],
): boolean {
	if (called === undefined) return true;
	if (ghost.overtaken < ghost.budget) {
		if (spent === undefined) return byRank(ghost, called) < 0;
		if (byArrival(spent, ghost) < 0) return false;
	}
	return pick([...eligible, ghost]) === ghost;
}

/** Poisson arrivals slot by slot from a moment on. */
class Arrivals {
	readonly #coming: ComingTickets;
	readonly #comers: readonly Comer[];
	readonly #random: () => number;
	#slot: number;
	#at: number;
	#ordinal: number;

	constructor(at: number, coming: ComingTickets, comers: readonly Comer[], random: () => number, lastOrdinal: number) {
		this.#coming = coming;
		this.#comers = comers;
		this.#random = random;
		this.#slot = Math.max(0, Math.floor((at - coming.startsAt) / coming.slotMs));
		this.#at = Math.max(at, coming.startsAt);
		this.#ordinal = lastOrdinal;
	}

	next(): Player | undefined {
		const { startsAt, slotMs, perSlot } = this.#coming;
		while (this.#slot < perSlot.length) {
			const endsAt = startsAt + (this.#slot + 1) * slotMs;
			const gapMs = slotMs / Math.max(1e-9, perSlot[this.#slot] ?? 0);
			this.#at += -gapMs * Math.log(1 - this.#random());
			if (this.#at >= endsAt) {
				this.#at = endsAt;
				this.#slot++;
				continue;
			}
			const comer = chosen(this.#comers, this.#random());
			const chance = this.#random();
			if (comer !== undefined) return this.#player(comer, chance);
		}
		return undefined;
	}

	#player({ class: name, rank, budget, able, law, headStartMs }: Comer, chance: number): Player {
		const queuedAt = this.#at;
		const [orderAt, ordinal] = [queuedAt - headStartMs, ++this.#ordinal];
		const takesMs = law[Math.floor(chance * law.length)] ?? 0;
		return {
			class: name,
			rank,
			budget,
			overtaken: 0,
			queuedAt,
			orderAt,
			ordinal,
			overtakenBefore: 0,
			able,
			law,
			quoted: -1,
			takesMs,
		};
	}
}

function chosen(comers: readonly Comer[], chance: number): Comer | undefined {
	let left = chance;
	for (const each of comers) {
		left -= each.share;
		if (left < 0) return each;
	}
	return comers.at(-1);
}
