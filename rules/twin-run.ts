import { residualMs, type ServiceLaw } from "./service-law.ts";
import type { ComingTickets, TwinCounter, TwinHall, TwinWorld } from "./twin.ts";
import { type Player, playerOf, type Rows } from "./twin-line.ts";

export type Comer = ComingTickets["kinds"][number] & {
	readonly able: readonly boolean[];
	readonly law: ServiceLaw;
	readonly row: number;
};

/** What is the same in every run: who waits in order of arrival, who might take a number, and who may come. */
export type Stage = {
	readonly hall: TwinHall;
	readonly open: readonly TwinCounter[];
	readonly players: readonly Player[];
	readonly rows: Rows;
	readonly ghosts: readonly Player[];
	readonly comers: readonly Comer[];
	readonly world: TwinWorld;
};

/** A wait is followed no longer than this. */
export const HORIZON_MS = 4 * 3_600_000;
/** A counter that found nobody waits until somebody comes for it. */
const IDLE = Number.POSITIVE_INFINITY;

/** Plays one day on until everybody asked for is called. */
export function playOnce(
	{ hall, open, players, rows, ghosts, comers, world }: Stage,
	random: () => number,
	{ until, newcomersOnly }: { readonly until: number | null; readonly newcomersOnly: boolean },
	onCall: (quoted: number, waitMs: number) => void,
): void {
	const { lawOf, coming } = world;
	const freeAt = open.map(({ serving }) =>
		serving === null ? hall.at : hall.at + residualMs(lawOf(serving.service), hall.at - serving.calledAt, random()),
	);
	rows.reset();
	for (const each of players) begin(each, random());
	const thought = ghosts.map((each) => begin(each, 0));
	const arrivals = new Arrivals(hall.at, coming, comers, random, players.at(-1)?.ordinal ?? 0);
	let next = arrivals.next();
	let left = newcomersOnly ? 0 : players.length;
	let now = hall.at;
	while (left > 0 || thought.length > 0) {
		let counter = soonest(freeAt);
		const counterAt = Math.max(now, freeAt[counter] ?? IDLE);
		if (next !== undefined && next.queuedAt < counterAt) {
			now = next.queuedAt;
			rows.add(next);
			const idle = idleFor(next, freeAt);
			next = arrivals.next();
			if (idle < 0) continue;
			counter = idle;
		} else now = counterAt;
		if (now - hall.at > HORIZON_MS) return;
		const called = rows.call(counter, thought, now - hall.at, onCall);
		freeAt[counter] = called === undefined ? IDLE : now + called.takesMs;
		if (called === undefined || called.quoted < 0) continue;
		onCall(called.quoted, now - hall.at);
		left--;
		if (called.quoted === until) return;
	}
}

/** As it was before the run, for one object made anew each time would be half of the work. */
function begin(player: Player, chance: number): Player {
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

	#player(comer: Comer, chance: number): Player {
		const queuedAt = this.#at;
		const ordinal = ++this.#ordinal;
		const takesMs = comer.law[Math.floor(chance * comer.law.length)] ?? 0;
		const since = { overtaken: 0, queuedAt, orderAt: queuedAt - comer.headStartMs, ordinal };
		return playerOf(comer, since, { quoted: -1, row: comer.row, takesMs });
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
