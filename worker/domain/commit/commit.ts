import { rangeOf } from "../../../rules/quote.ts";
import type { Someone } from "../../../rules/told.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { CaseCount } from "../../../schema/customer/case.ts";
import type { CommandRequest } from "../../../schema/hall/command.ts";
import type { Answer, BranchEvent, Commit } from "../../../schema/hall/event.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Decision, isRefusal, type Recognised, type Refusal } from "../hall/decision.ts";
import { seqOf } from "../hall/recent-ids.ts";
import { identityOf } from "../people/identity.ts";
import { ringable } from "../presence/ringable.ts";
import type { HallQuotes } from "../quote/hall-quotes.ts";
import { withQuotes } from "../quote/tell-quotes.ts";
import { decide } from "./decide.ts";
import { evolve } from "./evolve.ts";

/** A command as it comes in, with all that deciding it needs from outside. */
export type Incoming = {
	readonly request: CommandRequest;
	readonly actor: Actor;
	/** Branch time; a clock that ran backwards is held at the last commit. */
	readonly now: number;
	/** A fresh secret, used if the command issues a ticket. */
	readonly link: string;
	/** Whom the command's recognition names; absent when it carries none, or one that is not good here. */
	readonly customer?: Recognised | undefined;
	/** Who is on duty; absent when the command rings nobody. */
	readonly present?: readonly Someone[] | undefined;
	/** Open cases of the branch, which are kept beside its state. */
	readonly openCases?: (() => readonly CaseCount[]) | undefined;
	/** The quotes that are due of the branch, if they have been worked out since its last answer; `untold`: no wait is to be quoted. */
	readonly quotes?: HallQuotes | "untold" | undefined;
};

/**
 * The commit a command leads to, refusals of staff and counter pads included: they are remembered too, so that a repeat
 * is refused alike. Other refusals, and what the sender may not do at all, come back as an answer and leave no trace.
 */
export function commitFor(state: BranchState, incoming: Incoming): Commit | Extract<Answer, { status: "refused" }> {
	const { request, actor, link, customer } = incoming;
	const present = incoming.present === undefined ? undefined : ringable(state, incoming.present);
	const at = Math.max(incoming.now, state.lastAt);
	const decision = decide(state, request.command, { actor, now: at, link, customer, present, expect: request.expect });
	const made = commitOf(state, incoming, at, isRefusal(decision) ? decision : counted(decision, incoming.openCases));
	if (!("seq" in made) || incoming.quotes === "untold") return made;
	return withQuotes(state, made, evolve, incoming.quotes);
}

/** A day begins and ends with the cases that are open then: its report follows from its own commits. */
function counted(decision: Exclude<Decision, Refusal>, openCases: Incoming["openCases"]): Decision {
	const isOfDay = ({ type }: BranchEvent) => type === "day-opened" || type === "day-closed";
	const counts = decision.events.some(isOfDay) ? (openCases?.() ?? []) : [];
	if (counts.length === 0) return decision;
	const events = decision.events.map((event) =>
		event.type === "day-opened" || event.type === "day-closed" ? { ...event, openCases: [...counts] } : event,
	);
	return { ...decision, events };
}

/** What is remembered of a command: its id and fingerprint, but never the command itself. */
export type Asked = { readonly commandId: string; readonly command: object; readonly expect?: object | undefined };

/** A decision as the commit that follows `state`; `at` is branch time. */
export function commitOf(
	state: BranchState,
	{ request, actor }: { readonly request: Asked; readonly actor: Actor },
	at: number,
	decision: Decision,
): Commit | Extract<Answer, { status: "refused" }> {
	const base = {
		seq: state.seq + 1,
		commandId: request.commandId,
		fingerprint: fingerprintOf(request),
		actor,
		at,
	};
	if (!isRefusal(decision)) return { ...base, events: [...decision.events] };
	const { refused: code, ...about } = decision;
	if (UNREMEMBERED.has(code) || !isRemembered(actor)) return { status: "refused", code, ...about };
	return { ...base, events: [], refused: { code, ...about } };
}

/** What its sender may not do at all leaves no trace, whatever the branch is doing. */
const UNREMEMBERED: ReadonlySet<string> = new Set([
	"not-permitted",
	"wrong-place",
	"branch-not-configured",
	"not-your-counter",
	"class-not-allowed",
	"unknown-alert",
	"unknown-case",
]);

/** Whose refusals are commits. Not those of what anybody in the hall can touch: a phone that asks without end would fill the log. */
function isRemembered(actor: Actor): boolean {
	return (
		actor.kind === "staff" || actor.kind === "system" || (actor.kind === "device" && actor.purpose === "counter-pad")
	);
}

/** What the sender of a commit's command is told, the first time and every time after. */
export function answerOf(commit: Commit): Answer {
	if (commit.refused !== undefined) return { status: "refused", ...commit.refused };
	const done = { status: "done" as const, seq: commit.seq };
	// Closing a day ends many tickets and is about none of them.
	if (commit.events.some((event) => event.type === "day-closed")) return done;
	const configured = commit.events.find((event) => event.type === "branch-configured");
	if (configured?.fromNextDay !== undefined) return { ...done, fromNextDay: configured.fromNextDay };
	const subject = commit.events.find((event) => isSubject(event));
	if (subject?.type === "ticket-issued") {
		const { ticketId, number, link, quote } = subject;
		return { ...done, ticketId, number, link, ...(quote === undefined ? {} : { quote: rangeOf(quote) }) };
	}
	if (subject?.type === "alert-raised" || subject?.type === "alert-repeated")
		return { ...done, alertId: subject.alertId };
	if (subject?.type === "help-asked") return { ...done, alertId: subject.helpId };
	if (subject !== undefined && "ticketId" in subject) {
		return { ...done, ticketId: subject.ticketId, number: numberOf(subject.ticketId) };
	}
	return done;
}

const SUBJECTS: ReadonlySet<BranchEvent["type"]> = new Set(["alert-raised", "alert-repeated", "help-asked"]);

function isSubject(event: BranchEvent): boolean {
	if (SUBJECTS.has(event.type)) return true;
	return "ticketId" in event && event.type !== "ticket-released";
}

/** The printed number inside a ticket id. */
export function numberOf(ticketId: string): string {
	return ticketId.slice(ticketId.indexOf("-") + 1);
}

/** The seq at which a command id was answered; null when it is not among the recent ones. */
export function seqOfRecent(state: BranchState, commandId: string): number | null {
	return seqOf(state.recent, commandId);
}

/** Whether a command sent again is the one that was answered: same sender, same content. */
export function isRepeatOf(first: Commit, request: Asked, actor: Actor): boolean {
	return first.fingerprint === fingerprintOf(request) && identityOf(first.actor) === identityOf(actor);
}

/** 64 bits of the command's text (two lanes of FNV-1a): tells a repeat from an id used for something else. */
export function fingerprintOf(request: Pick<Asked, "command" | "expect">): string {
	const text = JSON.stringify([request.command, request.expect ?? null]);
	return `${fnv1a(text, 0x811c9dc5)}${fnv1a(text, 0x050c5d1f)}`;
}

function fnv1a(text: string, offset: number): string {
	let hash = offset;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return (hash >>> 0).toString(36);
}
