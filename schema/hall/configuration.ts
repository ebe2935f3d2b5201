import * as z from "zod";
import { Role } from "../actor.ts";
import { Bilingual, BranchId, ClassId, CounterId, SeriesId, ServiceId, Slug, StaffId } from "../ids.ts";
import { CONFIGURATION_MAX_BYTES, COUNTER_ROLES_MAX, COUNTERS_MAX, SERVICES_MAX, STAFF_MAX } from "../limits.ts";
import { cleanLine } from "../text/clean-text.ts";
import { Calendar, calendarFaults } from "./calendar.ts";
import { textFaults, withCleanTexts } from "./configuration-texts.ts";

const PUBLIC_WORD_MAX_CHARS = 24;
const PUBLIC_WORDS_MAX = 60;

export const BranchKind = z.enum(["wealth_center", "wealth_branch", "standard", "convenience"]);
export type BranchKind = z.infer<typeof BranchKind>;
export const CounterKind = z.enum(["closed", "open", "vip", "smart", "rm-desk"]);
export type CounterKind = z.infer<typeof CounterKind>;

export const Zone = z.strictObject({
	id: Slug,
	name: Bilingual,
	/** False where calls go to the phone or the staff walk over: such calls never reach a lobby screen. */
	announcesCalls: z.boolean(),
});
export type Zone = z.infer<typeof Zone>;

export const Service = z.strictObject({
	id: ServiceId,
	name: Bilingual,
	series: SeriesId,
	/** Mean wait the branch promises itself, milliseconds. */
	targetWaitMs: z.number().int().min(60_000).max(7_200_000),
	/** Usual handling time, milliseconds; what the teller says aloud until the branch has learnt its own. */
	usualServiceMs: z.number().int().min(10_000).max(7_200_000),
	smartCounterCan: z.boolean(),
	onKiosk: z.boolean(),
});
export type Service = z.infer<typeof Service>;

/** One way to run a counter; a flexible counter has several and changes between them in one tap. */
export const CounterMode = z.strictObject({
	id: Slug,
	name: Bilingual,
	kind: CounterKind,
	services: z.array(ServiceId).min(1).max(SERVICES_MAX),
});
export type CounterMode = z.infer<typeof CounterMode>;

export const Counter = z.strictObject({
	id: CounterId,
	label: Bilingual,
	zone: Slug,
	modes: z.array(CounterMode).min(1).max(6),
});
export type Counter = z.infer<typeof Counter>;

/** A rank in the queue. Lower rank goes first; equal ranks compete by time waited plus head start. */
export const TicketClass = z.strictObject({
	id: ClassId,
	name: Bilingual,
	rank: z.number().int().min(0).max(99),
	headStartMs: z.number().int().min(0).max(3_600_000),
	/** How many later tickets may be served before one of this class, at counters that could have served it. */
	overtakeBudget: z.number().int().min(0).max(100),
});
export type TicketClass = z.infer<typeof TicketClass>;

export const DispatchPolicy = z.strictObject({
	classes: z.array(TicketClass).min(1).max(20),
	/** The class of a ticket of which nothing is known. */
	defaultClass: ClassId,
	/** The class of a ticket with an appointment of which nothing better is known. */
	appointmentClass: ClassId,
	appointment: z.strictObject({
		headStartMs: z.number().int().min(0).max(7_200_000),
		/** Arriving later than this after the appointed time loses the head start. */
		lateMs: z.number().int().min(0).max(7_200_000),
	}),
});
export type DispatchPolicy = z.infer<typeof DispatchPolicy>;

export const StaffMember = z.strictObject({
	id: StaffId,
	name: Bilingual,
	role: Role,
	/** What this person may do at a counter; empty for staff who never sit at one. */
	services: z.array(ServiceId).max(SERVICES_MAX),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const BranchLimits = z.strictObject({
	/** How long after a no-show the customer may return to the queue. */
	returnGraceMs: z.number().int().min(0).max(7_200_000),
	/** How long after closing time the day closes by itself if nobody closed it and nobody is left. */
	closeAfterMs: z.number().int().min(0).max(14_400_000),
	/** How long after closing time it closes even with customers still there. Absent: four hours. */
	closeAnywayAfterMs: z.number().int().min(0).max(43_200_000).optional(),
	/** A service is too long from so many times its usual time on, and from this long at least. These and all below: absent, as shipped. */
	longServiceTimes: z.number().min(1).max(20).optional(),
	longServiceLeastMs: z.number().int().min(60_000).max(7_200_000).optional(),
	/** A wait is too long beyond its target, and beyond this at least. */
	longWaitLeastMs: z.number().int().min(60_000).max(7_200_000).optional(),
	/** It is told beforehand when this many times its limit is foreseen, once this share of the limit was waited. */
	foreseenTimes: z.number().min(1).max(10).optional(),
	foreseenShare: z.number().min(0.1).max(1).optional(),
	/** It is over once nobody in the line has waited more than this share of the limit. */
	settledShare: z.number().min(0.1).max(0.95).optional(),
	/** How long one manager is rung for a customer who is offered. */
	offerRingsMs: z.number().int().min(10_000).max(600_000).optional(),
	/** How long nobody may have the lobby before the head is told. */
	uncoveredAfterMs: z.number().int().min(15_000).max(3_600_000).optional(),
	/** Whose page was not heard for so long is not reachable. */
	notReachableAfterMs: z.number().int().min(30_000).max(1_800_000).optional(),
	/** What one device gives: `burst` numbers at once, then one each `everyMs`. Absent: eight, then one in six seconds; null: no bound. */
	devicePace: z
		.strictObject({ burst: z.number().int().min(1).max(100), everyMs: z.number().int().min(100).max(600_000) })
		.nullable()
		.optional(),
});

export type BranchLimits = z.infer<typeof BranchLimits>;

const BranchConfigurationShape = z.strictObject({
	branchId: BranchId,
	name: Bilingual,
	region: Bilingual,
	kind: BranchKind,
	timeZone: z.string().min(1).max(64),
	zones: z.array(Zone).min(1).max(20),
	services: z.array(Service).min(1).max(SERVICES_MAX),
	counters: z.array(Counter).min(1).max(COUNTERS_MAX),
	staff: z.array(StaffMember).max(STAFF_MAX),
	dispatch: DispatchPolicy,
	calendar: Calendar,
	limits: BranchLimits,
	/** Which roles work at a kind of counter, in place of the safe default for that kind. */
	counterRoles: z.partialRecord(CounterKind, z.array(Role).max(COUNTER_ROLES_MAX)).optional(),
	/** No name, contact or number of a customer is kept here, only the bank's own customer reference. Absent: false. */
	referenceOnly: z.boolean().optional(),
	/** Words that no text of the hall may say, beside those that are always kept off. Absent: none. */
	publicWords: z
		.array(z.string().overwrite(cleanLine).min(1).max(PUBLIC_WORD_MAX_CHARS))
		.max(PUBLIC_WORDS_MAX)
		.optional(),
});

/** A configuration as it stands in commits: it was checked by the rules of its day, and is not checked by those of today. */
export const StoredConfiguration = BranchConfigurationShape;
const CleanShape = BranchConfigurationShape.overwrite(withCleanTexts);

/** A branch's whole configuration. Its texts are cleaned, cross references are checked, public texts name no segment. */
export const BranchConfiguration = CleanShape.superRefine((configuration, context) => {
	const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
	const bytes = utf8Bytes(JSON.stringify(configuration));
	if (bytes > CONFIGURATION_MAX_BYTES) refuse([], `${bytes} bytes as JSON, at most ${CONFIGURATION_MAX_BYTES}`);
	const lists = [
		["zones", configuration.zones],
		["services", configuration.services],
		["counters", configuration.counters],
		["staff", configuration.staff],
	] as const;
	for (const [name, list] of lists) {
		if (new Set(list.map((each) => each.id)).size !== list.length) refuse([name], "ids must be unique");
	}
	if (!isTimeZone(configuration.timeZone)) refuse(["timeZone"], "unknown IANA time zone");
	const services = new Set(configuration.services.map((each) => each.id));
	const zones = new Set(configuration.zones.map((each) => each.id));
	for (const [index, counter] of configuration.counters.entries()) {
		if (!zones.has(counter.zone)) refuse(["counters", index, "zone"], "unknown zone");
		if (new Set(counter.modes.map((mode) => mode.id)).size !== counter.modes.length) {
			refuse(["counters", index, "modes"], "ids must be unique");
		}
		for (const [at, mode] of counter.modes.entries()) {
			if (mode.services.some((id) => !services.has(id))) refuse(["counters", index, "modes", at], "unknown service");
		}
	}
	for (const { path, message } of textFaults(configuration)) refuse([...path], message);
	for (const [index, member] of configuration.staff.entries()) {
		if (member.services.some((id) => !services.has(id))) refuse(["staff", index, "services"], "unknown service");
	}
	const classes = configuration.dispatch.classes.map((each) => each.id);
	if (new Set(classes).size !== classes.length) refuse(["dispatch", "classes"], "ids must be unique");
	if (!classes.includes(configuration.dispatch.defaultClass)) refuse(["dispatch", "defaultClass"], "unknown class");
	if (!classes.includes(configuration.dispatch.appointmentClass))
		refuse(["dispatch", "appointmentClass"], "unknown class");
	for (const { path, message } of calendarFaults(configuration.calendar)) refuse(["calendar", ...path], message);
}).meta({ "x-max-bytes": CONFIGURATION_MAX_BYTES });
export type BranchConfiguration = z.infer<typeof BranchConfigurationShape>;

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Half a surrogate pair is two of its four bytes. */
export function utf8Bytes(text: string): number {
	let bytes = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
	}
	return bytes;
}
