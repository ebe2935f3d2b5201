import { CALL_TYPES, type CentreCall } from "./call-centre-day.ts";

/** A preferred caller counts as come this much earlier. */
export const HEAD_START_S = 90;
const PREFERRED = 2;
/** What a service takes before any was seen. */
const FIRST_SERVICE_S = 190;
/** Moving averages: the weight of the newest service. The larger, the sooner older ones are forgotten. */
const NEWEST_WEIGHT = 0.15;
const NEWEST_WEIGHT_OF_AGENT = 0.03;
/** A longer service counts as this long, so that one very long call does not spoil an average. */
const SERVICE_MAX_S = 1_200;
/** An agent serves a type of call of which more than this share of the latest calls were. */
const SERVED_SHARE = 0.01;

/** When a caller's turn is counted from. */
export function orderOf({ arrivalS, priority }: CentreCall): number {
	return arrivalS - (priority === PREFERRED ? HEAD_START_S : 0);
}

/** A wait that ended in service. */
type Start = { readonly atS: number; readonly waitS: number; readonly type: number; readonly preferred: boolean };

/** What is known of agents, from day to day. */
export class Agents {
	readonly meanS = new Map<string, number>();
	/** By agent: which share of the latest calls was of each type. */
	readonly byType = new Map<string, Float64Array>();

	note(agent: string, type: number, serviceS: number): void {
		const before = this.meanS.get(agent) ?? FIRST_SERVICE_S;
		this.meanS.set(agent, before + NEWEST_WEIGHT_OF_AGENT * (Math.min(serviceS, SERVICE_MAX_S) - before));
		const types = this.byType.get(agent) ?? new Float64Array(CALL_TYPES.length);
		this.byType.set(agent, types);
		for (const [index, share] of types.entries())
			types[index] = share + NEWEST_WEIGHT_OF_AGENT * ((index === type ? 1 : 0) - share);
	}

	speed(agent: string): number {
		return 1 / (this.meanS.get(agent) ?? FIRST_SERVICE_S);
	}

	serves(agent: string, type: number): boolean {
		return (this.byType.get(agent)?.[type] ?? 0) > SERVED_SHARE;
	}
}

/** The state of a call centre as known at one moment of a day. */
export class CentreState {
	readonly waiting = new Set<CentreCall>();
	readonly busy = new Map<CentreCall, number>();
	/** When each agent was last seen busy today. */
	readonly seenAt = new Map<string, number>();
	/** Waits that ended in service today, oldest first. */
	readonly starts: Start[] = [];
	/** Times of calls that did not wait. */
	readonly immediateAt: number[] = [];
	readonly endsAt: number[] = [];
	readonly gaveUpAt: number[] = [];
	readonly arrivedAt: number[] = [];
	/** Times of `starts` alone, to count how many there were lately. */
	readonly startsAt: number[] = [];
	readonly agents: Agents;
	readonly recentServiceS = new Float64Array(CALL_TYPES.length).fill(FIRST_SERVICE_S);
	latestServiceS = FIRST_SERVICE_S;
	waitedS = 0;
	private waitedUntilS = 0;

	constructor(agents: Agents) {
		this.agents = agents;
	}

	/** Moves the clock: sums what everybody waits, for the rate at which people give up. */
	advance(atS: number): void {
		this.waitedS += this.waiting.size * Math.max(0, atS - this.waitedUntilS);
		this.waitedUntilS = atS;
	}

	arrive(call: CentreCall, atS: number): void {
		this.arrivedAt.push(atS);
		if (call.delayed && call.leaveS > call.arrivalS) this.waiting.add(call);
	}

	/** The caller leaves the line: is served now, or gives up. */
	leave(call: CentreCall, atS: number): void {
		this.waiting.delete(call);
		if (call.endS === null) {
			this.gaveUpAt.push(atS);
			return;
		}
		this.startsAt.push(atS);
		this.starts.push({ atS, waitS: atS - call.arrivalS, type: call.type, preferred: call.priority === PREFERRED });
		this.begin(call, atS);
	}

	startAtOnce(call: CentreCall, atS: number): void {
		this.immediateAt.push(atS);
		if (call.endS !== null) this.begin(call, atS);
	}

	private begin(call: CentreCall, atS: number): void {
		this.busy.set(call, atS);
		this.seenAt.set(call.agent, atS);
	}

	end(call: CentreCall, atS: number): void {
		const startedAt = this.busy.get(call);
		if (startedAt === undefined) return;
		this.busy.delete(call);
		this.seenAt.set(call.agent, atS);
		this.endsAt.push(atS);
		const serviceS = atS - startedAt;
		this.agents.note(call.agent, call.type, serviceS);
		const of = this.recentServiceS[call.type] ?? FIRST_SERVICE_S;
		this.recentServiceS[call.type] = of + NEWEST_WEIGHT * (Math.min(serviceS, SERVICE_MAX_S) - of);
		this.latestServiceS += (NEWEST_WEIGHT / 2) * (Math.min(serviceS, SERVICE_MAX_S) - this.latestServiceS);
	}
}

/** How many of the ascending instants lie after `sinceS`. */
export function countSince(instants: readonly number[], sinceS: number): number {
	let low = 0;
	let high = instants.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((instants[middle] ?? 0) > sinceS) high = middle;
		else low = middle + 1;
	}
	return instants.length - low;
}
