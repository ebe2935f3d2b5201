import { ask } from "../data/ask.ts";
import { Refusal } from "../data/refusal.ts";

const END = { name: "endSession", method: "DELETE", path: "/sessions/:sessionId" } as const;

/** Ends one's own sessions one after the other; one that has ended meanwhile is as good. Rejects with a `Refusal`. */
export async function endAllSessions(sessionIds: readonly string[]): Promise<void> {
	for (const sessionId of sessionIds) {
		try {
			await ask(END, { params: { sessionId } });
		} catch (error) {
			if (!(error instanceof Refusal) || error.problem.code !== "unknown-session") throw error;
		}
	}
}
