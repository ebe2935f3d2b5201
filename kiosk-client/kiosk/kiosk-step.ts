import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { QuotedRange } from "../../rules/quote.ts";
import type { PublicService } from "../../schema/hall/view.ts";
import type { Sent } from "./recognise.ts";

/** A ticket as it is shown and printed; nothing in it says who took it. */
export type TicketOut = {
	readonly number: string;
	readonly service: PublicService;
	/**
	 * How many are ahead: as the branch says; when it does not say it soon enough, or the customer was recognised, how many wait
	 * for the service.
	 */
	readonly ahead: number;
	/** How long the wait will be; absent: no quote, as when nobody on duty can serve it. */
	readonly quote?: QuotedRange | undefined;
	readonly link: string;
	/** Branch time. */
	readonly issuedAt: number;
};

/** The step at which the customer at the machine is. */
export type Step =
	| { readonly at: "choosing"; readonly page: number }
	/** The customer may type a number to be recognised by. `wrong`, `date`, `check`: why it must be looked at again. */
	| { readonly at: "recognising"; readonly now: "typing" | "sending" | Exclude<Sent, "sent"> }
	| { readonly at: "confirming"; readonly service: PublicService }
	| { readonly at: "issuing"; readonly service: PublicService }
	/** `again`: another number was asked for too soon, so the last one is shown once more. */
	| { readonly at: "ticket"; readonly ticket: TicketOut; readonly again?: true }
	| { readonly at: "refused"; readonly problem: ClientProblem }
	| { readonly at: "unanswered"; readonly service: PublicService };

export const START: Step = { at: "choosing", page: 0 };

/** A customer who touches nothing for this long is asked whether anybody is still there. */
export const ASK_AFTER_MS = 45_000;
/** How long the question stands before the machine starts anew. */
export const ANSWER_MS = 15_000;
/** How long the last ticket may be shown once more when another number is asked for too soon; after that it is never shown again. */
export const LAST_TICKET_KEPT_MS = 60_000;
/** How long a ticket stays on the screen. */
export const TICKET_SHOWN_MS = 15_000;
/** In large type every waiting time is so many times as long. */
export const LARGE_TYPE_PATIENCE = 2;

/** `active`: nothing to do; `asking`: ask whether anybody is there; `over`: start anew for the next customer. */
export type Idle = { readonly stage: "active" | "asking" | "over"; readonly secondsLeft: number };

/**
 * What to do after so much time without a touch. On the start screen as every customer finds it (`pristine`) nothing; while a number
 * is being taken nothing either. `patience`: waits so many times as long as usual.
 */
export function idleAfter(step: Step, pristine: boolean, silentMs: number, patience = 1): Idle {
	const left = (limitMs: number) => Math.max(0, Math.ceil((limitMs - silentMs) / 1_000));
	if (step.at === "issuing" || pristine) return { stage: "active", secondsLeft: 0 };
	if (step.at === "ticket") {
		const shownMs = TICKET_SHOWN_MS * patience;
		return { stage: silentMs >= shownMs ? "over" : "active", secondsLeft: left(shownMs) };
	}
	if (silentMs < ASK_AFTER_MS * patience) return { stage: "active", secondsLeft: 0 };
	const limitMs = (ASK_AFTER_MS + ANSWER_MS) * patience;
	return { stage: silentMs >= limitMs ? "over" : "asking", secondsLeft: left(limitMs) };
}
