import type { BranchConfiguration } from "../schema/hall/configuration.ts";
import type { BranchEvent, Commit } from "../schema/hall/event.ts";
import type { Target } from "../schema/hall/ticket.ts";

/** What the audit needs of a commit. */
export type AuditedCommit = Pick<Commit, "seq" | "at" | "events">;

export type OvertakeAudit = {
	readonly tickets: number;
	readonly calls: number;
	readonly overrides: number;
	/** Most overtakes of one ticket, and the bound of that ticket: its budget and the overrides that passed it. */
	readonly most: number;
	readonly mostBound: number;
	/** Most overtakes and least room left under the bound, by class. */
	readonly byClass: ReadonlyMap<string, { readonly most: number; readonly leastRoom: number }>;
	/** Calls, not by name, that passed an older ticket of the same class for the same service; appointments apart. */
	readonly inversions: number;
	/**
	 * Everything that must not be: broken bounds, numbers twice, calls of tickets that did not wait, wrong lists of the
	 * passed.
	 */
	readonly faults: readonly string[];
};

type Line = {
	readonly id: string;
	readonly class: string;
	readonly ordinal: number;
	readonly appointed: boolean;
	queuedAt: number;
	waiting: boolean;
	services: string[];
	target: Target | undefined;
	sentBy: string | undefined;
	overtaken: number;
	overridden: number;
	/** How it was before the commit by which it last left a counter. */
	before: Pick<Line, "services" | "target" | "sentBy"> | null;
	beforeSeq: number;
};

type Seat = { services: readonly string[]; staffId: string; ticketId: string | null; isOpen: boolean };

/** Faults listed by name; more are counted only. */
const FAULTS_LISTED_MAX = 50;

/**
 * Counts overtakes again from the log of one business day, from who waited and who was called where alone: it shares no
 * code with the dispatch it audits. A ticket is overtaken when a later one is called at a counter that could have
 * served it; it may be overtaken as often as its class's budget, and once more by each named call that passed it.
 */
export function auditOvertakes(commits: Iterable<AuditedCommit>): OvertakeAudit {
	const audit = newAudit();
	for (const commit of commits) for (const event of commit.events) follow(audit, event, commit);
	const byClass = new Map<string, { most: number; leastRoom: number }>();
	let most: { readonly overtaken: number; readonly bound: number } | null = null;
	for (const line of audit.lines.values()) {
		const bound = (audit.budgets.get(line.class) ?? 0) + line.overridden;
		const of = byClass.get(line.class) ?? { most: 0, leastRoom: Number.POSITIVE_INFINITY };
		byClass.set(line.class, {
			most: Math.max(of.most, line.overtaken),
			leastRoom: Math.min(of.leastRoom, bound - line.overtaken),
		});
		if (most === null || line.overtaken > most.overtaken) most = { overtaken: line.overtaken, bound };
		if (line.overtaken > bound) audit.fault(`${line.id} was overtaken ${line.overtaken} times, its bound is ${bound}`);
	}
	return {
		tickets: audit.lines.size,
		calls: audit.calls,
		overrides: audit.overrides,
		most: most?.overtaken ?? 0,
		mostBound: most?.bound ?? 0,
		byClass,
		inversions: audit.inversions,
		faults: audit.faults,
	};
}

type Audit = ReturnType<typeof newAudit>;

function newAudit() {
	const faults: string[] = [];
	return {
		lines: new Map<string, Line>(),
		seats: new Map<string, Seat>(),
		closesAt: Number.POSITIVE_INFINITY,
		budgets: new Map<string, number>(),
		calls: 0,
		overrides: 0,
		inversions: 0,
		faults,
		fault(what: string) {
			if (faults.length < FAULTS_LISTED_MAX) faults.push(what);
		},
	};
}

function follow(audit: Audit, event: BranchEvent, { seq, at }: AuditedCommit): void {
	if ("alertId" in event || "helpId" in event || "caseId" in event) return;
	switch (event.type) {
		case "staff-changed":
		case "section-taken":
		case "branch-set-back":
		case "day-closed":
		case "referral-recorded":
		case "presence-set":
		case "duty-order-set":
		case "waits-quoted":
			return;
		case "branch-configured":
			return setBudgets(audit, event.configuration);
		case "day-opened":
			audit.closesAt = event.closesAt;
			if (event.carried !== undefined)
				audit.fault("tickets were carried over: only a day from its beginning can be audited");
			return setBudgets(audit, event.configuration);
		case "day-reopened":
			return audit.fault("the day was reopened: only a day closed once can be audited");
		case "day-hours-changed":
			audit.closesAt = event.closesAt;
			return;
		case "counter-opened":
			return opened(audit, event);
		case "counter-mode-changed": {
			const seat = audit.seats.get(event.counterId);
			if (seat !== undefined) seat.services = event.services;
			return;
		}
		case "counter-closed":
			audit.seats.delete(event.counterId);
			return;
		case "ticket-issued":
			if (audit.lines.has(event.ticketId)) audit.fault(`${event.ticketId} was issued twice`);
			audit.lines.set(event.ticketId, {
				id: event.ticketId,
				class: event.class,
				ordinal: audit.lines.size,
				appointed: event.appointmentAt !== undefined,
				// Early for an appointment stands at the appointed time, at the latest at closing time.
				queuedAt: Math.max(at, Math.min(event.appointmentAt ?? at, audit.closesAt)),
				waiting: true,
				services: event.services.slice(),
				target: undefined,
				sentBy: undefined,
				overtaken: 0,
				overridden: 0,
				before: null,
				beforeSeq: 0,
			});
			return;
		case "ticket-called":
			return called(audit, event, seq);
		case "counter-paused":
		case "counter-resumed": {
			const seat = audit.seats.get(event.counterId);
			if (seat !== undefined) seat.isOpen = event.type === "counter-resumed";
			return;
		}
		default:
			return ticketChanged(audit, event, seq);
	}
}

function opened(audit: Audit, event: Extract<BranchEvent, { type: "counter-opened" }>): void {
	const { counterId, services, staffId } = event;
	audit.seats.set(counterId, { services, staffId, ticketId: null, isOpen: true });
}

function setBudgets(audit: Audit, { dispatch }: BranchConfiguration): void {
	for (const { id, overtakeBudget } of dispatch.classes) audit.budgets.set(id, overtakeBudget);
}

type TicketChange = Exclude<Extract<BranchEvent, { ticketId: string }>, { type: "ticket-issued" | "ticket-called" }>;

function ticketChanged(audit: Audit, event: TicketChange, seq: number): void {
	const line = audit.lines.get(event.ticketId);
	if (line === undefined) return audit.fault(`${event.ticketId} changed before it was issued`);
	if (event.type === "ticket-taken-back") return takenBack(audit, line, event);
	if (line.beforeSeq !== seq) {
		const { services, target, sentBy } = line;
		line.before = { services, target, sentBy };
		line.beforeSeq = seq;
	}
	switch (event.type) {
		case "ticket-recalled":
			return;
		case "service-started":
			line.services = [event.serviceId, ...line.services.filter((id) => id !== event.serviceId)];
			return;
		case "service-finished":
			if (event.outcome === "done") line.services = line.services.slice(1);
			return;
		case "ticket-transferred":
			line.services = [event.serviceId, ...line.services.slice(1)];
			line.target = event.target;
			line.sentBy = event.sentBy;
			return waitAgain(audit, line);
		case "ticket-moved-on":
			line.target = undefined;
			return waitAgain(audit, line);
		case "ticket-returned":
			line.queuedAt = event.queuedAt;
			return waitAgain(audit, line);
		case "ticket-resumed":
			return waitAgain(audit, line);
		case "ticket-released":
			line.target = undefined;
			return;
		case "ticket-missed":
		case "ticket-held":
		case "ticket-ended":
			line.waiting = false;
			return leaveCounter(audit, line);
		default:
			return event satisfies never;
	}
}

/** At its counter again, as before the last commit that changed it. */
function takenBack(audit: Audit, line: Line, { counterId }: Extract<BranchEvent, { type: "ticket-taken-back" }>): void {
	const seat = audit.seats.get(counterId);
	if (seat === undefined || line.before === null) return audit.fault(`${line.id} was taken back to nowhere`);
	if (seat.ticketId !== null && seat.ticketId !== line.id) audit.fault(`${line.id} was taken back to a busy counter`);
	seat.ticketId = line.id;
	Object.assign(line, line.before, { waiting: false });
}

function waitAgain(audit: Audit, line: Line): void {
	line.waiting = true;
	leaveCounter(audit, line);
}

function leaveCounter(audit: Audit, line: Line): void {
	for (const seat of audit.seats.values()) if (seat.ticketId === line.id) seat.ticketId = null;
}

function called(audit: Audit, event: Extract<BranchEvent, { type: "ticket-called" }>, seq: number): void {
	const seat = audit.seats.get(event.counterId);
	const line = audit.lines.get(event.ticketId);
	if (seat === undefined || line === undefined) return audit.fault(`seq ${seq}: a call from nowhere or to nobody`);
	if (!line.waiting) audit.fault(`seq ${seq}: ${line.id} was called but did not wait`);
	if (seat.ticketId !== null) audit.fault(`seq ${seq}: counter ${event.counterId} called two customers`);
	if (!could(seat, event.counterId, line)) audit.fault(`seq ${seq}: ${line.id} was called where it cannot be served`);
	if (event.override === undefined && comesAfterOthers(audit, seat, line)) {
		audit.fault(`seq ${seq}: ${line.id} was called back before anybody else had the chance`);
	}
	const passed: string[] = [];
	let inverted = false;
	for (const other of audit.lines.values()) {
		const older = other.queuedAt < line.queuedAt || (other.queuedAt === line.queuedAt && other.ordinal < line.ordinal);
		if (other === line || !other.waiting || !older || !could(seat, event.counterId, other)) continue;
		if (comesAfterOthers(audit, seat, other)) continue;
		passed.push(other.id);
		other.overtaken++;
		if (event.override !== undefined) other.overridden++;
		if (alike(other, line)) inverted = true;
	}
	if (passed.sort().join() !== event.passed.slice().sort().join()) {
		audit.fault(`seq ${seq}: the call of ${line.id} passed ${passed.length}, the log names ${event.passed.length}`);
	}
	audit.calls++;
	if (event.override !== undefined) audit.overrides++;
	else if (inverted) audit.inversions++;
	for (const other of audit.lines.values()) {
		if (other === line || (other.sentBy !== seat.staffId && seat.services.includes(other.services[0] ?? ""))) {
			other.sentBy = undefined;
		}
	}
	line.waiting = false;
	seat.ticketId = line.id;
}

/** Given away by whoever stands here to any other counter: as long as one that could serve it is open, that one goes first. */
function comesAfterOthers(audit: Audit, seat: Seat, line: Line): boolean {
	if (line.sentBy === undefined || line.sentBy !== seat.staffId) return false;
	return [...audit.seats].some(([id, other]) => other !== seat && other.isOpen && could(other, id, line));
}

/** Competing on equal terms: the same class and the same counters. */
function alike(one: Line, other: Line): boolean {
	if (one.appointed || other.appointed || one.target !== undefined || other.target !== undefined) return false;
	return one.class === other.class && one.services[0] === other.services[0];
}

function could(seat: Seat, counterId: string, { services, target }: Line): boolean {
	if (target?.kind === "counter" && target.counterId !== counterId) return false;
	if (target?.kind === "staff" && target.staffId !== seat.staffId) return false;
	return services[0] !== undefined && seat.services.includes(services[0]);
}
