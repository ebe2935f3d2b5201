import type { RepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";

/** Waits for the answer to a command; one that was not heard at all may be sent again as it was. */
export async function answered(command: RepeatableCommand, answer: Promise<unknown>): Promise<void> {
	try {
		await answer;
		command.answered();
	} catch (error) {
		if (error instanceof Refusal && error.problem.status !== 0) command.answered();
		throw error;
	}
}
