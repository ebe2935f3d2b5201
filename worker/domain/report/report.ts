import type { Commit } from "../../../schema/hall/event.ts";
import type { Counts, DayReport, ReportLine, Waits } from "../../../schema/hall/report.ts";
import { halfHourOf } from "../day/business-day.ts";
import { caseFigures } from "./case-report.ts";
import { type DayFacts, factsOf } from "./day-facts.ts";
import { durationsOf } from "./durations.ts";
import { grouped } from "./grouped.ts";
import { quoteFigures } from "./quote-report.ts";
import type { ServiceFact, VisitFact, WaitFact } from "./visit-facts.ts";

/**
 * The version that `reportOf` makes. A figure that days already kept would get too needs a new version; how the old one is made then
 * goes to `report-version.ts`. A figure left out where nothing happened needs none.
 */
const REPORT_VERSION = 4;

/** The report of one closed day, from that day's commits alone; null while the day is not closed. */
export function reportOf(commits: Iterable<Commit>): DayReport | null {
	const facts = factsOf(commits);
	return facts === null ? null : reportFrom(facts);
}

/** As `reportOf`, from the facts that the day's commits were folded to. */
export function reportFrom(facts: DayFacts): DayReport | null {
	if (facts.closedAt === null || facts.closedBy === null) return null;
	const visits = [...facts.visits.values()];
	const line = (id: string, of: readonly VisitFact[]): ReportLine => ({
		id,
		tickets: countsOf(of),
		waits: waitsOf(of.flatMap((visit) => visit.waits)),
		services: durationsOf(of.flatMap((visit) => visit.services.map((each) => each.ms))),
	});
	const by = (key: (visit: VisitFact) => string) => grouped(visits, key).map(([id, of]) => line(id, of));
	const whole = line("day", visits);
	return {
		version: REPORT_VERSION,
		branchId: facts.configuration.branchId,
		businessDay: facts.businessDay,
		openedAt: facts.openedAt,
		closedAt: facts.closedAt,
		closedBy: facts.closedBy,
		firstSeq: facts.firstSeq,
		lastSeq: facts.lastSeq,
		tickets: whole.tickets,
		waits: whole.waits,
		services: whole.services,
		byService: by((visit) => visit.firstService),
		byClass: by((visit) => visit.class),
		byChannel: by((visit) => visit.channel),
		byHalfHour: by((visit) => halfHourOf(facts.configuration.timeZone, visit.issuedAt)),
		byCounter: byCounter(visits),
		overtakes: overtakesOf(visits),
		overrides: facts.overrides.map((each) => ({ ...each })),
		recalls: facts.recalls,
		transfers: facts.transfers,
		returns: facts.returns,
		alerts: alertsOf(facts),
		refusals: facts.refusals,
		quotes: quoteFigures(visits, facts.configuration.timeZone),
		...(facts.referrals.length === 0 ? {} : { referrals: referralsOf(facts.referrals) }),
		...caseFigures(facts),
	};
}

/** How many were issued and how each ended. Who was carried over counts as that alone; who else never ended counts as unserved. */
export function countsOf(visits: readonly VisitFact[]): Counts {
	const ended = (outcome: VisitFact["outcome"]) =>
		visits.filter((visit) => visit.outcome === outcome && !visit.carriedOver).length;
	const carriedIn = visits.filter((visit) => visit.carriedIn).length;
	const carriedOver = visits.filter((visit) => visit.carriedOver).length;
	return {
		issued: visits.length - carriedIn,
		served: ended("served"),
		noShows: ended("no-show"),
		cancelled: ended("cancelled"),
		redirected: ended("redirected"),
		unserved: ended("unserved") + ended(null),
		...(carriedIn === 0 ? {} : { carriedIn }),
		...(carriedOver === 0 ? {} : { carriedOver }),
	};
}

/** Waits with the share that kept to the target of the service waited for. */
export function waitsOf(waits: readonly WaitFact[]): Waits {
	const within = waits.filter((wait) => wait.ms <= wait.targetMs).length;
	return {
		...durationsOf(waits.map((wait) => wait.ms)),
		withinTarget: waits.length === 0 ? null : within / waits.length,
	};
}

/** A line for each counter: tickets that ended there (`issued` counts these too), waits of those called there, services done there. */
function byCounter(visits: readonly VisitFact[]): ReportLine[] {
	const waits = grouped(
		visits.flatMap((visit) => visit.waits),
		(wait: WaitFact) => wait.counterId,
	);
	const services = grouped(
		visits.flatMap((visit) => visit.services),
		(service: ServiceFact) => service.counterId,
	);
	const ended = grouped(
		visits.filter((visit) => visit.endedCounterId !== null),
		(visit) => visit.endedCounterId ?? "",
	);
	const of = <Each>(groups: [string, Each[]][], id: string) => groups.find(([key]) => key === id)?.[1] ?? [];
	const ids = new Set([...waits, ...services, ...ended].map(([id]) => id));
	return [...ids].sort().map((id) => ({
		id,
		tickets: countsOf(of(ended, id)),
		waits: waitsOf(of(waits, id)),
		services: durationsOf(of(services, id).map((each) => each.ms)),
	}));
}

function overtakesOf(visits: readonly VisitFact[]): DayReport["overtakes"] {
	const beyond = visits.filter((visit) => visit.overtaken > visit.budget + visit.overridden);
	return { most: visits.reduce((most, visit) => Math.max(most, visit.overtaken), 0), beyondBound: beyond.length };
}

/** By kind; a kind that never came up is not named. */
function alertsOf(facts: DayFacts): NonNullable<DayReport["alerts"]> {
	return grouped([...facts.alerts.values()], (alert) => alert.kind).map(([, of]) => {
		const responses = of.flatMap(({ acceptedAt, raisedAt }) => (acceptedAt === null ? [] : [acceptedAt - raisedAt]));
		return {
			kind: first(of).kind,
			raised: of.length,
			accepted: responses.length,
			passedOn: of.reduce((sum, each) => sum + each.passedOn, 0),
			escalated: of.filter((each) => each.escalated).length,
			response: durationsOf(responses),
		};
	});
}

function referralsOf(referrals: DayFacts["referrals"]): NonNullable<DayReport["referrals"]> {
	return {
		recorded: referrals.length,
		byStatus: grouped(referrals, (each) => each.status).map(([, of]) => ({
			status: first(of).status,
			count: of.length,
		})),
		byRole: grouped(referrals, (each) => each.role).map(([, of]) => ({ role: first(of).role, count: of.length })),
	};
}

function first<Each>([each]: readonly Each[]): Each {
	if (each === undefined) throw new Error("a group has at least one member");
	return each;
}
