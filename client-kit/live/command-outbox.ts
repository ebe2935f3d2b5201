import { done } from "../../rules/result.ts";
import type { Command, CommandRequest, Expectation } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { AnswerFrame } from "../../schema/hall/protocol.ts";
import { COMMAND_OFFLINE_MAX_MS } from "../../schema/limits.ts";
import type { CallResult } from "../call/call.ts";
import { type ClientProblem, OFFLINE } from "../call/client-problem.ts";
import { newCommandId } from "../call/secure-id.ts";
import { createOutbox, type OutboxDeps, type Sent } from "./outbox.ts";

export type DoneAnswer = Extract<Answer, { status: "done" }>;

/** What became of a command; exactly one of these per `send`. */
export type SendResult = Sent<DoneAnswer>;

export type SendOptions = {
	/** The same id again is the same intention: the branch answers as it did the first time. */
	readonly commandId?: string;
	/** How long to go on trying; at most, and by default, `COMMAND_OFFLINE_MAX_MS`. */
	readonly giveUpAfterMs?: number;
};

export type CommandOutboxDeps = Omit<OutboxDeps<CommandRequest, Answer>, "onChange">;

export type CommandOutbox = {
	send(command: Command, expect?: Expectation, options?: SendOptions): Promise<SendResult>;
	/** An answer came on the socket. */
	answered(frame: AnswerFrame): void;
	socketOpened(): void;
	socketLost(): void;
	/** To be called about once a second. */
	tick(): void;
};

/** Commands on their way to a branch; a command that waited too long is dropped, for the hall has moved on. */
export function createCommandOutbox(deps: CommandOutboxDeps): CommandOutbox {
	const outbox = createOutbox<CommandRequest, DoneAnswer>({
		...deps,
		sendOverHttp: async (request) => {
			const result = await deps.sendOverHttp(request);
			return result.ok ? resultOf(result.value, undefined) : result;
		},
	});
	return {
		send: (command, expect, { commandId = newCommandId(), giveUpAfterMs = COMMAND_OFFLINE_MAX_MS } = {}) => {
			const request = { commandId, command, ...(expect === undefined ? {} : { expect }) };
			return outbox.send(request, Math.min(giveUpAfterMs, COMMAND_OFFLINE_MAX_MS));
		},
		answered: ({ commandId, answer, problem }) => outbox.answered(commandId, resultOf(answer, problem)),
		socketOpened: outbox.tryNow,
		socketLost: outbox.socketLost,
		tick: outbox.tick,
	};
}

/** A refusal always travels with its problem; should one come bare, its code alone is kept. */
function resultOf(answer: Answer, problem: ClientProblem | undefined): CallResult<DoneAnswer> {
	if (answer.status === "done") return done(answer);
	const { code } = answer;
	const bare = { ...OFFLINE, code, status: 409, title: `未能完成（${code}）`, titleEn: `Not done (${code})` };
	return { ok: false, problem: problem ?? bare };
}
