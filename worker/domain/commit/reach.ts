import { holds } from "../../../rules/holding.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { strangerToAlert } from "../alert/telling.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Context, notAtCounter, notInCharge, type Refusal, refuse } from "../hall/decision.ts";

/**
 * Null when what a command is about is within the sender's reach, or does not exist. Asked before anything is told of the
 * branch's state and before any expectation: what somebody may not touch answers alike, whatever is going on there.
 */
export function outOfReach(state: BranchState, command: Command, { actor }: Pick<Context, "actor">): Refusal | null {
	switch (command.type) {
		case "open-counter": {
			if (!state.counters.has(command.counterId)) return null;
			const elsewhere = actor.kind === "device" && actor.counterId !== command.counterId;
			if (elsewhere) return refuse("not-your-counter", command.counterId);
			const own = actor.kind === "staff" ? actor.staffId : undefined;
			const forAnother = command.staffId !== undefined && command.staffId !== own;
			return forAnother && !holds(actor, "counter.sign-on-others") ? refuse("not-permitted", command.staffId) : null;
		}
		case "close-counter":
			return holds(actor, "counter.oversee") ? null : strangerAt(state, command.counterId, { actor });
		case "pause-counter":
		case "resume-counter":
		case "change-counter-mode":
		case "call-next":
		case "take-back-ticket":
			return strangerAt(state, command.counterId, { actor });
		case "call-ticket":
			return strangerAt(state, command.counterId, { actor }) ?? strangerTo(state, command.ticketId, { actor });
		case "recall-ticket":
		case "start-service":
		case "finish-service":
		case "mark-no-show":
		case "return-ticket":
		case "transfer-ticket":
		case "hold-ticket":
		case "resume-ticket":
		case "redirect-ticket":
		case "cancel-ticket":
			return strangerTo(state, command.ticketId, { actor });
		case "issue-ticket": {
			const named = [command.class, command.appointmentAt, command.needs].some((each) => each !== undefined);
			return named && !holds(actor, "ticket.classify") ? refuse("class-not-allowed") : null;
		}
		case "accept-alert":
		case "pass-on-alert":
			return strangerToAlert(state, command.alertId, "take", actor);
		case "decline-alert":
			return strangerToAlert(state, command.alertId, "decline", actor);
		case "accept-help":
			return strangerToAlert(state, command.helpId, "take", actor);
		case "end-alert":
			return strangerToAlert(state, command.alertId, "end", actor);
		case "ask-for-help":
		case "set-presence":
		case "set-duty-order":
		case "close-day":
		case "reopen-day":
		case "cancel-tickets":
		case "configure":
		case "change-staff":
		case "tick":
			return null;
		default:
			return command satisfies never;
	}
}

function strangerAt(state: BranchState, counterId: string, { actor }: Pick<Context, "actor">): Refusal | null {
	const counter = state.counters.get(counterId);
	return counter === undefined ? null : notAtCounter(actor, counter);
}

function strangerTo(state: BranchState, ticketId: string, { actor }: Pick<Context, "actor">): Refusal | null {
	const ticket = state.tickets.get(ticketId);
	// A customer's own is the only one they may name, which was asked before.
	return ticket === undefined || actor.kind === "customer" ? null : notInCharge(state, actor, ticket);
}
