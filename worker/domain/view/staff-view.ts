import { longServiceMs } from "../../../rules/measure/too-long.ts";
import { noticeLimits } from "../../../rules/measure/usual-limits.ts";
import { calledBetween } from "../../../rules/quote.ts";
import type { BranchConfiguration, StaffMember } from "../../../schema/hall/configuration.ts";
import type {
	StaffAlert,
	StaffCounter,
	StaffOvertakes,
	StaffQuote,
	StaffSection,
	StaffTicket,
	StaffView,
} from "../../../schema/hall/view.ts";
import { REOPEN_WITHIN_MS } from "../../../schema/limits.ts";
import { kindOf } from "../alert/alert-kinds.ts";
import { counterKindsOf } from "../counter/counter-roles.ts";
import type { AlertState } from "../hall/alert-state.ts";
import { type BranchState, type CounterState, type Ticket, waitOf } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { staffOf } from "../people/staff.ts";
import { branchRecord } from "./branch-record.ts";
import { type MadeOnce, madeOnce, nothingMade } from "./made-once.ts";

type Fixed = Pick<StaffView, "zones" | "services" | "classes" | "modes">;

const MINUTE_MS = 60_000;

type Quoted = Ticket & { readonly quote: NonNullable<Ticket["quote"]> };

/** Records are made once per state record, so that a diff passes over what did not change by identity. */
type MadeBefore = {
	readonly fixed: Fixed;
	readonly tickets: MadeOnce<Ticket, StaffTicket>;
	readonly overtakes: MadeOnce<Ticket, StaffOvertakes>;
	readonly quotes: MadeOnce<Quoted, StaffQuote>;
	readonly counters: MadeOnce<CounterState, StaffCounter>;
	readonly alerts: MadeOnce<AlertState, StaffAlert>;
};
const madeOf = new WeakMap<BranchConfiguration, MadeBefore>();
const namesOf = new WeakMap<readonly StaffMember[], StaffView["staff"]>();

const sectionsOf = new WeakMap<BranchState["sections"], StaffSection[]>();

/** What staff see of the live hall. Facts only: places in line and reasons are derived where they are shown. */
export function staffView(state: Configured): StaffView {
	const made = remembered(
		madeOf,
		state.configuration,
		(): MadeBefore => ({
			fixed: fixed(state.configuration),
			tickets: nothingMade(),
			overtakes: nothingMade(),
			quotes: nothingMade(),
			counters: nothingMade(),
			alerts: nothingMade(),
		}),
	);
	const staff = staffOf(state);
	const counters = [...state.counters.values()];
	const alerts = [...state.alerts.values()].filter(({ kind }) => kindOf(kind).isPrivate !== true);
	return {
		branch: [branchRecord(state)],
		...made.fixed,
		staff: remembered(namesOf, staff, () =>
			staff.map(({ id, name, role }) => ({ id, name, role, counterKinds: counterKindsOf(state, { id, role }) })),
		),
		counters: madeOnce(made.counters, counters, (counter) => staffCounter(state, counter)),
		...ticketsOf(state, made),
		alerts: madeOnce(made.alerts, alerts, staffAlert),
		tally: [state.tally],
		personDays: Object.values(state.personDays),
		closing: closingOf(state),
		presence: Object.values(state.lobby.presence),
		lobby: lobbyOf(state),
		sections: remembered(sectionsOf, state.sections, () =>
			Object.entries(state.sections).map(([id, key]) => ({ id, key })),
		),
	};
}

/** Who is here, by whom each has been overtaken how often, and what each was told. */
function ticketsOf(state: Configured, made: MadeBefore): Pick<StaffView, "tickets" | "overtakes" | "quotes"> {
	const here: Ticket[] = [];
	const overtaken: Ticket[] = [];
	const told: Quoted[] = [];
	for (const ticket of state.tickets.values()) {
		if (ticket.status === "ended") continue;
		here.push(ticket);
		if (ticket.overtaken > 0) overtaken.push(ticket);
		if (isQuoted(ticket)) told.push(ticket);
	}
	return {
		tickets: madeOnce(made.tickets, here, (ticket) => staffTicket(state, ticket)),
		overtakes: madeOnce(made.overtakes, overtaken, ({ id, overtaken: count }) => ({ id, count })),
		quotes: madeOnce(made.quotes, told, staffQuote),
	};
}

/** Nothing while there is nothing to know. */
function lobbyOf({ lobby: { uncoveredSince, dutyOrder } }: Configured): NonNullable<StaffView["lobby"]> {
	if (uncoveredSince === null && dutyOrder.length === 0) return [];
	return [{ id: "lobby", uncoveredSince, dutyOrder: [...dutyOrder] }];
}

function closingOf({ closing, day }: Configured): StaffView["closing"] {
	if (closing === null || day === null) return [];
	const { at, actor, unserved } = closing;
	const by = actor.kind === "staff" ? actor.staffId : null;
	return [{ id: "closing", at, by, early: at < day.closesAt, unserved, reopenBy: at + REOPEN_WITHIN_MS }];
}

/** An alert as whoever may know of it sees it. */
export function staffAlert(alert: AlertState): StaffAlert {
	const {
		about,
		sender: _sender,
		freshAt: _freshAt,
		step: _step,
		escalatesAt: _escalatesAt,
		tried: _tried,
		...shown
	} = alert;
	const { rings, isUrgent } = kindOf(alert.kind);
	const tried = alert.tried === undefined ? {} : { tried: [...alert.tried] };
	const line = alert.kind === "long-wait" ? { service: about } : {};
	return { ...shown, ...line, ...tried, rings: rings(alert.reason), urgent: isUrgent(alert.reason) };
}

function remembered<Key extends object, Value>(kept: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
	const known = kept.get(key);
	if (known !== undefined) return known;
	const made = make();
	kept.set(key, made);
	return made;
}

function fixed(configuration: BranchConfiguration): Fixed {
	const limits = noticeLimits(configuration);
	return {
		zones: configuration.zones.map(({ id, name }) => ({ id, name })),
		services: configuration.services.map(({ id, name, targetWaitMs, usualServiceMs }) => ({
			id,
			name,
			targetWaitMs,
			usualServiceMs,
			longServiceMs: longServiceMs(usualServiceMs, limits),
		})),
		classes: configuration.dispatch.classes.map(({ id, name, rank }) => ({ id, name, rank })),
		modes: configuration.counters.flatMap((counter) =>
			counter.modes.map((mode) => ({
				id: `${counter.id}.${mode.id}`,
				counterId: counter.id,
				modeId: mode.id,
				name: mode.name,
				kind: mode.kind,
			})),
		),
	};
}

function staffTicket(state: BranchState, ticket: Ticket): StaffTicket {
	const service = state.configuration?.services.find((each) => each.id === ticket.services[0]);
	return {
		id: ticket.id,
		number: ticket.number,
		class: ticket.class,
		status: ticket.status,
		issuedAt: ticket.issuedAt,
		queuedAt: ticket.queuedAt,
		rank: ticket.rank,
		orderAt: ticket.orderAt,
		ordinal: ticket.ordinal,
		budget: ticket.budget,
		services: [...ticket.services],
		since: ticket.since,
		readyAt: waitOf(ticket).readyAt,
		...(ticket.appointmentAt === undefined ? {} : { appointmentAt: ticket.appointmentAt }),
		...(ticket.counterId === undefined ? {} : { counterId: ticket.counterId }),
		...(ticket.target === undefined ? {} : { target: ticket.target }),
		...(ticket.sentBy === undefined ? {} : { sentBy: ticket.sentBy }),
		...(ticket.companion === undefined ? {} : { companion: ticket.companion }),
		...(ticket.customer === undefined ? {} : { customer: ticket.customer }),
		...(ticket.needs === undefined ? {} : { needs: [...ticket.needs] }),
		...(ticket.language === undefined ? {} : { language: ticket.language }),
		...(service?.smartCounterCan === true ? { smartCounterCan: true } : {}),
	};
}

function isQuoted(ticket: Ticket): ticket is Quoted {
	return ticket.quote !== undefined;
}

function staffQuote({ id, issuedAt, quote }: Quoted): StaffQuote {
	const { from, to } = calledBetween(quote);
	const since = (at: number) => (at - issuedAt) / MINUTE_MS;
	return { id, fromMin: Math.floor(since(from)), toMin: Math.ceil(since(to)) };
}

function staffCounter(state: Configured, counter: CounterState): StaffCounter {
	const configured = state.configuration.counters.find((each) => each.id === counter.id);
	if (configured === undefined) throw new Error(`counter ${counter.id} is not configured`);
	const mode = configured.modes.find((each) => each.id === counter.modeId);
	return {
		id: counter.id,
		label: configured.label,
		zone: configured.zone,
		status: counter.status,
		modeId: counter.modeId,
		kind: counter.kind,
		services: [...(counter.status === "closed" ? (mode?.services ?? []) : counter.services)],
		staffId: counter.staffId,
		ticketId: counter.ticketId,
		pauseReason: counter.pauseReason,
		since: counter.since,
	};
}
