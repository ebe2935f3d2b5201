import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import {
	BRANCH_STATUS,
	BRANCHES,
	COMMITS,
	CONFIGURATION,
	DAY_REPORT,
	DAY_REPORTS,
	DAY_SIGNING,
	HEALTH,
	LIVE,
	POSITION,
	READINESS,
	SEND_COMMAND,
	SERIES,
	SIGN_DAY,
	TICKET,
	TICKETS,
	VERIFY_REPORT,
} from "../../rules/routes/branch.ts";
import { CommandBody } from "../hall/command.ts";
import { BranchConfiguration, BranchKind } from "../hall/configuration.ts";
import { DaySigning, DaySigningBody } from "../hall/day-signing.ts";
import { Answer, Commit } from "../hall/event.ts";
import { Handshake } from "../hall/protocol.ts";
import { DayReport, QuoteScore, RollupTotals, StoredReport } from "../hall/report.ts";
import { Outcome, TicketStatus } from "../hall/ticket.ts";
import { BranchRecord, Position, StatusRecord } from "../hall/view.ts";
import { Bilingual, BranchId, BusinessDay, CounterId, EpochMs, ServiceId, TicketId, TicketNumber } from "../ids.ts";
import { COMMAND_REFUSALS } from "./command-refusal.ts";
import { AT_DOOR, AtBranch, COMMON, type Endpoint, Page, paged, VERSIONED, WITH_BODY } from "./endpoint.ts";

const Range = Page.extend({ from: BusinessDay.optional(), to: BusinessDay.optional() });

/** How well quotes of a branch held over its latest seven closed days of which any were scored. */
export const QuoteWeek = QuoteScore.extend({
	days: z.number().int(),
	/** At either end fewer than 85 or more than 95 % of waits kept to what was told. */
	isUntrue: z.boolean(),
});
export type QuoteWeek = z.infer<typeof QuoteWeek>;

/** A branch as head office lists it, with the age of what is said of it. */
export const BranchSummary = z.object({
	branchId: BranchId,
	name: Bilingual,
	region: Bilingual,
	kind: BranchKind,
	/** The latest rollup the bank has; null before the first. */
	rollup: RollupTotals.nullable(),
	/** Milliseconds on the wall clock since the bank received it; null before the first. */
	ageMs: z.number().int().nullable(),
	/** Null: no quotes were scored yet. */
	quoteWeek: QuoteWeek.nullable(),
});
export type BranchSummary = z.infer<typeof BranchSummary>;

/** What a list of branches may be sorted by besides their ids; nothing measured counts as less than any figure. */
export const BranchSort = z.enum(["issued", "served", "waiting", "counters-open", "mean-wait", "within-target", "age"]);
export type BranchSort = z.infer<typeof BranchSort>;

export const LiveStatus = z.object({
	branch: BranchRecord,
	status: StatusRecord,
	epoch: z.number().int(),
	seq: z.number().int(),
	/** Branch time of the answer. */
	at: z.number().int(),
	/** Always 0: it was asked of the branch itself. */
	ageMs: z.number().int(),
});
export type LiveStatus = z.infer<typeof LiveStatus>;

/** One of today's tickets as programs read it: nothing of its customer, neither class nor reference nor link. */
export const BranchTicket = z.object({
	ticketId: TicketId,
	number: TicketNumber,
	status: TicketStatus,
	/** How it ended; null while it has not. */
	outcome: Outcome.nullable(),
	/** The service waited for or in progress, then those to come; none once it has ended. */
	services: z.array(ServiceId),
	issuedAt: EpochMs,
	appointmentAt: EpochMs.nullable(),
	/** Since when its customer is ready: a wait counts from here. It moves on by the time spent away or on hold. */
	readyAt: EpochMs,
	/** Since when it has this status. */
	since: EpochMs,
	/** When it was called last; null before the first call. */
	calledAt: EpochMs.nullable(),
	/** Where it is called or served now; null anywhere else. */
	counterId: CounterId.nullable(),
});
export type BranchTicket = z.infer<typeof BranchTicket>;

/** Which of today's tickets are wanted: all that meet each of these. */
export const TicketFilter = z.object({
	status: TicketStatus.optional(),
	/** Still to be done, or in progress. */
	service: ServiceId.optional(),
	/** As printed and called. */
	number: TicketNumber.optional(),
});
export type TicketFilter = z.infer<typeof TicketFilter>;

/** The parts of a day report that a series over many branches carries. */
export const SeriesRow = DayReport.pick({
	branchId: true,
	businessDay: true,
	tickets: true,
	waits: true,
	services: true,
	quotes: true,
});
export type SeriesRow = z.infer<typeof SeriesRow>;

export const Verification = z.object({
	businessDay: BusinessDay,
	/** True when the report made again from the commits, by the version it names, is the stored one as canonical JSON. */
	identical: z.boolean(),
	stored: z.boolean(),
	/** The version that the stored report names, 1 when it names none; null when no report is stored. */
	version: z.number().int().nullable(),
	/** False when this build cannot make that version: nothing can be said then, and `identical` is false. */
	versionKnown: z.boolean(),
	commits: z.number().int(),
	hash: z.string(),
	/** First seq whose hash does not follow from the one before; null when the chain holds. */
	brokenAt: z.number().int().nullable(),
});
export type Verification = z.infer<typeof Verification>;

/** A store that answered, and how long it took. */
const StoreHealth = z.object({ answeredInMs: z.number().int() });

export const CommandAnswer = z.object({ answer: Answer });

export const BRANCH_ENDPOINTS = {
	health: {
		...HEALTH,
		permission: ROUTE_PERMISSIONS.health,
		output: z.object({
			status: z.literal("ok"),
			demo: z.boolean(),
			/** Whether staff can sign in through the bank's own identity provider. */
			identityProvider: z.boolean(),
		}),
		problems: AT_DOOR,
	},
	readiness: {
		...READINESS,
		permission: ROUTE_PERMISSIONS.readiness,
		output: z.object({ status: z.literal("ready"), database: StoreHealth, objects: StoreHealth }),
		problems: COMMON,
	},
	branches: {
		...BRANCHES,
		permission: ROUTE_PERMISSIONS.branches,
		query: Page.extend({
			find: z.string().trim().max(40).optional(),
			sort: BranchSort.optional(),
			order: z.enum(["asc", "desc"]).default("asc"),
		}),
		output: paged(BranchSummary),
		problems: COMMON,
	},
	branchStatus: {
		...BRANCH_STATUS,
		permission: ROUTE_PERMISSIONS.branchStatus,
		params: AtBranch,
		output: LiveStatus,
		problems: [...COMMON, "unknown-branch", "branch-not-configured"],
	},
	configuration: {
		...CONFIGURATION,
		permission: ROUTE_PERMISSIONS.configuration,
		params: AtBranch,
		output: BranchConfiguration,
		problems: [...COMMON, "branch-not-configured"],
	},
	sendCommand: {
		...SEND_COMMAND,
		permission: ROUTE_PERMISSIONS.sendCommand,
		params: AtBranch,
		body: CommandBody,
		longBody: "branch.configure",
		output: CommandAnswer,
		idempotent: true,
		problems: [...WITH_BODY, "idempotency-key-missing", "command-id-reused", ...COMMAND_REFUSALS],
	},
	tickets: {
		...TICKETS,
		permission: ROUTE_PERMISSIONS.tickets,
		params: AtBranch,
		query: Page.extend(TicketFilter.shape),
		output: paged(BranchTicket).extend({
			/** The business day they are of; null before the first day of a branch. */
			businessDay: BusinessDay.nullable(),
			/** Branch time of the answer. */
			at: EpochMs,
		}),
		problems: [...COMMON, "branch-not-configured"],
	},
	ticket: {
		...TICKET,
		permission: ROUTE_PERMISSIONS.ticket,
		params: AtBranch.extend({ ticketId: TicketId }),
		output: BranchTicket,
		problems: [...COMMON, "unknown-ticket", "branch-not-configured"],
	},
	position: {
		...POSITION,
		permission: ROUTE_PERMISSIONS.position,
		params: AtBranch.extend({ ticketId: TicketId }),
		output: Position,
		problems: [...COMMON, "unknown-ticket", "branch-not-configured"],
	},
	live: {
		...LIVE,
		permission: ROUTE_PERMISSIONS.live,
		params: AtBranch,
		query: Handshake,
		problems: [...AT_DOOR, "upgrade-required", "invalid-input"],
	},
	dayReports: {
		...DAY_REPORTS,
		permission: ROUTE_PERMISSIONS.dayReports,
		params: AtBranch,
		query: Range,
		output: paged(StoredReport),
		problems: COMMON,
	},
	dayReport: {
		...DAY_REPORT,
		permission: ROUTE_PERMISSIONS.dayReport,
		params: AtBranch.extend({ businessDay: BusinessDay }),
		output: StoredReport,
		problems: [...COMMON, "no-report"],
	},
	daySigning: {
		...DAY_SIGNING,
		permission: ROUTE_PERMISSIONS.daySigning,
		params: AtBranch.extend({ businessDay: BusinessDay }),
		output: DaySigning,
		problems: COMMON,
	},
	signDay: {
		...SIGN_DAY,
		permission: ROUTE_PERMISSIONS.signDay,
		params: AtBranch.extend({ businessDay: BusinessDay }),
		body: DaySigningBody,
		output: DaySigning,
		versioned: true,
		audit: "change",
		problems: [
			...WITH_BODY,
			...VERSIONED,
			"no-report",
			"day-signed",
			"manager-signs-first",
			"head-signs-next",
			"records-unsigned",
		],
	},
	verifyReport: {
		...VERIFY_REPORT,
		permission: ROUTE_PERMISSIONS.verifyReport,
		params: AtBranch.extend({ businessDay: BusinessDay }),
		output: Verification,
		problems: [...COMMON, "no-commits"],
	},
	commits: {
		...COMMITS,
		permission: ROUTE_PERMISSIONS.commits,
		params: AtBranch.extend({ businessDay: BusinessDay }),
		query: Page,
		output: paged(Commit.extend({ hash: z.string() })),
		problems: [...COMMON, "no-commits"],
	},
	series: {
		...SERIES,
		permission: ROUTE_PERMISSIONS.series,
		query: Range.extend({ region: z.string().max(12).optional() }),
		output: paged(SeriesRow),
		revalidated: true,
		problems: COMMON,
	},
} as const satisfies Record<string, Endpoint>;
