import { effect } from "@preact/signals";
import { chime } from "../../client-kit/chime.ts";
import { pick } from "../../client-kit/language/i18n.ts";
import type { TicketModel } from "./ticket-model.ts";
import { locale, say } from "./words.ts";

const VIBRATION_MS = [600, 250, 600, 250, 600];

/** Makes a call felt and heard, once per call and recall, and puts it into the tab's title for who looks elsewhere. */
export function alertWhenCalled(model: TicketModel): void {
	let felt: number | null = null;
	const sound = soundAfterTouch();
	effect(() => {
		const ticket = model.ticket.value;
		if (ticket?.status !== "called" || ticket.calledAt === null || ticket.calledAt === felt) return;
		felt = ticket.calledAt;
		// Absent on iPhones, refused before the first touch elsewhere: the page says it in any case.
		navigator.vibrate?.(VIBRATION_MS);
		sound();
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

/** A phone's browser lets a page sound only once it was touched; from then on a call is heard as well. */
function soundAfterTouch(): () => void {
	let audio: AudioContext | undefined;
	const touched = () => {
		audio ??= new AudioContext();
		void audio.resume();
	};
	addEventListener("pointerdown", touched);
	addEventListener("keydown", touched);
	return () => {
		// Put to sleep in a pocket, it may wake; refused, the page still says it.
		if (audio !== undefined)
			void audio.resume().then(
				() => audio && chime(audio),
				() => undefined,
			);
	};
}
