import type { Command } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";

type Done = Extract<Answer, { status: "done" }>;

/** Everybody in the bench wants this one thing, which every counter of the default branch can do. */
const SERVICE = "transfer";
/** About as many wait as in a full hall; so many more than there are counters that a ticket just taken is never called next. */
export const WAITING_TARGET = 40;

/** How many wait, as far as the answers so far tell: the truth while a lane's own command is not under way. */
export type Stock = { waiting: number };

/** One person of the hall who does one thing after another: whatever `next` says is valid once the answer before was heard. */
export type Lane = {
	/** Whose token the commands are sent with, as a place in the list of tellers. */
	readonly teller: number;
	next(): Command;
	heard(answer: Done): void;
};

/** Calls, starts, finishes and calls again. Somebody always waits, because the lobby's lanes see to it. */
export function counterLane(teller: number, counterId: string, stock: Stock): Lane {
	let called: { readonly ticketId: string; readonly serving: boolean } | null = null;
	return {
		teller,
		next: () => {
			if (called === null) return { type: "call-next", counterId };
			const { ticketId, serving } = called;
			return serving ? { type: "finish-service", ticketId } : { type: "start-service", ticketId };
		},
		heard: (answer) => {
			if (called === null) {
				stock.waiting -= 1;
				called = { ticketId: answer.ticketId ?? "", serving: false };
			} else called = called.serving ? null : { ...called, serving: true };
		},
	};
}

/** Takes numbers, and with more waiting than there should be the last one walks away again. */
export function lobbyLane(teller: number, stock: Stock): Lane {
	let leaving: string | null = null;
	return {
		teller,
		next: () =>
			leaving === null ? { type: "issue-ticket", services: [SERVICE] } : { type: "cancel-ticket", ticketId: leaving },
		heard: (answer) => {
			if (leaving !== null) {
				stock.waiting -= 1;
				leaving = null;
				return;
			}
			stock.waiting += 1;
			if (stock.waiting > WAITING_TARGET) leaving = answer.ticketId ?? "";
		},
	};
}
