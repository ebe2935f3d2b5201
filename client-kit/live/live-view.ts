import type { Command, Expectation } from "../../schema/hall/command.ts";
import type { CaseFrame } from "../../schema/hall/protocol.ts";
import type { Position } from "../../schema/hall/view.ts";
import { elapsedMs } from "../time/elapsed.ts";
import { AnswerWatch, keepLooking } from "./answer-watch.ts";
import { createCommandOutbox, type SendOptions, type SendResult } from "./command-outbox.ts";
import { type Listener, LiveBoard, type LiveBoardOptions } from "./live-board.ts";
import { createPositionRequests } from "./position-requests.ts";
import { postCommand } from "./post-command.ts";

export type LiveViewOptions = LiveBoardOptions & {
	/** News of a case that concerns whoever is signed in. */
	readonly onCase?: (news: CaseFrame) => void;
};

/** A live view that can also ask the branch to do something. */
export type LiveView = Pick<LiveBoard, "state" | "now" | "asOf" | "connection" | "close"> & {
	/** Asks the branch to do something; resolves exactly once, never rejects. */
	send(command: Command, expect?: Expectation, options?: SendOptions): Promise<SendResult>;
	/** A ticket's place, derived by the branch on request; a customer's own by default. Null: no answer came. */
	position(ticketId?: string): Promise<Position | null>;
};

/** Opens a live view of a branch; see `LiveBoard` for how it holds and mends its connection. */
export function openLiveView(options: LiveViewOptions): LiveView {
	const positions = createPositionRequests((ticketId) =>
		board.say({ type: "position", ...(ticketId === undefined ? {} : { ticketId }) }),
	);
	const outbox = createCommandOutbox({
		monotonicMs: elapsedMs,
		sendOnSocket: (request) => board.say({ type: "command", ...request }),
		sendOverHttp: async (request) => {
			const credential = await options.credential(false);
			if (!credential.ok) return credential;
			return postCommand(options.branchId, request, credential.value, options.origin);
		},
	});
	const listener: Listener = {
		onOpen: outbox.socketOpened,
		onLost: () => {
			outbox.socketLost();
			positions.abandon();
		},
		onTick: outbox.tick,
		onFrame: (frame) => {
			switch (frame.type) {
				case "answer":
					outbox.answered(frame);
					break;
				case "position":
					positions.answered(frame.position);
					break;
				case "case":
					options.onCase?.(frame);
					break;
				case "problem":
					// Names no command: the outbox repeats what stays unanswered over HTTP and learns the problem there.
					positions.abandon();
					break;
				default:
					frame satisfies never;
			}
		},
	};
	const board = new LiveBoard(options, listener);
	const watch = new AnswerWatch({
		monotonicMs: () => performance.now(),
		heardAt: () => board.socket.heardAt(),
		ping: () => board.socket.ping(),
		isOffline: () => navigator.onLine === false,
		onChange: options.onChange,
	});
	const stopLooking = keepLooking(watch);
	return {
		state: () => board.state(),
		now: () => board.now(),
		asOf: () => board.asOf(),
		connection: () => watch.shown(board.connection()),
		send: outbox.send,
		position: positions.ask,
		close: () => {
			stopLooking();
			positions.abandon();
			board.close();
		},
	};
}
