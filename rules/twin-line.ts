import { byArrival, byRank, type Contender, oldestSpent, pick, pickBeside } from "./dispatch.ts";
import type { ServiceLaw } from "./service-law.ts";

/** A ticket in thought. Its fields stand in one order wherever one is made: the engine knows one shape, and a hall costs half. */
export type Player = Contender & {
	overtaken: number;
	/** At the moment all runs begin with. */
	readonly overtakenBefore: number;
	readonly able: readonly boolean[];
	readonly law: ServiceLaw;
	/** Its place among the quoted; -1 of one who has yet to come. */
	readonly quoted: number;
	/** Which row it stands in. */
	row: number;
	takesMs: number;
};

/** The one place where a player is made. */
export function playerOf(
	kind: Pick<Player, "class" | "rank" | "budget" | "able" | "law">,
	since: Pick<Contender, "overtaken" | "queuedAt" | "orderAt" | "ordinal">,
	{ quoted, row, takesMs }: Pick<Player, "quoted" | "row" | "takesMs">,
): Player {
	return {
		class: kind.class,
		rank: kind.rank,
		budget: kind.budget,
		overtaken: since.overtaken,
		queuedAt: since.queuedAt,
		orderAt: since.orderAt,
		ordinal: since.ordinal,
		overtakenBefore: since.overtaken,
		able: kind.able,
		law: kind.law,
		quoted,
		row,
		takesMs,
	};
}

/**
 * Those of one class whom the same counters can serve, in order of arrival: all of them compete by the same rule, so that the first is
 * always before the rest, and was overtaken at least as often. A counter looks at the first of each row only.
 */
type Row = {
	readonly able: readonly boolean[];
	/** Who stands in it when a run begins. */
	readonly many: number;
	/** Whoever is in it now stands from `first` up to `end`; what is behind is of another run. */
	readonly players: Player[];
	first: number;
	end: number;
	/** `passed[n]`: calls that passed everybody up to the n-th and nobody behind; `passedFirst`: all of them that passed the first. */
	readonly passed: number[];
	passedFirst: number;
};

/** The rows of a hall; the same ones serve every run. */
export class Rows {
	readonly #rows: Row[] = [];
	readonly #named = new Map<string, number>();
	readonly #at: Row[][] = [];

	/** @param players in order of arrival; who is early for an appointment comes after some who have yet to come */
	constructor(players: readonly Player[], at: number) {
		for (const player of players) this.#place(player, player.queuedAt <= at);
		for (const row of this.#rows) Object.assign(row, { many: row.end });
	}

	/** A row for those who may yet come: they come after everybody in it. */
	rowFor(kind: Pick<Player, "class" | "rank" | "budget" | "able">, headStartMs: number): number {
		return this.#rowNamed(nameOf(kind, headStartMs), kind.able);
	}

	/** Everybody back where they stood. */
	reset(): void {
		for (const row of this.#rows) {
			row.first = 0;
			row.end = row.many;
			row.passed.fill(0, 0, row.many);
			row.passedFirst = 0;
		}
	}

	add(player: Player): void {
		const row = this.#rows[player.row];
		if (row === undefined) return;
		row.players[row.end] = player;
		row.passed[row.end++] = 0;
	}

	/** The branch's own choice at a counter, with its overtakes. Whoever of `ghosts` would have been called leaves them. */
	call(
		counter: number,
		ghosts: Player[],
		waitMs: number,
		onGhost: (quoted: number, waitMs: number) => void,
	): Player | undefined {
		const heads = this.#headsAt(counter);
		const spent = oldestSpent(heads);
		const called = pickBeside(spent, heads);
		for (let index = ghosts.length - 1; index >= 0; index--) {
			const ghost = ghosts[index];
			if (ghost?.able[counter] !== true) continue;
			if (isCalledInstead(ghost, called, spent, heads)) {
				onGhost(ghost.quoted, waitMs);
				ghosts.splice(index, 1);
			} else if (called !== undefined && byArrival(ghost, called) < 0) ghost.overtaken++;
		}
		if (called !== undefined) this.#take(called, counter);
		return called;
	}

	#headsAt(counter: number): readonly Player[] {
		const heads: Player[] = [];
		const rows = this.#at[counter] ?? [];
		for (let index = 0; index < rows.length; index++) {
			const row = rows[index];
			if (row === undefined || row.first === row.end) continue;
			const head = row.players[row.first];
			if (head === undefined) continue;
			head.overtaken = head.overtakenBefore + row.passedFirst;
			heads.push(head);
		}
		return heads;
	}

	#take(called: Player, counter: number): void {
		const rows = this.#at[counter] ?? [];
		const own = this.#rows[called.row];
		for (let index = 0; index < rows.length; index++) {
			const row = rows[index];
			if (row === undefined || row.first === row.end) continue;
			if (row === own) {
				row.passedFirst -= row.passed[row.first] ?? 0;
				row.first++;
				continue;
			}
			const end = endOfEarlier(row, called);
			if (end === row.first) continue;
			row.passed[end - 1] = (row.passed[end - 1] ?? 0) + 1;
			row.passedFirst++;
		}
	}

	/** In the row of its kind, unless it is early for an appointment, or was overtaken more often than who came before it, as after a transfer: then alone. */
	#place(player: Player, isHere: boolean): void {
		const name = nameOf(player, player.queuedAt - player.orderAt);
		const before = this.#rows[this.#named.get(name) ?? -1]?.players.at(-1);
		const isInOrder = isHere && (before === undefined || before.overtakenBefore >= player.overtakenBefore);
		player.row = this.#rowNamed(isInOrder ? name : `alone ${player.ordinal}`, player.able);
		this.add(player);
	}

	#rowNamed(name: string, able: readonly boolean[]): number {
		const known = this.#named.get(name);
		if (known !== undefined) return known;
		const row: Row = { able, many: 0, players: [], first: 0, end: 0, passed: [], passedFirst: 0 };
		this.#rows.push(row);
		for (let counter = 0; counter < able.length; counter++) {
			if (able[counter] !== true) continue;
			const at = this.#at[counter] ?? [];
			at.push(row);
			this.#at[counter] = at;
		}
		this.#named.set(name, this.#rows.length - 1);
		return this.#rows.length - 1;
	}
}

function nameOf({ class: name, rank, budget, able }: Pick<Player, "class" | "rank" | "budget" | "able">, ms: number) {
	return `${name} ${rank} ${budget} ${ms} ${able.join()}`;
}

/** The place of the first in a row who came later than somebody. */
function endOfEarlier({ players, first, end }: Row, called: Player): number {
	let low = first;
	let high = end;
	// Mostly nobody or everybody did.
	if (isEarlier(players[end - 1], called)) return end;
	if (!isEarlier(players[first], called)) return first;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isEarlier(players[middle], called)) low = middle + 1;
		else high = middle;
	}
	return low;
}

function isEarlier(player: Player | undefined, called: Player): boolean {
	return player !== undefined && byArrival(player, called) < 0;
}

/** Whether the counter would have called this one, had it been in the line. */
function isCalledInstead(
	ghost: Player,
	called: Player | undefined,
	spent: Player | undefined,
	heads: readonly Player[],
): boolean {
	if (called === undefined) return true;
	if (ghost.overtaken < ghost.budget) {
		if (spent === undefined) return byRank(ghost, called) < 0;
		if (byArrival(spent, ghost) < 0) return false;
	}
	return pick([...heads, ghost]) === ghost;
}
