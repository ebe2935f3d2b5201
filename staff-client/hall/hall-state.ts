import { type WaitLevel, waitLevel } from "../../rules/measure/wait-level.ts";
import { meanWaitMs } from "../../rules/wait.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { Hall } from "./hall.ts";
import { type ServiceQueue, serviceQueues, targetWaitMs, waitedMs, waitingTickets } from "./service-queues.ts";

/** The hall in one sentence, as data: the page puts it into words. */
export type HallSentence =
	| { readonly kind: "not-open" }
	| { readonly kind: "closed" }
	| { readonly kind: "nobody" }
	| { readonly kind: "within" }
	| { readonly kind: "near"; readonly service: Bilingual }
	| { readonly kind: "over"; readonly service: Bilingual; readonly queues: number }
	/** People wait for something that no open counter can do. */
	| { readonly kind: "unserved"; readonly service: Bilingual; readonly waiting: number };

export type HallState = {
	readonly sentence: HallSentence;
	/** What the page paints the sentence with. */
	readonly level: WaitLevel;
	readonly waiting: number;
	readonly longest: { readonly waitMs: number; readonly targetMs: number; readonly level: WaitLevel } | null;
	readonly countersOpen: number;
	readonly countersPaused: number;
	readonly counters: number;
	/** Mean of today's waits that ended in service, milliseconds; null before the first. */
	readonly meanWaitMs: number | null;
};

/** The lobby manager's glance at the hall at `now` (branch time, epoch ms). */
export function hallState(hall: Hall, now: number): HallState {
	const counters = [...hall.counters.values()];
	const sentence = sentenceOf(hall, serviceQueues(hall, now));
	return {
		sentence,
		level: levelOf(sentence),
		waiting: waitingTickets(hall).length,
		longest: longestWait(hall, now),
		countersOpen: counters.filter((counter) => counter.status === "open").length,
		countersPaused: counters.filter((counter) => counter.status === "paused").length,
		counters: counters.length,
		meanWaitMs: meanWaitMs(hall.tally),
	};
}

/** The wait that is worst against its own target, so that a short target is not hidden behind a long one. */
function longestWait(hall: Hall, now: number): HallState["longest"] {
	let longest: HallState["longest"] = null;
	let worstShare = -1;
	for (const ticket of waitingTickets(hall)) {
		const waitMs = waitedMs(ticket, now);
		const targetMs = targetWaitMs(hall, ticket);
		if (waitMs / targetMs > worstShare) {
			worstShare = waitMs / targetMs;
			longest = { waitMs, targetMs, level: waitLevel(waitMs, targetMs) };
		}
	}
	return longest;
}

function sentenceOf(hall: Hall, queues: readonly ServiceQueue[]): HallSentence {
	if (hall.branch.dayStatus === "closed") return { kind: "closed" };
	if (hall.branch.dayStatus === "not-open") return { kind: "not-open" };
	const busy = queues.filter((queue) => queue.waiting > 0);
	const worst = busy[0];
	if (!worst) return { kind: "nobody" };
	if (worst.level === "over") {
		const over = busy.filter((queue) => queue.level === "over").length;
		return { kind: "over", service: worst.service.name, queues: over };
	}
	const unserved = busy.find((queue) => queue.countersOpen === 0);
	if (unserved) return { kind: "unserved", service: unserved.service.name, waiting: unserved.waiting };
	return worst.level === "near" ? { kind: "near", service: worst.service.name } : { kind: "within" };
}

function levelOf(sentence: HallSentence): WaitLevel {
	switch (sentence.kind) {
		case "over":
			return "over";
		case "near":
		case "unserved":
			return "near";
		case "not-open":
		case "closed":
		case "nobody":
		case "within":
			return "within";
		default:
			return sentence satisfies never;
	}
}
