import type { Answer } from "../../schema/hall/event.ts";
import { type Hall, type QueueCommand, QueueModel } from "./queue-model.ts";

/** One intention, however often and on however many ways it was sent. */
export type Operation = {
	readonly commandId: string;
	readonly staffId: string;
	readonly command: QueueCommand;
	/** Ticks of one counter shared by all senders: before the first sending, and after the first answer. */
	readonly invokedAt: number;
	readonly returnedAt: number;
	/** All answers it got, in any order. */
	readonly answers: readonly Answer[];
};

export type History = {
	readonly hall: Hall;
	readonly operations: readonly Operation[];
	/** Where the branch says each command took effect. Believed only as far as it passes the check. */
	readonly seqOf: ReadonlyMap<string, number>;
	/** Ids of the tickets that still wait, or are at a counter, when all is over. */
	readonly left: ReadonlySet<string>;
};

type Placed = { readonly operation: Operation; readonly answer: Answer; readonly seq: number };

/**
 * Whether a history could have come from one queue that does one thing at a time: there is an order of all operations
 * that respects real time and in which every answer is right. Returns null, or the first thing that is wrong.
 *
 * The order is not searched for: the branch names it, and it is either a proof or it is not.
 */
export function faultOf(history: History): string | null {
	const placed: Placed[] = [];
	for (const operation of history.operations) {
		const answer = agreedAnswer(operation);
		if (typeof answer === "string") return answer;
		const seq = history.seqOf.get(operation.commandId);
		if (seq === undefined) return `${operation.commandId} was answered and has no place in the order`;
		if (answer.status === "done" && answer.seq !== seq)
			return `${operation.commandId} was told ${answer.seq}, not ${seq}`;
		placed.push({ operation, answer, seq });
	}
	placed.sort((a, b) => a.seq - b.seq);
	return orderFault(placed) ?? replayFault(placed, history);
}

/** The one answer of an operation, or what is wrong: repeats are answered alike. */
function agreedAnswer({ commandId, answers }: Operation): Answer | string {
	const [first, ...repeats] = answers;
	if (first === undefined) return `${commandId} was never answered`;
	const differing = repeats.find((each) => JSON.stringify(sorted(each)) !== JSON.stringify(sorted(first)));
	if (differing === undefined) return first;
	return `${commandId} was answered ${JSON.stringify(first)} and then ${JSON.stringify(differing)}`;
}

function sorted(answer: Answer): [string, unknown][] {
	return Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** No two operations in one place, and none before another that had returned when it was invoked. */
function orderFault(placed: readonly Placed[]): string | null {
	let latest: Operation | null = null;
	let before = 0;
	for (const { operation, seq } of placed) {
		if (seq === before) return `${operation.commandId} took effect at ${seq}, as another did`;
		before = seq;
		if (latest !== null && operation.returnedAt < latest.invokedAt) {
			return `${operation.commandId} had returned before ${latest.commandId} was sent, and comes after it`;
		}
		if (latest === null || operation.invokedAt > latest.invokedAt) latest = operation;
	}
	return null;
}

function replayFault(placed: readonly Placed[], { hall, left }: History): string | null {
	const model = new QueueModel(hall);
	for (const { operation, answer, seq } of placed) {
		const fault = model.apply(operation.command, operation.staffId, answer);
		if (fault !== null) return `at ${seq}, ${operation.commandId}: ${fault}`;
	}
	const alive = new Set<string>();
	for (const [id, { status }] of model.tickets) if (status !== "ended" && status !== "no-show") alive.add(id);
	for (const id of alive) if (!left.has(id)) return `${id} is lost`;
	for (const id of left) if (!alive.has(id)) return `${id} is still there and should not be`;
	return null;
}
