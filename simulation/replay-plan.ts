import type { Role } from "../schema/actor.ts";
import type { BranchConfiguration, StaffMember } from "../schema/hall/configuration.ts";
import { SERVICES_PER_TICKET_MAX } from "../schema/limits.ts";
import { HELP } from "../worker/domain/alert/help.ts";
import type { OpeningDay } from "./business-days.ts";
import { type PlannedHelpCall, planHelpCalls } from "./help-calls.ts";
import { type RecordedDay, type RecordedVisit, tallyOf } from "./recorded-day.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";
import { serviceMapping } from "./service-mapping.ts";
import { type Demand, type PlannedShift, planTellers, type Staffing } from "./teller-plan.ts";

export type PlannedLeg = { readonly serviceId: string; readonly serviceMs: number };

/** One visit, with every choice the customer will make. Instants are epoch milliseconds of branch time. */
export type PlannedVisit = {
	readonly arrivesAt: number;
	readonly takesNumberAt: "kiosk" | "staff";
	/** Null: nothing is known of the customer. */
	readonly class: string | null;
	readonly legs: readonly PlannedLeg[];
	/** The later legs are transfers; else they stand on the ticket from the start. */
	readonly transferred: boolean;
	/** Leaves when not called by then. */
	readonly leavesAt: number | null;
	/** Cancels on the ticket page when leaving, instead of just going. */
	readonly tellsUs: boolean;
	/** Does not come when called the first time, and whether a return follows. */
	readonly missesCall: "no" | "for-good" | "comes-back";
	readonly comesBackAfterMs: number;
	/** Hears the number only when it is called again. */
	readonly hardOfHearing: boolean;
	readonly walkMs: number;
};

export type ReplayPlan = {
	readonly day: OpeningDay;
	readonly visits: readonly PlannedVisit[];
	readonly shifts: readonly PlannedShift[];
	readonly helpCalls: readonly PlannedHelpCall[];
	/** Issues tickets with a class, and takes back who missed a call. */
	readonly greeter: StaffMember;
	/** Closes the day. */
	readonly closer: StaffMember;
	/** What the branch calls a customer of whom nothing is known. */
	readonly defaultClass: string;
	/** Source service -> the branch's. */
	readonly services: ReadonlyMap<string, string>;
	/** What of the recorded day is not played, by reason. */
	readonly setAside: Readonly<Record<string, number>>;
};

/** Of those who leave, how many tell us; of those who miss a call, how many come back. */
const TELLS_US_SHARE = 0.5;
const COMES_BACK_SHARE = 0.3;
const HARD_OF_HEARING_SHARE = 0.05;
const WALK_MIN_MS = 5_000;
const WALK_MAX_MS = 20_000;
/** Tellers sit down this long before the first customer. */
export const TELLERS_EARLY_MS = 60_000;

export type PlanOptions = Omit<Staffing, "from"> & {
	readonly seed: number;
	/** How often tellers ask for help, in all. */
	readonly helpCallsPerHour?: number;
};

const GREETERS: readonly Role[] = ["lobby-manager", "stand-in", "branch-head", "deputy-head"];
const CLOSERS: readonly Role[] = ["branch-head", "deputy-head", "lobby-manager", "stand-in"];

/**
 * Turns a recorded day into what is done at a branch on one of its days. Choices the recording does not tell are drawn
 * from `seed`. Throws when the branch has nobody who may issue a classified ticket or close the day.
 */
export function planReplay(
	recorded: RecordedDay,
	configuration: BranchConfiguration,
	day: OpeningDay,
	{ seed, helpCallsPerHour = 0, ...staffing }: PlanOptions,
): ReplayPlan {
	const random = seededRandom(seed);
	const setAside = tallyOf();
	const services = serviceMapping(recorded, configuration);
	const visits: PlannedVisit[] = [];
	for (const visit of recorded.visits) {
		const arrivesAt = day.startsAt + Math.round(visit.arrivalMs);
		if (arrivesAt < day.firstTicketAt || arrivesAt >= day.lastTicketAt) setAside.add("outside the hours of the branch");
		else visits.push(planVisit(visit, arrivesAt, configuration, services, random));
	}
	const from = Math.max(day.startsAt, (visits[0]?.arrivesAt ?? day.firstTicketAt) - TELLERS_EARLY_MS);
	const shifts = planTellers(configuration, visits.flatMap(demandsOf), { from, ...staffing });
	const served = new Set(shifts.flatMap((shift) => shift.services));
	const playable = visits.filter((visit) => visit.legs.every((leg) => served.has(leg.serviceId)));
	for (let left = visits.length - playable.length; left > 0; left--) setAside.add("no counter can do it");
	return {
		day,
		visits: playable,
		shifts,
		helpCalls: planHelpCalls(shifts, day.lastTicketAt, helpCallsPerHour, random, (reason) => {
			const { id, role } = someoneOf(configuration, HELP.tells(reason).flat());
			return { staffId: id, role };
		}),
		greeter: someoneOf(configuration, GREETERS),
		closer: someoneOf(configuration, CLOSERS),
		defaultClass: configuration.dispatch.defaultClass,
		services,
		setAside: setAside.counts,
	};
}

function someoneOf(configuration: BranchConfiguration, roles: readonly Role[]): StaffMember {
	for (const role of roles) {
		const member = configuration.staff.find((each) => each.role === role);
		if (member !== undefined) return member;
	}
	throw new Error(`${configuration.branchId} has nobody who is ${roles.join(" or ")}`);
}

function demandsOf(visit: PlannedVisit): Demand[] {
	return visit.legs.map(({ serviceId, serviceMs }) => ({ at: visit.arrivesAt, serviceId, ms: serviceMs }));
}

function planVisit(
	visit: RecordedVisit,
	arrivesAt: number,
	configuration: BranchConfiguration,
	services: ReadonlyMap<string, string>,
	random: SeededRandom,
): PlannedVisit {
	const { classes, defaultClass } = configuration.dispatch;
	const known = visit.class !== defaultClass && classes.some((each) => each.id === visit.class);
	const legs = legsOf(visit, services);
	const onKiosk = legs.every((leg) => configuration.services.find((each) => each.id === leg.serviceId)?.onKiosk);
	// Every visit draws the same number of times, so that one changed line leaves the others as they were.
	const [tells, returns, hears] = [random.next(), random.next(), random.next()];
	const comesBackAfterMs = Math.round(random.between(0.1, 0.6) * configuration.limits.returnGraceMs);
	return {
		arrivesAt,
		takesNumberAt: known || !onKiosk ? "staff" : "kiosk",
		class: known ? visit.class : null,
		legs,
		transferred: visit.transferred === true,
		leavesAt: visit.leavesAfterMs === undefined ? null : arrivesAt + Math.round(visit.leavesAfterMs),
		tellsUs: tells < TELLS_US_SHARE,
		missesCall: visit.noShow !== true ? "no" : returns < COMES_BACK_SHARE ? "comes-back" : "for-good",
		comesBackAfterMs,
		hardOfHearing: hears < HARD_OF_HEARING_SHARE,
		walkMs: Math.round(random.between(WALK_MIN_MS, WALK_MAX_MS)),
	};
}

/**
 * The services in order. Two in a row of the same are one; so are all of the same when they stand on one ticket, which names
 * each once; what is too many for one ticket lengthens the last.
 */
function legsOf(visit: RecordedVisit, services: ReadonlyMap<string, string>): PlannedLeg[] {
	const legs: PlannedLeg[] = [];
	for (const [index, name] of visit.services.entries()) {
		const serviceId = services.get(name) ?? name;
		const serviceMs = Math.max(1_000, Math.round(visit.serviceMs[index] ?? 0));
		const same = visit.transferred === true ? -1 : legs.findIndex((leg) => leg.serviceId === serviceId);
		const isFull = legs.length === SERVICES_PER_TICKET_MAX || legs.at(-1)?.serviceId === serviceId;
		const at = same === -1 && isFull ? legs.length - 1 : same;
		const leg = legs[at];
		if (leg !== undefined) legs[at] = { ...leg, serviceMs: leg.serviceMs + serviceMs };
		else legs.push({ serviceId, serviceMs });
	}
	return legs;
}
