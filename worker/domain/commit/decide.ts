import type { Command, Expectation } from "../../../schema/hall/command.ts";
import { declineAlert, endAlert, passOnAlert } from "../alert/answer.ts";
import { askForHelp } from "../alert/raise.ts";
import { changeCounterMode, closeCounter, openCounter, pauseCounter, resumeCounter } from "../counter/counter.ts";
import { changeStaff } from "../counter/staff-change.ts";
import { closeDay } from "../day/day.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Configured, type Context, type Decision, type Refusal, refuse } from "../hall/decision.ts";
import { setDutyOrder } from "../presence/duty-order.ts";
import { takeAlert } from "../presence/hand-over.ts";
import { setPresence } from "../presence/set-presence.ts";
import { callNext, callTicket, recallTicket } from "../queue/call.ts";
import { issueTicket } from "../ticket/issue.ts";
import { takeBackTicket } from "../ticket/take-back.ts";
import {
	cancelTicket,
	cancelTickets,
	finishService,
	holdTicket,
	markNoShow,
	redirectTicket,
	resumeTicket,
	returnTicket,
	startService,
	transferTicket,
} from "../ticket/visit.ts";
import { configure } from "./configure.ts";
import { tick } from "./due.ts";
import { may } from "./may.ts";
import { outOfReach } from "./reach.ts";
import { reopenDay } from "./reopen-day.ts";
import { refusedByHand } from "./take-section.ts";

/**
 * What a command does to a branch: events, or a refusal from the closed list. Pure; throws only on a bug.
 * A day that is due to close must have been closed (`tick`) before anything else is decided.
 */
export function decide(state: BranchState, command: Command, context: Context): Decision {
	const allowed = may(context.actor, command, state.branchId);
	if (allowed !== "yes") return refuse(allowed);
	if (command.type === "configure") {
		return refusedByHand(state, command.configuration) ?? configure(state, command.configuration, context.now);
	}
	if (command.type === "change-staff") return changeStaff(state, command.people);
	if (state.configuration === null) return refuse("branch-not-configured");
	const beyond = outOfReach(state, command, context);
	if (beyond !== null) return beyond;
	const surprise = context.expect === undefined ? null : unexpected(state, command, context.expect);
	return surprise ?? decideConfigured(state as Configured, command, context);
}

function decideConfigured(
	state: Configured,
	command: Exclude<Command, { type: "configure" | "change-staff" }>,
	context: Context,
): Decision {
	switch (command.type) {
		case "issue-ticket":
			return issueTicket(state, command, context);
		case "open-counter":
			return openCounter(state, command, context);
		case "pause-counter":
			return pauseCounter(state, command);
		case "resume-counter":
			return resumeCounter(state, command);
		case "close-counter":
			return closeCounter(state, command);
		case "change-counter-mode":
			return changeCounterMode(state, command);
		case "call-next":
			return callNext(state, command);
		case "call-ticket":
			return callTicket(state, command);
		case "recall-ticket":
			return recallTicket(state, command);
		case "start-service":
			return startService(state, command);
		case "finish-service":
			return finishService(state, command);
		case "mark-no-show":
			return markNoShow(state, command);
		case "return-ticket":
			return returnTicket(state, command, context);
		case "transfer-ticket":
			return transferTicket(state, command, context);
		case "hold-ticket":
			return holdTicket(state, command);
		case "resume-ticket":
			return resumeTicket(state, command);
		case "take-back-ticket":
			return takeBackTicket(state, command, context);
		case "redirect-ticket":
			return redirectTicket(state, command);
		case "cancel-ticket":
			return cancelTicket(state, command);
		case "cancel-tickets":
			return cancelTickets(state, command);
		case "ask-for-help":
		case "accept-alert":
		case "accept-help":
		case "pass-on-alert":
		case "decline-alert":
		case "end-alert":
		case "set-presence":
		case "set-duty-order":
			return decideAmongStaff(state, command, context);
		case "close-day":
			return closeDay(state, "staff");
		case "reopen-day":
			return reopenDay(state, command, context);
		case "tick":
			return tick(state, context);
		default:
			return command satisfies never;
	}
}

type AmongStaff =
	| "ask-for-help"
	| "accept-alert"
	| "accept-help"
	| "pass-on-alert"
	| "decline-alert"
	| "end-alert"
	| "set-presence"
	| "set-duty-order";

/** Who is there, and who comes. */
function decideAmongStaff(
	state: Configured,
	command: Extract<Command, { type: AmongStaff }>,
	context: Context,
): Decision {
	switch (command.type) {
		case "ask-for-help":
			return askForHelp(state, command, context);
		case "accept-alert":
			return takeAlert(state, command.alertId, context);
		case "accept-help":
			return takeAlert(state, command.helpId, context);
		case "pass-on-alert":
			return passOnAlert(state, command, context);
		case "decline-alert":
			return declineAlert(state, command, context);
		case "end-alert":
			return endAlert(state, command, context);
		case "set-presence":
			return setPresence(state, command, context);
		case "set-duty-order":
			return setDutyOrder(state, command);
		default:
			return command satisfies never;
	}
}

/** Null when the branch is as the sender believed. A call for help is taken whatever its sender believed. */
function unexpected(state: BranchState, command: Command, expect: Expectation): Refusal | null {
	if (command.type === "ask-for-help") return null;
	if (expect.counterTicket !== undefined && "counterId" in command && command.counterId !== undefined) {
		const counter = state.counters.get(command.counterId);
		if (counter !== undefined && counter.ticketId !== expect.counterTicket) {
			return refuse(counter.ticketId === null ? "changed-meanwhile" : "counter-busy", counter.ticketId ?? counter.id);
		}
	}
	if (expect.ticketStatus !== undefined && "ticketId" in command) {
		const ticket = state.tickets.get(command.ticketId);
		if (ticket !== undefined && ticket.status !== expect.ticketStatus)
			return refuse("changed-meanwhile", ticket.status);
	}
	return null;
}
