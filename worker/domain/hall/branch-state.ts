import type { Actor } from "../../../schema/actor.ts";
import type { AlertKind } from "../../../schema/hall/alert.ts";
import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { Channel, PauseReason } from "../../../schema/hall/command.ts";
import type { BranchConfiguration, CounterKind } from "../../../schema/hall/configuration.ts";
import type { WayOut } from "../../../schema/hall/event.ts";
import type { PlacedQuote, Taken, WaitQuote } from "../../../schema/hall/quote.ts";
import type {
	CounterStatus,
	Needs,
	OtherLanguage,
	Outcome,
	Target,
	TicketStatus,
} from "../../../schema/hall/ticket.ts";
import type { PersonDay, Tally } from "../../../schema/hall/view.ts";
import type { TokenBucket } from "../pace/token-bucket.ts";
import { type AlertState, alertOfHelp, type HelpOfBefore } from "./alert-state.ts";
import { type Learning, NO_QUOTES, NOTHING_LEARNED, type ToldQuotes } from "./learning.ts";
import { type LobbyState, NO_LOBBY } from "./lobby-state.ts";
import { copyOfRecent, noRecentIds, type RecentIds, recentOf } from "./recent-ids.ts";
import { type WaitClock, waitFrom } from "./wait.ts";

/** Raised when the shape below changes: older snapshots are then ignored and the state is folded anew. */
export const STATE_VERSION = 2;

/** One customer's visit while it is alive. Never mutated: a change makes a new one. */
export type Ticket = {
	readonly id: string;
	readonly number: string;
	/** Order of issue in the day, from 1. */
	readonly ordinal: number;
	readonly class: string;
	readonly rank: number;
	readonly budget: number;
	readonly headStartMs: number;
	readonly channel: Channel;
	readonly link: string;
	readonly issuedAt: number;
	/** The place in time: when it came, or an appointed time still ahead; moves only when a no-show returns. */
	readonly queuedAt: number;
	/** `queuedAt` less head starts: what tickets of one rank compete by. */
	readonly orderAt: number;
	readonly overtaken: number;
	readonly appointmentAt?: number;
	/** The bank's own number of a recognised customer. */
	readonly customer?: string;
	/** Whose customer the bank's directory says it is. */
	readonly managerId?: string;
	/** What staff saw that the customer needs. */
	readonly needs?: Needs;
	/** What the customer speaks; absent: Chinese. */
	readonly language?: OtherLanguage;
	readonly status: TicketStatus;
	readonly since: number;
	/** The service waited for or in progress, then those to come. Empty once ended. */
	readonly services: readonly string[];
	readonly counterId?: string;
	readonly calledAt?: number;
	/** Absent in states kept from before it was: then as for a ticket that was never away. */
	readonly wait?: WaitClock;
	readonly recalls: number;
	readonly target?: Target;
	/** Who gave it away to any other counter, until one of those has called somebody. */
	readonly sentBy?: string;
	/** Who walks over with the customer, from one transfer to the next. */
	readonly companion?: string;
	/** The service it was called for and since when it keeps the counter. */
	readonly taken?: Taken;
	/** How long its wait will be, as its customer was told last: from `at` on. */
	readonly quote?: WaitQuote & { readonly at: number };
	/** What was told at first, until it is called or its wait becomes another: outcomes teach by it. */
	readonly promised?: PlacedQuote;
	/** Kinds of alert that it has been the cause of: it is of none twice. */
	readonly alerted?: readonly AlertKind[];
	readonly outcome?: Outcome;
	/** Seq of the last commit that touched it. */
	readonly changedSeq: number;
};

/** How long a ticket has waited, by the one measure there is. */
export function waitOf(ticket: Ticket): WaitClock {
	return ticket.wait ?? waitFrom(ticket.issuedAt, ticket.appointmentAt);
}

export type CounterState = {
	readonly id: string;
	readonly status: CounterStatus;
	readonly modeId: string;
	readonly kind: CounterKind;
	readonly services: readonly string[];
	readonly staffId: string | null;
	readonly ticketId: string | null;
	readonly pauseReason: PauseReason | null;
	readonly since: number;
	/** Who left it last, as that can be taken back. */
	readonly left?: LeftState | null;
};

/** A customer as they were before they left a counter, and what was counted by then. */
export type LeftState = {
	readonly ticket: Ticket;
	readonly of: WayOut;
	readonly at: number;
	/** Of the commit: a ticket that changed since is not taken back. */
	readonly seq: number;
	readonly staffId: string | null;
	readonly day: PersonDay | null;
};

export type CallState = {
	readonly number: string;
	readonly ticketId: string;
	readonly counterId: string;
	readonly calledAt: number;
	readonly times: number;
};

export type DayState = {
	readonly businessDay: string;
	readonly status: "open" | "closed";
	readonly startsAt: number;
	readonly endsAt: number;
	readonly opensAt: number;
	readonly closesAt: number;
	readonly firstTicketAt: number;
	readonly lastTicketAt: number;
	readonly closesItselfAt: number;
	/** Days opened before there was such an hour have none. */
	readonly closesAtLatestAt?: number | undefined;
	/** The zone of time its hours are of; absent: the configuration's. */
	readonly timeZone?: string | undefined;
	/** Closed at midnight with everybody still in the hall: the next day takes them over at once. */
	readonly rollsOver?: boolean;
};

/** How the hall was when the day was closed, for as long as the day can be reopened. */
export type ClosingState = {
	readonly at: number;
	readonly actor: Actor;
	/** Customers who were sent away. */
	readonly unserved: number;
	readonly tickets: readonly Ticket[];
	readonly counters: readonly CounterState[];
};

/**
 * Everything a branch knows. The containers are private to whoever folds (see `draftOf`); the records in them
 * are immutable, so that views and diffs may compare by identity.
 */
export type BranchState = {
	readonly branchId: string;
	seq: number;
	/** Branch time of the last commit; time never runs backwards from here. */
	lastAt: number;
	configuration: BranchConfiguration | null;
	/** Who works here by the bank's books; null while they have said nothing, and the configuration alone tells. */
	people: readonly BranchPerson[] | null;
	/** Which versions of sections it works by; of a section that nobody published there is nothing. */
	sections: Readonly<Record<string, string>>;
	day: DayState | null;
	/** How the day was closed; null while it is open. */
	closing: ClosingState | null;
	tickets: Map<string, Ticket>;
	counters: Map<string, CounterState>;
	alerts: Map<string, AlertState>;
	/** Who is there by their own word. */
	lobby: LobbyState;
	/** Newest first. */
	calls: readonly CallState[];
	/** By device, or `service` and account: what it may still give. */
	paces: Readonly<Record<string, TokenBucket>>;
	/** Next number of each series. */
	nextNumber: Readonly<Record<string, number>>;
	/** After a set-back: on this day no number before this one is given again. */
	numbers?: { readonly businessDay: string; readonly from: number } | undefined;
	tally: Tally;
	/** By staff id: what each has done at counters today. */
	personDays: Readonly<Record<string, PersonDay>>;
	/** What own days taught about waits, and what today adds to it. */
	learning: Learning;
	/** What is told to who might take a number, and when the hall was last looked at. */
	quotes: ToldQuotes;
	/** Whose repeat gets the first answer. */
	recent: RecentIds;
	/** Seq of the last commit that touched what each audience may see. */
	changed: { readonly display: number; readonly staff: number; readonly branch: number };
};

export const EMPTY_TALLY: Tally = {
	id: "today",
	issued: 0,
	served: 0,
	noShows: 0,
	returns: 0,
	cancelled: 0,
	redirected: 0,
	called: 0,
	waitedMs: 0,
	overrides: 0,
};

/** A branch that nothing has happened in. */
export function initialState(branchId: string): BranchState {
	return {
		branchId,
		seq: 0,
		lastAt: 0,
		configuration: null,
		people: null,
		sections: {},
		day: null,
		closing: null,
		tickets: new Map(),
		counters: new Map(),
		alerts: new Map(),
		lobby: NO_LOBBY,
		calls: [],
		paces: {},
		nextNumber: {},
		tally: EMPTY_TALLY,
		personDays: {},
		learning: NOTHING_LEARNED,
		quotes: NO_QUOTES,
		recent: noRecentIds(),
		changed: { display: 0, staff: 0, branch: 0 },
	};
}

/** A copy whose containers may be changed without touching the original. */
export function draftOf(state: BranchState): BranchState {
	return {
		...state,
		tickets: new Map(state.tickets),
		counters: new Map(state.counters),
		alerts: new Map(state.alerts),
		recent: copyOfRecent(state.recent),
	};
}

/** The state as JSON text. */
export function snapshotOf(state: BranchState): string {
	return JSON.stringify({
		version: STATE_VERSION,
		...state,
		tickets: [...state.tickets.values()],
		counters: [...state.counters.values()],
		alerts: [...state.alerts.values()],
	});
}

type SnapshotText = Omit<
	BranchState,
	"sections" | "tickets" | "counters" | "alerts" | "paces" | "personDays" | "recent" | "learning" | "quotes" | "lobby"
> & {
	/** A snapshot of yesterday holds none. */
	readonly sections?: BranchState["sections"];
	readonly paces?: BranchState["paces"];
	readonly personDays?: BranchState["personDays"];
	readonly learning?: Learning;
	readonly quotes?: ToldQuotes;
	readonly lobby?: LobbyState;
	readonly recent?: RecentIds;
	/** What older versions kept in place of `recent`. */
	readonly recentIds?: readonly string[];
	readonly version: number;
	readonly tickets: readonly Ticket[];
	readonly counters: readonly CounterState[];
	readonly alerts?: readonly AlertState[];
	/** What older versions kept in place of `alerts`. */
	readonly helps?: readonly HelpOfBefore[];
};

/** The state a snapshot text holds; null when it was written by another `STATE_VERSION`. */
export function restoreSnapshot(text: string): BranchState | null {
	const {
		version,
		tickets,
		counters,
		alerts,
		helps = [],
		recent,
		recentIds,
		...rest
	} = JSON.parse(text) as SnapshotText;
	if (version !== STATE_VERSION) return null;
	return {
		...rest,
		closing: rest.closing ?? null,
		sections: rest.sections ?? {},
		paces: rest.paces ?? {},
		personDays: rest.personDays ?? {},
		learning: rest.learning ?? NOTHING_LEARNED,
		quotes: rest.quotes ?? NO_QUOTES,
		lobby: rest.lobby ?? NO_LOBBY,
		tickets: byId(tickets),
		counters: byId(counters),
		alerts: byId(alerts ?? helps.map(alertOfHelp)),
		recent: recent ?? recentOf(recentIds ?? [], rest.seq, rest.lastAt),
	};
}

function byId<Record extends { readonly id: string }>(records: readonly Record[]): Map<string, Record> {
	const map = new Map<string, Record>();
	for (const record of records) map.set(record.id, record);
	return map;
}
