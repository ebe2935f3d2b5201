import type { Command } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";

type Done = Extract<Answer, { status: "done" }>;

/** The service that everybody in the bench asks for; every counter of the hall can do it. */
const SERVICE = "transfer";
/**
 * How many tickets the lobby lanes keep waiting: about a full hall, and so many more than there are counters that a ticket just
 * taken is never called next.
 */
export const WAITING_TARGET = 40;

/** How many tickets wait, counted from the answers so far; all lanes of a side share it. Commands still unanswered are not in it. */
export type Stock = { waiting: number };

/**
 * One person of the hall who sends one command after another. What `next` gives is valid as soon as the answer to the command
 * before has been handed to `heard`.
 */
export type Lane = {
	/** Index, in the list of tellers, of the one whose token the commands are sent with. */
	readonly teller: number;
	next(): Command;
	heard(answer: Done): void;
};

/** A counter that calls, starts, finishes and calls again. Somebody always waits, because the lobby lanes see to it. */
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

/** Somebody in the lobby who takes a number again and again. When more than `WAITING_TARGET` wait, the number just taken is given up next. */
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
