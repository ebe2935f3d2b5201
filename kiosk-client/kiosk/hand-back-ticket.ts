import { isPassing } from "../../client-kit/call/client-problem.ts";
import { linkCredential } from "../../client-kit/call/credential.ts";
import { newCommandId } from "../../client-kit/call/secure-id.ts";
import type { LiveView } from "../../client-kit/live/live-view.ts";
import { postCommand } from "../../client-kit/live/post-command.ts";
import type { Command } from "../../schema/hall/command.ts";

/** One try of a customer to take a number; sent again it keeps its id, so that it gives one number at most. */
export type TicketWish = {
	readonly serviceId: string;
	readonly commandId: string;
	readonly command: Extract<Command, { type: "issue-ticket" }>;
};

const TRIES_MAX = 5;
const BETWEEN_TRIES_MS = 5_000;

/**
 * For a customer who left before the branch answered: sends the wish again under the same id, which gives the first answer, and
 * cancels the number if there is one. Else a number would be called that nobody has seen.
 */
export async function handBackTicket(live: LiveView, branchId: string, wish: TicketWish): Promise<void> {
	const result = await live.send(wish.command, undefined, { commandId: wish.commandId });
	if (result.status !== "done") return;
	const { ticketId, link } = result.answer;
	if (ticketId === undefined || link === undefined) return;
	const request = { commandId: newCommandId(), command: { type: "cancel-ticket" as const, ticketId } };
	for (let tries = 0; tries < TRIES_MAX; tries++) {
		const answer = await postCommand(branchId, request, linkCredential(link));
		if (answer.ok || !isPassing(answer.problem)) return;
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
	}
}
