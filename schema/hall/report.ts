import * as z from "zod";
import { Role } from "../actor.ts";
import { CaseKind, CaseStageCount } from "../customer/case.ts";
import { OpenReferralStatus } from "../customer/referral.ts";
import { BranchId, BusinessDay, EpochMs, ServiceId } from "../ids.ts";
import { AlertKind } from "./alert.ts";

/** Milliseconds of `count` waits or services; percentiles by nearest rank; null where nothing was measured. */
export const Durations = z.object({
	count: z.number().int(),
	meanMs: z.number().nullable(),
	p50Ms: z.number().nullable(),
	p90Ms: z.number().nullable(),
	maxMs: z.number().nullable(),
});
export type Durations = z.infer<typeof Durations>;

/** Waits, with the share (0..1) of those within the target of their service. */
export const Waits = Durations.extend({ withinTarget: z.number().nullable() });
export type Waits = z.infer<typeof Waits>;

export const Counts = z.object({
	issued: z.number().int(),
	served: z.number().int(),
	noShows: z.number().int(),
	/** Walk-aways that told us. */
	cancelled: z.number().int(),
	redirected: z.number().int(),
	/** Still waiting, called, held or being served when the day closed. */
	unserved: z.number().int(),
	/** Of a branch open at midnight: taken over from the day before, left to the day after. Absent: none. */
	carriedIn: z.number().int().optional(),
	carriedOver: z.number().int().optional(),
});
export type Counts = z.infer<typeof Counts>;

const Line = z.object({ id: z.string(), tickets: Counts, waits: Waits, services: Durations });
export type ReportLine = z.infer<typeof Line>;

const Sum = z.number().int();

/** How well waits held that were told with the number (`rules/measure/quote-accuracy.ts`); sums in ms. */
export const QuoteScore = z.object({
	/** Told a wait, and called in their turn. */
	count: Sum,
	/** Called within the range that they were told. */
	held: Sum,
	/** Those told to wait for anything at all; what follows is of them. */
	scored: Sum,
	/** Called before P10, and after P90. */
	early: Sum,
	late: Sum,
	/** How far P50 was off, how long they waited, and how far P90 lay from P10. */
	offMs: Sum,
	waitedMs: Sum,
	widthMs: Sum,
});
const QuoteLine = z.object({ id: z.string(), ...QuoteScore.shape });
export type QuoteLine = z.infer<typeof QuoteLine>;

/**
 * The day of one branch, made from its commits alone: the same commits always give the same report of a version. Reports of
 * every version stay stored, so a field added later is optional, and one that is no longer made becomes so.
 */
export const DayReport = z.object({
	/** Which function made it; absent in reports stored before they named it, which are version 1. */
	version: z.number().int().min(1).optional(),
	branchId: BranchId,
	businessDay: BusinessDay,
	openedAt: EpochMs,
	closedAt: EpochMs,
	closedBy: z.enum(["staff", "clock"]),
	firstSeq: z.number().int(),
	lastSeq: z.number().int(),
	tickets: Counts,
	waits: Waits,
	services: Durations,
	/** By the first service asked for. */
	byService: z.array(Line),
	byClass: z.array(Line),
	byChannel: z.array(Line),
	/** By the half hour of issue; id `HH:MM` local. */
	byHalfHour: z.array(Line),
	/** Tickets ended there, waits of those called there, services done there. */
	byCounter: z.array(Line),
	overtakes: z.object({
		most: z.number().int(),
		/** Tickets overtaken more often than their budget and the overrides that passed them; always 0. */
		beyondBound: z.number().int(),
	}),
	overrides: z.array(
		z.object({
			at: EpochMs,
			number: z.string(),
			counterId: z.string(),
			staffId: z.string(),
			reason: z.string(),
			passed: z.number().int(),
		}),
	),
	recalls: z.number().int(),
	transfers: z.number().int(),
	returns: z.number().int(),
	/** Until version 2: alerts of kind `help`. */
	helpCalls: z.object({ asked: z.number().int(), accepted: z.number().int(), response: Durations }).optional(),
	/** By kind, from version 3 on; a kind that never came up that day is not named. */
	alerts: z
		.array(
			z.object({
				kind: AlertKind,
				raised: z.number().int(),
				accepted: z.number().int(),
				/** How often one was passed on to somebody else. */
				passedOn: z.number().int(),
				/** Of how many more people were told because nobody came. */
				escalated: z.number().int(),
				/** From raising it to whoever took it in the end. */
				response: Durations,
			}),
		)
		.optional(),
	refusals: z.number().int(),
	/** How well quotes held, from version 4 on; lines by first service, class, and half hour of issue. */
	quotes: z
		.object({
			whole: QuoteScore,
			byService: z.array(QuoteLine),
			byClass: z.array(QuoteLine),
			byHalfHour: z.array(QuoteLine),
		})
		.optional(),
	/** Identified-customer records as they were made that day; absent when there was none. */
	referrals: z
		.object({
			recorded: z.number().int(),
			byStatus: z.array(z.object({ status: OpenReferralStatus, count: z.number().int() })),
			/** By the role in which the customer was recognised. */
			byRole: z.array(z.object({ role: Role, count: z.number().int() })),
		})
		.optional(),
	/** Cases of each kind that anything happened to that day, or that were open; absent when there was none. */
	cases: z
		.array(
			z.object({
				kind: CaseKind,
				opened: z.number().int(),
				/** How many came to each stage in which nothing more is to be done. */
				closed: z.array(CaseStageCount),
				/** Open as the day began, and as it ended by stage: those are carried over. */
				openBefore: z.number().int(),
				openAfter: z.array(CaseStageCount),
			}),
		)
		.optional(),
});
export type DayReport = z.infer<typeof DayReport>;

/** A report as the bank remembers it. */
export const StoredReport = z.object({
	branchId: BranchId,
	businessDay: BusinessDay,
	epoch: z.number().int(),
	/** Hash of the last commit of the day, hex SHA-256; each commit's hash covers the one before. */
	hash: z.string(),
	storedAt: EpochMs,
	report: DayReport,
});
export type StoredReport = z.infer<typeof StoredReport>;

/** How many took a number in a half hour (`HH:MM` local) for a service, the first they asked for. */
export const ArrivalCount = z.object({ serviceId: ServiceId, halfHour: z.string(), issued: z.number().int() });
export type ArrivalCount = z.infer<typeof ArrivalCount>;

/** The day so far by half hours; absolute values, so a later one replaces an earlier one. */
export const Rollup = z.object({
	branchId: BranchId,
	businessDay: BusinessDay,
	dayStatus: z.enum(["open", "closed"]),
	at: EpochMs,
	tickets: Counts,
	waits: Waits,
	/** How well quotes held so far; absent in rollups of before. */
	quotes: QuoteScore.optional(),
	slots: z.array(
		z.object({
			/** `HH:MM` local. */
			id: z.string(),
			issued: z.number().int(),
			called: z.number().int(),
			served: z.number().int(),
			noShows: z.number().int(),
			cancelled: z.number().int(),
			waitedMs: z.number().int(),
			longestWaitMs: z.number().int(),
		}),
	),
	/** What forecasts learn from; absent in rollups of before. */
	arrivals: z.array(ArrivalCount).optional(),
	/** As of `at`. */
	waiting: z.number().int(),
	countersOpen: z.number().int(),
});
export type Rollup = z.infer<typeof Rollup>;

/** The day so far as a list of branches shows it; its half hours are read in the report. */
export const RollupTotals = Rollup.omit({ slots: true, arrivals: true });
export type RollupTotals = z.infer<typeof RollupTotals>;
