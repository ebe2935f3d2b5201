import { NO_VERSION_KEY } from "../../../rules/configuration/no-version.ts";
import { isPublicSection } from "../../../rules/configuration/public-sections.ts";
import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import { alertEvent, endSettled, forgetAlerts } from "../alert/evolve-alert.ts";
import { helpOfKiosks } from "../alert/help.ts";
import { changeCounter, counterEvent, resetCounters } from "../counter/evolve-counter.ts";
import { type BranchState, draftOf } from "../hall/branch-state.ts";
import { remember } from "../hall/recent-ids.ts";
import { dutyOrderSet, presenceOfStaff, presenceSet, reckonCoverage } from "../presence/evolve-presence.ts";
import { withCall } from "../queue/board-calls.ts";
import { quotesDueAfter, waitsQuoted } from "../quote/evolve-quote.ts";
import { withArrival, withFreed, withCall as withOutcome } from "../quote/learn.ts";
import { needsFreshQuotes } from "../quote/tell-quotes.ts";
import { issued, othersHadChance, ticketEvent } from "../ticket/evolve-ticket.ts";
import { leaving, takenBack } from "../ticket/take-back.ts";
import { changeHours, closedDay, forgetClosing, openDay, rememberClosing, reopenDay } from "./evolve-day.ts";

/** How long an ended ticket stays known, so that its customer reads how it ended. */
const ENDED_KEEP_MS = 900_000;

/** Events that change nothing on a lobby screen; help asked for at a kiosk is the exception, see `helpChanged`. */
const UNSEEN_BY_DISPLAY: ReadonlySet<BranchEvent["type"]> = new Set([
	"alert-raised",
	"alert-repeated",
	"alert-accepted",
	"alert-passed-on",
	"alert-declined",
	"alert-escalated",
	"alert-ended",
	"help-asked",
	"help-accepted",
	"ticket-released",
	"referral-recorded",
	"staff-changed",
	"branch-set-back",
	"case-moved",
	"case-due",
	"presence-set",
	"duty-order-set",
]);
/** Events that change no view: a case is shown only to the people it concerns. */
const UNSEEN: ReadonlySet<BranchEvent["type"]> = new Set(["case-moved", "case-due"]);
/** Events that change the branch's own entry in every view. */
const BRANCH_WIDE: ReadonlySet<BranchEvent["type"]> = new Set([
	"branch-configured",
	"day-opened",
	"day-closed",
	"day-reopened",
	"day-hours-changed",
	"branch-set-back",
]);

/** The state after one more commit; the given state stays as it was. */
export function evolve(state: BranchState, commit: Commit): BranchState {
	const draft = draftOf(state);
	foldInto(draft, commit);
	return draft;
}

/** As `evolve`, but changes `draft` itself: for folding many commits into a state that no other code refers to. */
export function foldInto(draft: BranchState, commit: Commit): void {
	if (commit.seq !== draft.seq + 1) throw new Error(`commit ${commit.seq} does not follow ${draft.seq}`);
	draft.seq = commit.seq;
	draft.lastAt = Math.max(draft.lastAt, commit.at);
	remember(draft.recent, commit);
	if (commit.events.length === 0) return;
	const kioskHelpBefore = helpOfKiosks(draft);
	prune(draft, commit.at);
	rememberClosing(draft, commit);
	const left = leaving(draft, commit);
	const hasFreshQuotes = needsFreshQuotes(draft, commit);
	for (const event of commit.events) apply(draft, event, commit);
	endSettled(draft, commit.at);
	if (left !== null) changeCounter(draft, left[0], { left: left[1] });
	if (commit.events.some((event) => !UNSEEN.has(event.type))) quotesDueAfter(draft, commit, hasFreshQuotes);
	const kioskHelpAfter = helpOfKiosks(draft);
	const helpChanged =
		kioskHelpBefore.length !== kioskHelpAfter.length ||
		kioskHelpBefore.some((alert, index) => alert !== kioskHelpAfter[index]);
	const shown = helpChanged || commit.events.some((event) => isSeenByDisplay(event));
	draft.changed = {
		display: shown ? commit.seq : draft.changed.display,
		staff: commit.events.some((event) => !UNSEEN.has(event.type)) ? commit.seq : draft.changed.staff,
		branch: commit.events.some((event) => BRANCH_WIDE.has(event.type)) ? commit.seq : draft.changed.branch,
	};
}

/** The version in force of each section after this event. */
function sectionsAfter(
	{ sections }: BranchState,
	{ section, key }: { section: string; key: string },
): BranchState["sections"] {
	const { [section]: _, ...others } = sections;
	return key === NO_VERSION_KEY ? others : { ...others, [section]: key };
}

/** A display shows waits for newcomers, never the quote of one ticket; of what is published it shows the public sections. */
function isSeenByDisplay(event: BranchEvent): boolean {
	if (event.type === "section-taken") return isPublicSection(event.section);
	return event.type === "waits-quoted" ? event.newcomers.length > 0 : !UNSEEN_BY_DISPLAY.has(event.type);
}

function apply(draft: BranchState, event: BranchEvent, commit: Commit): void {
	if ("alertId" in event || "helpId" in event) return alertEvent(draft, event, commit);
	switch (event.type) {
		case "branch-configured":
			draft.configuration = event.configuration;
			resetCounters(draft, commit.at);
			return;
		case "staff-changed":
		case "presence-set":
		case "duty-order-set":
			return peopleEvent(draft, event, commit.at);
		case "section-taken":
			draft.sections = sectionsAfter(draft, event);
			return;
		case "day-opened":
			return openDay(draft, event, commit);
		case "day-closed":
			closedDay(draft, event);
			return reckonCoverage(draft, commit.at);
		case "day-reopened":
			reopenDay(draft, event, commit);
			return reckonCoverage(draft, commit.at);
		case "day-hours-changed":
			return changeHours(draft, event);
		case "counter-opened":
		case "counter-paused":
		case "counter-resumed":
		case "counter-closed":
		case "counter-mode-changed":
			return counterEvent(draft, event, commit.at);
		case "ticket-taken-back":
			return takenBack(draft, event, commit);
		case "ticket-issued":
			return given(draft, event, commit);
		case "ticket-called":
			return called(draft, event, commit);
		case "ticket-recalled":
			recalled(draft, event, commit.at);
			return ticketEvent(draft, event, commit);
		case "service-started":
		case "service-finished":
		case "ticket-moved-on":
		case "ticket-missed":
		case "ticket-returned":
		case "ticket-transferred":
		case "ticket-released":
		case "ticket-held":
		case "ticket-resumed":
		case "ticket-ended":
			return freed(draft, event, commit);
		case "referral-recorded":
		case "case-moved":
		case "case-due":
			return;
		case "waits-quoted":
			return waitsQuoted(draft, event, commit);
		case "branch-set-back":
			draft.numbers = event.numbers;
			return;
		default:
			return event satisfies never;
	}
}

type PeopleEvent = Extract<BranchEvent, { type: "staff-changed" | "presence-set" | "duty-order-set" }>;

function peopleEvent(draft: BranchState, event: PeopleEvent, at: number): void {
	if (event.type === "presence-set") return presenceSet(draft, event, at);
	if (event.type === "duty-order-set") return dutyOrderSet(draft, event);
	draft.people = event.people;
	presenceOfStaff(draft, at);
}

function given(draft: BranchState, event: Extract<BranchEvent, { type: "ticket-issued" }>, commit: Commit): void {
	draft.learning = withArrival(draft, event, commit.at);
	issued(draft, event, commit);
}

/** What happens to a ticket; when it leaves its counter, that is one more service of which is known how long it took. */
function freed(draft: BranchState, event: Parameters<typeof ticketEvent>[1], commit: Commit): void {
	const before = draft.tickets.get(event.ticketId);
	ticketEvent(draft, event, commit);
	const after = draft.tickets.get(event.ticketId);
	if (before?.counterId !== undefined && after?.counterId === undefined) {
		draft.learning = withFreed(draft.learning, before, event, commit.at);
	}
}

function called(draft: BranchState, event: Extract<BranchEvent, { type: "ticket-called" }>, commit: Commit): void {
	const ticket = draft.tickets.get(event.ticketId);
	if (ticket === undefined) throw new Error(`ticket ${event.ticketId} was called but never issued`);
	draft.learning = withOutcome(draft.learning, ticket, event, commit.at);
	for (const id of event.passed) {
		const passed = draft.tickets.get(id);
		if (passed === undefined) continue;
		draft.tickets.set(id, { ...passed, overtaken: passed.overtaken + 1 });
	}
	othersHadChance(draft, event);
	changeCounter(draft, event.counterId, { ticketId: event.ticketId });
	const call = {
		number: ticket.number,
		ticketId: ticket.id,
		counterId: event.counterId,
		calledAt: commit.at,
		times: 1,
	};
	draft.calls = withCall(draft, call);
	if (event.override !== undefined) draft.tally = { ...draft.tally, overrides: draft.tally.overrides + 1 };
	ticketEvent(draft, event, commit);
}

/** The call on the board once more; one that an older snapshot had pushed off the board stands there again. */
function recalled(draft: BranchState, event: Extract<BranchEvent, { type: "ticket-recalled" }>, at: number): void {
	if (draft.calls.some((call) => call.ticketId === event.ticketId)) {
		draft.calls = draft.calls.map((call) =>
			call.ticketId === event.ticketId ? { ...call, calledAt: at, times: call.times + 1 } : call,
		);
		return;
	}
	const ticket = draft.tickets.get(event.ticketId);
	if (ticket?.counterId === undefined) throw new Error(`ticket ${event.ticketId} was recalled to no counter`);
	const { id, number, counterId, recalls } = ticket;
	const call = { number, ticketId: id, counterId, calledAt: at, times: recalls + 2 };
	draft.calls = withCall(draft, call);
}

/** Forgets what nobody needs any more, by the commit's time, so that every replay forgets the same. */
function prune(draft: BranchState, at: number): void {
	for (const ticket of draft.tickets.values()) {
		if (ticket.status === "ended" && ticket.since + ENDED_KEEP_MS < at) draft.tickets.delete(ticket.id);
	}
	forgetClosing(draft, at);
	forgetAlerts(draft, at);
}
