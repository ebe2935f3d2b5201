import type { Role } from "../schema/actor.ts";
import type { BranchConfiguration, Counter, CounterKind, StaffMember } from "../schema/hall/configuration.ts";
import { HALF_HOUR_MS } from "../schema/limits.ts";
import { counterKindsOf } from "../worker/domain/counter/counter-roles.ts";
import { carriedLoad } from "./carry-load.ts";

/** Who runs which counter, and when. */
export type PlannedShift = {
	readonly counterId: string;
	readonly modeId: string;
	readonly staffId: string;
	readonly role: StaffMember["role"];
	/** What the mode and the person may do together. */
	readonly services: readonly string[];
	/** Epoch milliseconds. */
	readonly opensAt: number;
	/** Null: until the last customer has left. */
	readonly closesAt: number | null;
};

/** One service somebody will want, with its handling time in milliseconds. */
export type Demand = { readonly at: number; readonly serviceId: string; readonly ms: number };

/** No counter is planned to be busy for more than this share of a half hour. */
export const FULLNESS_MAX = 0.9;
/** A counter is given up only when the others then stay this much below it, or tellers would come and go. */
const FULLNESS_MARGIN = 0.15;
/** Calling, walking and settling between two customers. */
export const BETWEEN_CUSTOMERS_MS = 15_000;
/** Every service of the day keeps a counter open, even in a half hour in which nobody comes for it. */
const PRESENCE_LOAD = 0.001;

export type Seat = Pick<PlannedShift, "counterId" | "modeId" | "staffId" | "role" | "services">;

export type Staffing = {
	/** When the first tellers sit down, epoch milliseconds. */
	readonly from: number;
	/** Counters that are not to be used. */
	readonly leaveFree?: readonly string[];
	/** How busy a counter may be planned to be, 0..; above 1 queues grow as long as the half hour lasts. */
	readonly fullness?: number;
};

/**
 * As many tellers as the day needs and no more: in each half hour the fewest counters (greedily) that carry the offered
 * load when none is busier than `fullness`; at most the configured counters less those to leave free.
 */
export function planTellers(
	configuration: BranchConfiguration,
	demands: readonly Demand[],
	{ from, leaveFree = [], fullness = FULLNESS_MAX }: Staffing,
): PlannedShift[] {
	const firstSlotAt = Math.floor(from / HALF_HOUR_MS) * HALF_HOUR_MS;
	const slots = loadsByHalfHour(demands, firstSlotAt);
	const wanted = new Set(demands.map((demand) => demand.serviceId));
	const seats = seatsOf(configuration, leaveFree).filter((seat) => seat.services.some((id) => wanted.has(id)));
	const shifts: PlannedShift[] = [];
	let open: readonly Seat[] = [];
	for (const [slot, loads] of slots.entries()) {
		const at = Math.max(from, firstSlotAt + slot * HALF_HOUR_MS);
		const next = enoughFor(loads, fullness, open, seats);
		for (const seat of next) if (!open.includes(seat)) shifts.push({ ...seat, opensAt: at, closesAt: null });
		for (const seat of open) if (!next.includes(seat)) end(shifts, seat, at);
		open = next;
	}
	return shifts;
}

function end(shifts: PlannedShift[], seat: Seat, at: number): void {
	const index = shifts.findLastIndex((shift) => shift.counterId === seat.counterId);
	const shift = shifts[index];
	if (shift !== undefined) shifts[index] = { ...shift, closesAt: at };
}

/** Offered load by service for each half hour; half of what the half hour before left weighs on the next one. */
function loadsByHalfHour(demands: readonly Demand[], from: number): Map<string, number>[] {
	const slots: Map<string, number>[] = [];
	for (const { at, serviceId, ms } of demands) {
		const slot = Math.max(0, Math.floor((at - from) / HALF_HOUR_MS));
		while (slots.length <= slot) slots.push(new Map());
		const load = (ms + BETWEEN_CUSTOMERS_MS) / HALF_HOUR_MS;
		slots[slot]?.set(serviceId, (slots[slot]?.get(serviceId) ?? PRESENCE_LOAD) + load);
	}
	const services = [...new Set(demands.map((demand) => demand.serviceId))];
	return slots.map((loads, slot) => {
		const smooth = services.map((id): [string, number] => {
			const now = loads.get(id) ?? PRESENCE_LOAD;
			const before = slots[slot - 1]?.get(id) ?? PRESENCE_LOAD;
			return [id, Math.max(now, (now + before) / 2)];
		});
		return new Map(smooth);
	});
}

/** Opens the counter that helps most until the load is carried; then gives up those that are not needed. */
function enoughFor(
	loads: ReadonlyMap<string, number>,
	fullness: number,
	before: readonly Seat[],
	seats: readonly Seat[],
): readonly Seat[] {
	const total = [...loads.values()].reduce((sum, load) => sum + load, 0) - PRESENCE_LOAD / 2;
	let open = before;
	let carried = carriedLoad(loads, open, fullness);
	while (carried < total) {
		let best: { readonly seat: Seat; readonly carries: number } | null = null;
		for (const seat of seats) {
			if (open.includes(seat)) continue;
			const carries = carriedLoad(loads, [...open, seat], fullness);
			if (carries > (best?.carries ?? carried)) best = { seat, carries };
		}
		if (best === null) break;
		open = [...open, best.seat];
		carried = best.carries;
	}
	for (const seat of open.slice().reverse()) {
		const without = open.filter((each) => each !== seat);
		const allowed = before.includes(seat) ? fullness - FULLNESS_MARGIN : fullness;
		if (carried >= total && carriedLoad(loads, without, allowed) >= total) open = without;
	}
	return open;
}

/** Who usually sits at which kind of counter. */
const ROLE_AT: Readonly<Record<CounterKind, Role>> = {
	closed: "closed-teller",
	open: "open-teller",
	vip: "relationship-manager",
	"rm-desk": "relationship-manager",
	smart: "lobby-usher",
};

/**
 * The counters with somebody at each. People are taken from the end of the list, so that its first stay free for
 * guests.
 */
export function seatsOf(configuration: BranchConfiguration, leaveFree: readonly string[]): Seat[] {
	const free = configuration.staff.filter((member) => member.services.length > 0 && !isHead(member)).reverse();
	const seats: Seat[] = [];
	const counters = configuration.counters.filter((counter) => !leaveFree.includes(counter.id));
	// Counters that few people can run choose first.
	const byChoice = counters
		.map((counter) => ({
			counter,
			able: free.filter((member) => bestMode(configuration, counter, member).services.length > 0).length,
		}))
		.sort((a, b) => a.able - b.able);
	for (const { counter } of byChoice) {
		const fits = free.map((member) => ({ member, ...bestMode(configuration, counter, member) }));
		const best = fits.sort((a, b) => b.share - a.share || Number(b.usual) - Number(a.usual))[0];
		if (best === undefined || best.services.length === 0) continue;
		free.splice(free.indexOf(best.member), 1);
		const { modeId, services, member } = best;
		seats.push({ counterId: counter.id, modeId, staffId: member.id, role: member.role, services });
	}
	return seats.sort((a, b) => order(configuration, a) - order(configuration, b));
}

function order(configuration: BranchConfiguration, seat: Seat): number {
	return configuration.counters.findIndex((counter) => counter.id === seat.counterId);
}

/** Heads close the day; they sit down at a counter only when a person decides so. */
function isHead(member: StaffMember): boolean {
	return member.role === "branch-head" || member.role === "deputy-head";
}

/**
 * The mode in which this person can do most there, the share of the mode that is, and whether it is their usual place.
 */
function bestMode(configuration: BranchConfiguration, counter: Counter, member: StaffMember) {
	const kinds = counterKindsOf({ configuration, people: null }, member);
	let best = { modeId: "", services: [] as string[], share: 0, usual: false };
	for (const mode of counter.modes) {
		if (!kinds.includes(mode.kind)) continue;
		const services = mode.services.filter((id) => member.services.includes(id));
		const share = services.length / mode.services.length;
		const usual = ROLE_AT[mode.kind] === member.role;
		if (services.length > best.services.length) best = { modeId: mode.id, services, share, usual };
	}
	return best;
}

/**
 * Counters a driver should leave to people: the last of each kind, the kinds with most counters first, as many as asked
 * for and such that the others can still do every service.
 */
export function countersToLeaveFree(configuration: BranchConfiguration, count: number): string[] {
	const byKind = new Map<string, string[]>();
	for (const { id, modes } of configuration.counters) {
		const kind = modes[0]?.kind ?? "";
		byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
	}
	const lastOfEach = [...byKind.values()].sort((a, b) => b.length - a.length).flatMap((ids) => ids.slice(-1));
	const all = new Set(seatsOf(configuration, []).flatMap((seat) => seat.services));
	const left: string[] = [];
	for (const counterId of lastOfEach) {
		if (left.length === count) break;
		const without = new Set(seatsOf(configuration, [...left, counterId]).flatMap((seat) => seat.services));
		if ([...all].every((id) => without.has(id))) left.push(counterId);
	}
	return left;
}
