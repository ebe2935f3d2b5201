import type {
	DayClosing,
	StaffAlert,
	StaffCounter,
	StaffMode,
	StaffPerson,
	StaffService,
	Tally,
} from "../../schema/hall/view.ts";
import { type Hall, type HallTicket, readHall } from "../../staff-client/hall/hall.ts";

export const MINUTE_MS = 60_000;
/** Branch time of every test: a Monday at 10:00 in Shanghai. */
export const NOW = Date.parse("2026-11-23T10:00:00+08:00");
export const minutesAgo = (minutes: number): number => NOW - minutes * MINUTE_MS;

const both = (text: string) => ({ zh: text, en: text });

export const CASH: StaffService = {
	id: "cash",
	name: both("cash"),
	targetWaitMs: 5 * MINUTE_MS,
	usualServiceMs: 4 * MINUTE_MS,
};
export const LOAN: StaffService = {
	...CASH,
	id: "loan",
	name: both("loan"),
	targetWaitMs: 15 * MINUTE_MS,
	usualServiceMs: 18 * MINUTE_MS,
};

let ordinal = 0;

/** A waiting cash ticket of the lowest class, issued just now, with what differs. */
export function ticketOf(id: string, differs: Partial<HallTicket> = {}): HallTicket {
	const queuedAt = differs.queuedAt ?? differs.issuedAt ?? NOW;
	return {
		id,
		number: id,
		class: "unknown",
		status: "waiting",
		issuedAt: queuedAt,
		queuedAt,
		rank: 3,
		orderAt: queuedAt,
		ordinal: ++ordinal,
		overtaken: 0,
		budget: 4,
		services: ["cash"],
		since: queuedAt,
		...differs,
	};
}

/** An open cash counter with `anna` signed on, with what differs. */
export function counterOf(id: string, differs: Partial<StaffCounter> = {}): StaffCounter {
	return {
		id,
		label: both(`Counter ${id}`),
		zone: "closed-counters",
		status: "open",
		modeId: "cash",
		kind: "closed",
		services: ["cash"],
		staffId: "anna",
		ticketId: null,
		pauseReason: null,
		since: minutesAgo(60),
		...differs,
	};
}

export function helpOf(id: string, differs: Partial<StaffAlert> = {}): StaffAlert {
	return {
		id,
		kind: "help",
		reason: "customer",
		where: null,
		raisedBy: "kiosk",
		raisedAt: minutesAgo(1),
		told: { roles: ["lobby-manager"], persons: [] },
		rings: true,
		urgent: false,
		acceptedBy: null,
		acceptedAt: null,
		passedOn: null,
		escalatedAt: null,
		...differs,
	};
}

/** The one mode of a counter of which a test says nothing else. */
function modeOf({ id }: StaffCounter): StaffMode {
	return { id: `${id}.cash`, counterId: id, modeId: "cash", name: both("cash"), kind: "closed" };
}

/** An open hall with these records in it. */
export function hallOf(records: {
	readonly counters?: readonly StaffCounter[];
	readonly tickets?: readonly HallTicket[];
	readonly alerts?: readonly StaffAlert[];
	readonly modes?: readonly StaffMode[];
	/** The kinds of counter that anna and ben may run; absent: `closed`. */
	readonly kinds?: StaffPerson["counterKinds"];
	readonly dayStatus?: "not-open" | "open" | "closed";
	readonly tally?: Partial<Tally>;
	readonly closing?: DayClosing;
	readonly closesAt?: number;
}): Hall {
	const people: StaffPerson[] = ["anna", "ben"].map((id) => ({
		id,
		name: both(id),
		role: "closed-teller",
		counterKinds: records.kinds ?? ["closed"],
	}));
	const collections = new Map(
		Object.entries({
			branch: [
				{
					id: "branch",
					branchId: "sh-test",
					name: both("Test"),
					kind: "standard",
					timeZone: "Asia/Shanghai",
					businessDay: "2026-11-23",
					dayStatus: records.dayStatus ?? "open",
					opensAt: null,
					closesAt: records.closesAt ?? null,
					lastTicketAt: null,
				},
			],
			services: [CASH, LOAN],
			classes: [],
			sections: [],
			staff: people,
			modes: records.modes ?? (records.counters ?? []).map(modeOf),
			counters: records.counters ?? [],
			tickets: (records.tickets ?? []).map(({ overtaken: _, ...ticket }) => ticket),
			overtakes: (records.tickets ?? []).map(({ id, overtaken }) => ({ id, count: overtaken })),
			alerts: records.alerts ?? [],
			closing: records.closing === undefined ? [] : [records.closing],
			tally: [
				{
					id: "today",
					issued: 0,
					served: 0,
					noShows: 0,
					cancelled: 0,
					redirected: 0,
					called: 0,
					waitedMs: 0,
					overrides: 0,
					...records.tally,
				},
			],
		}).map(([name, list]) => [name, new Map(list.map((record) => [record.id, record]))]),
	);
	const hall = readHall(collections);
	if (hall === null) throw new Error("a hall with a branch record is always read");
	return hall;
}
