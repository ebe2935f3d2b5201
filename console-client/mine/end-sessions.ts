import { Refusal } from "../../react-kit/data/refusal.ts";
import { END_SESSION } from "../../rules/routes/session.ts";
import { ask } from "../data/ask.ts";

/** Ends one's own sessions one after the other; one that has ended meanwhile is as good. Rejects with a `Refusal`. */
export async function endAllSessions(sessionIds: readonly string[]): Promise<void> {
	for (const sessionId of sessionIds) {
		try {
			await ask(END_SESSION, { params: { sessionId } });
		} catch (error) {
			if (!(error instanceof Refusal) || error.problem.code !== "unknown-session") throw error;
		}
	}
}
