import { effect } from "@preact/signals";
import { pick } from "../../client-kit/i18n.ts";
import type { TicketModel } from "./ticket-model.ts";
import { locale, say } from "./words.ts";

const VIBRATION_MS = [600, 250, 600, 250, 600];

/** Makes a call felt, once per call and recall, and puts it into the tab's title for who looks elsewhere. */
export function alertWhenCalled(model: TicketModel): void {
	let felt: number | null = null;
	effect(() => {
		const ticket = model.ticket.value;
		if (ticket?.status !== "called" || ticket.calledAt === null || ticket.calledAt === felt) return;
		felt = ticket.calledAt;
		// Absent on iPhones, refused before the first touch elsewhere: the page says it in any case.
		navigator.vibrate?.(VIBRATION_MS);
	});
	effect(() => {
		const ticket = model.ticket.value;
		if (ticket === undefined) return;
		const counter = ticket.status === "called" ? ticket.counter : null;
		const waits = ticket.status === "waiting";
		if (counter !== null) document.title = say("titleCalled", { counter: pick(counter.label, locale.value) });
		else document.title = waits ? say("titleWaiting", { number: ticket.number }) : ticket.number;
	});
}
