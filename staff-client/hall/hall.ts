import type { LobbyRecord, StaffPresence } from "../../schema/hall/presence.ts";
import type { CalledBetween } from "../../schema/hall/quote.ts";
import type {
	BranchRecord,
	DayClosing,
	PersonDay,
	StaffAlert,
	StaffCounter,
	StaffMode,
	StaffPerson,
	StaffQuote,
	StaffSection,
	StaffService,
	StaffTicket,
	StaffView,
	Tally,
} from "../../schema/hall/view.ts";

/** What the client kit keeps of a live view: collections of records by id. */
export type Collections = ReadonlyMap<string, ReadonlyMap<string, { readonly id: string }>>;

/** A ticket with how often it was overtaken and when it will be called, which the view keeps apart. */
export type HallTicket = StaffTicket & { readonly overtaken: number; readonly quote?: CalledBetween };

/** The live hall as staff see it, typed; lists keep the order in which the branch configured them. */
export type Hall = {
	readonly branch: BranchRecord;
	readonly services: ReadonlyMap<string, StaffService>;
	readonly classes: ReadonlyMap<string, StaffView["classes"][number]>;
	readonly staff: ReadonlyMap<string, StaffPerson>;
	readonly modes: ReadonlyMap<string, StaffMode>;
	readonly counters: ReadonlyMap<string, StaffCounter>;
	readonly tickets: ReadonlyMap<string, HallTicket>;
	readonly alerts: ReadonlyMap<string, StaffAlert>;
	readonly tally: Tally;
	/** By staff id. */
	readonly personDays: ReadonlyMap<string, PersonDay>;
	/** The versions of published sections the branch goes by. */
	readonly sections: ReadonlyMap<string, StaffSection>;
	/** How the day was closed; null while it is open. */
	readonly closing: DayClosing | null;
	/** By staff id: what people have said of being there today. */
	readonly presence: ReadonlyMap<string, StaffPresence>;
	/** That nobody has the lobby, or whom referrals go to; null: nothing is to be known. */
	readonly lobby: LobbyRecord | null;
};

const MINUTE_MS = 60_000;

const NOTHING_YET: Tally = {
	id: "today",
	issued: 0,
	served: 0,
	noShows: 0,
	cancelled: 0,
	redirected: 0,
	called: 0,
	waitedMs: 0,
	overrides: 0,
};

/** The hall in a live view; null before the branch record has come. */
export function readHall(collections: Collections): Hall | null {
	const branch = collectionOf(collections, "branch").get("branch");
	if (!branch) return null;
	return {
		branch,
		services: collectionOf(collections, "services"),
		classes: collectionOf(collections, "classes"),
		staff: collectionOf(collections, "staff"),
		modes: collectionOf(collections, "modes"),
		counters: collectionOf(collections, "counters"),
		tickets: ticketsOf(collections),
		alerts: collectionOf(collections, "alerts"),
		tally: collectionOf(collections, "tally").get("today") ?? NOTHING_YET,
		personDays: collectionOf(collections, "personDays"),
		sections: collectionOf(collections, "sections"),
		closing: collectionOf(collections, "closing").get("closing") ?? null,
		presence: collectionOf(collections, "presence"),
		lobby: collectionOf(collections, "lobby").get("lobby") ?? null,
	};
}

/** One and the same object while nothing in it changed, so that what shows it need not be drawn again. */
const joined = new WeakMap<StaffTicket, HallTicket>();

function ticketsOf(collections: Collections): ReadonlyMap<string, HallTicket> {
	const overtakes = collectionOf(collections, "overtakes");
	const quotes = collectionOf(collections, "quotes");
	const tickets = new Map<string, HallTicket>();
	for (const [id, ticket] of collectionOf(collections, "tickets")) {
		const overtaken = overtakes.get(id)?.count ?? 0;
		const known = joined.get(ticket);
		const quote = betweenOf(ticket, quotes.get(id));
		const isSame = known?.overtaken === overtaken && known.quote?.from === quote?.from && known.quote?.to === quote?.to;
		const current = isSame ? known : { ...ticket, overtaken, ...(quote && { quote }) };
		joined.set(ticket, current);
		tickets.set(id, current);
	}
	return tickets;
}

/** Whether somebody may be rung: whoever has said that they are not there is rung by nothing. */
export function isThere({ presence }: Hall, staffId: string): boolean {
	return (presence.get(staffId)?.status ?? "on-duty") === "on-duty";
}

function betweenOf({ issuedAt }: StaffTicket, quote: StaffQuote | undefined): CalledBetween | undefined {
	if (quote === undefined) return undefined;
	return { from: issuedAt + quote.fromMin * MINUTE_MS, to: issuedAt + quote.toMin * MINUTE_MS };
}

/**
 * The server makes each collection of the staff audience by the schema's `StaffView`; the browser does not parse it again,
 * because zod would be the largest part of the page.
 */
function collectionOf<Name extends keyof StaffView>(
	collections: Collections,
	name: Name,
): ReadonlyMap<string, NonNullable<StaffView[Name]>[number]> {
	return (collections.get(name) ?? new Map()) as ReadonlyMap<string, NonNullable<StaffView[Name]>[number]>;
}
