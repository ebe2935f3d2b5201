import * as z from "zod";
import { DevicePurpose, Role } from "../actor.ts";
import { BusinessDay, EpochMs, NodeId, Slug, StaffId, TicketId } from "../ids.ts";
import { SessionId } from "../people/session.ts";

/** Who did it, and as what; `nodeId` is the place the person, device or program acted from. */
export const LedgerActor = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("staff"), staffId: StaffId, role: Role, nodeId: NodeId }),
	z.strictObject({ kind: z.literal("device"), deviceId: Slug, purpose: DevicePurpose, nodeId: NodeId }),
	z.strictObject({ kind: z.literal("service"), accountId: Slug, nodeId: NodeId }),
	z.strictObject({ kind: z.literal("customer"), ticketId: TicketId }),
	/** The system itself, for instance a branch that closes its day. */
	z.strictObject({ kind: z.literal("system") }),
]);
export type LedgerActor = z.infer<typeof LedgerActor>;

/** The name of an endpoint, or of an act that has none: `sign-in`, `sign-in-refused`, `session-ended`, `commits-closed`. */
export const LedgerAct = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,47}$/);
export type LedgerAct = z.infer<typeof LedgerAct>;

/** All roles that one person may hold, at the longest names there are. */
export const SUBJECT_MAX_CHARS = 1_200;

/** What it was done to: ids, roles and names of fields; never a value somebody typed. */
export const LedgerSubject = z.record(z.string().regex(/^[A-Za-z]{1,32}$/), z.string().max(SUBJECT_MAX_CHARS));
export type LedgerSubject = z.infer<typeof LedgerSubject>;

/** What somebody wants written down. No personal datum of a customer stands in it. */
export const LedgerDraft = z.strictObject({
	/** Unique; writing it down again changes nothing. */
	entryId: z.string().regex(/^[A-Za-z0-9_.:-]{8,80}$/),
	/** Wall-clock time. */
	at: EpochMs,
	/** Null: a stranger. */
	actor: LedgerActor.nullable(),
	/** The session it was done in; its `sign-in` entry says how it began and from which device. */
	sessionId: SessionId.optional(),
	/** Browser and system as they named themselves, shortened. */
	device: z.string().max(120).optional(),
	requestId: z.string().max(255),
	act: LedgerAct,
	subject: LedgerSubject,
	/** Why, in the words of who did it; long numbers are blanked. */
	reason: z.string().max(200).optional(),
	/**
	 * What came of it: `done`, `refused:<problem code>`, or `unknown:<problem code>` where the answer was lost. Belongs to
	 * the entry `refersTo`, which said that it was about to be done.
	 */
	outcome: z
		.string()
		.regex(/^(?:done|(?:refused|unknown):[a-z-]{1,60})$/)
		.optional(),
	refersTo: z.number().int().min(1).optional(),
});
export type LedgerDraft = z.infer<typeof LedgerDraft>;

/** What the hash covers: the very text of this, after the hash before. */
export const LedgerBody = LedgerDraft.extend({ chain: NodeId, seq: z.number().int().min(1) });
export type LedgerBody = z.infer<typeof LedgerBody>;

/** One entry of one node's chain. */
export const LedgerEntry = LedgerBody.extend({ hash: z.string() });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

const Sentence = z.object({ zh: z.string(), en: z.string() });

/** What came of what an entry announces, from the entry that refers to it, or from itself where it tells a fact. */
export const LedgerResult = z.object({
	/** `unknown`: nothing in the chain says it. */
	state: z.enum(["done", "refused", "unknown"]),
	/** The problem's code and its sentence; null when it was done, or when nothing is known at all. */
	code: z.string().nullable(),
	why: Sentence.nullable(),
	/** Place and hash of the entry that says it; null when that is the entry itself, or none. */
	toldBy: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
});
export type LedgerResult = z.infer<typeof LedgerResult>;

/** An entry to be read by people, with its outcome beside it. */
export const LedgerRow = LedgerEntry.extend({
	/** Who, as what, from where; null: nobody who was signed in. */
	who: Sentence.nullable(),
	/** What was to be done to whom, with names in place of ids. */
	said: Sentence,
	result: LedgerResult,
});
export type LedgerRow = z.infer<typeof LedgerRow>;

/**
 * What somebody did to a stored chain, as far as it can be told: a character changed, an entry taken away, one added, two
 * exchanged; `head`: every link holds, but it does not end as its anchor says, so a part was made anew.
 */
export const ChainFault = z.enum(["flipped", "deleted", "inserted", "swapped", "head"]);
export type ChainFault = z.infer<typeof ChainFault>;

export const ChainBreak = z.object({ seq: z.number().int(), what: ChainFault });
export type ChainBreak = z.infer<typeof ChainBreak>;

/** A branch's closed business day: what the ledger says of it beside what the branch and the bank's memory have. */
export const ClosedDayCheck = z.object({
	businessDay: BusinessDay,
	firstSeq: z.number().int(),
	lastSeq: z.number().int(),
	/**
	 * `gone`: the commits have been dropped after their time. `differs`: they are not those that were written down.
	 * `set-back`: the branch was set back to before them, as the chain says, and has them no more.
	 */
	commits: z.enum(["agrees", "differs", "gone", "set-back"]),
	/**
	 * `missing`: there is no report of that day in the bank's memory. `replaced`: the day was reopened, or the branch set
	 * back, and this closing of it counts no more.
	 */
	report: z.enum(["agrees", "differs", "missing", "replaced"]),
	/** First commit that does not follow from the one before; null when all that are kept do. */
	brokenAt: z.number().int().nullable(),
});
export type ClosedDayCheck = z.infer<typeof ClosedDayCheck>;

export const LedgerVerification = z.object({
	chain: NodeId,
	/** True when nothing is broken and every day agrees. */
	holds: z.boolean(),
	/** Entries read from the bank's memory. */
	entries: z.number().int(),
	/** The first seq that was read; null when there are none. */
	from: z.number().int().nullable(),
	/** The end of the chain as its own object knows it; null while nothing was ever written. */
	head: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
	/** Entries that are on their way to the bank's memory. */
	pending: z.number().int(),
	brokenAt: ChainBreak.nullable(),
	/** Only for a branch: every closed day that the chain names, newest first. */
	days: z.array(ClosedDayCheck),
});
export type LedgerVerification = z.infer<typeof LedgerVerification>;
