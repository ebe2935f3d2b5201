import { effect, type ReadonlySignal } from "@preact/signals";
import { newCommandId } from "../../client-kit/call/secure-id.ts";
import type { DoneAnswer } from "../../client-kit/live/command-outbox.ts";
import type { LiveView } from "../../client-kit/live/live-view.ts";
import { recordsOf } from "../../client-kit/live/view-records.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import type { DisplayView, PublicService } from "../../schema/hall/view.ts";
import { handBackTicket, type TicketWish } from "./hand-back-ticket.ts";
import { LAST_TICKET_KEPT_MS, type Step, type TicketOut } from "./kiosk-step.ts";
import { peopleAhead } from "./people-ahead.ts";
import type { Recognise } from "./recognise.ts";
import { locale } from "./words.ts";

/** The customer is told at the latest after this time that there was no answer. */
const PATIENCE_MS = 20_000;
/** The number is shown at the latest this long after it was given, also when the branch has not said the place in line. */
const PLACE_PATIENCE_MS = 1_500;

/** Makes the function that takes a number. One wish gives one number: double touches and retries send the same command id. */
export function createTakeNumber(
	live: LiveView,
	branchId: string,
	step: ReadonlySignal<Step>,
	go: (step: Step) => void,
	recognise: Pick<Recognise, "recognition" | "forget">,
): (service: PublicService) => Promise<void> {
	/** The wish that was sent and not answered: the branch may have given a number that nobody here has seen. */
	let unanswered: TicketWish | null = null;
	/** The ticket shown last, which is shown again to somebody who asks for another too soon. */
	let last: { readonly ticket: TicketOut; readonly until: number } | null = null;
	const showTicket = (ticket: TicketOut) => {
		last = { ticket, until: elapsedMs() + LAST_TICKET_KEPT_MS };
		go({ at: "ticket", ticket });
	};
	effect(() => {
		const { at } = step.value;
		if (unanswered === null || at === "unanswered" || at === "issuing") return;
		void handBackTicket(live, branchId, unanswered);
		unanswered = null;
	});
	return async (service) => {
		if (step.peek().at === "issuing") return;
		let wish = unanswered?.serviceId === service.id ? unanswered : wishFor(service, recognise.recognition.peek());
		go({ at: "issuing", service });
		const send = ({ command, commandId }: TicketWish) =>
			live.send(command, undefined, { commandId, giveUpAfterMs: PATIENCE_MS });
		let result = await send(wish);
		if (result.status === "refused" && result.problem.code === "recognition-invalid") {
			// The recognition has expired: the customer gets a number without it.
			recognise.forget();
			wish = wishFor(service, null);
			result = await send(wish);
		}
		unanswered = result.status === "dropped" && result.mayHaveArrived ? wish : null;
		if (result.status === "done") {
			recognise.forget();
			showTicket(await ticketOut(live, service, wish, result.answer));
		} else if (result.status === "refused") {
			const { problem } = result;
			const kept = problem.code === "device-must-rest" && last !== null && elapsedMs() < last.until;
			go(kept && last !== null ? { at: "ticket", ticket: last.ticket, again: true } : { at: "refused", problem });
		} else go({ at: "unanswered", service });
	};
}

function wishFor(service: PublicService, recognition: string | null): TicketWish {
	const command = {
		type: "issue-ticket" as const,
		services: [service.id],
		...(locale.peek() === "en" ? { language: "en" as const } : {}),
		...(recognition === null ? {} : { recognition }),
	};
	return { serviceId: service.id, commandId: newCommandId(), command };
}

/**
 * A recognised customer is shown the figures of the tile: a better place in line, on a screen in the hall, would tell others
 * that the bank values them.
 */
async function ticketOut(
	live: LiveView,
	service: PublicService,
	{ command }: TicketWish,
	answer: DoneAnswer,
): Promise<TicketOut> {
	const isKnown = "recognition" in command;
	const place = isKnown ? null : await placeOf(live, answer);
	const ahead = place ?? waitingBefore(live, service, answer);
	const quote = isKnown ? service.quote : answer.quote;
	const issuedAt = live.now() ?? Date.now();
	return { number: answer.number ?? "", service, ahead, quote, link: answer.link ?? "", issuedAt };
}

/** How many are ahead of the ticket, as the branch works it out over shared counters; null when it does not answer soon enough. */
async function placeOf(live: LiveView, { ticketId }: DoneAnswer): Promise<number | null> {
	if (ticketId === undefined) return null;
	const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PLACE_PATIENCE_MS));
	return (await Promise.race([live.position(ticketId), late]))?.ahead ?? null;
}

function waitingBefore(live: LiveView, service: PublicService, answer: DoneAnswer): number {
	const state = live.state();
	const latest = recordsOf<DisplayView, "services">(state, "services").find((each) => each.id === service.id);
	return peopleAhead(latest?.waiting ?? 0, state?.seq ?? 0, answer.seq);
}
