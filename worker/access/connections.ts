import type { Env } from "../platform/env.ts";
import type { HolderState, KeptSession } from "./holder-state.ts";

type Owed = HolderState["owed"];

/**
 * The live connections of these sessions, as entries of the list of connections still to be closed. `ended`: the session is
 * over, so they may not open anew.
 */
export function connectionsOf(sessions: readonly KeptSession[], ended: boolean): Owed {
	return sessions.flatMap(({ sessionId, branchIds }) => branchIds.map((branchId) => ({ branchId, sessionId, ended })));
}

/** Tells each branch which connections to close; gives those of branches that could not be told. */
export async function closeConnections(env: Env, owed: Owed): Promise<Owed> {
	const byBranch = Map.groupBy(owed, (each) => each.branchId);
	const left = await Promise.all(
		[...byBranch].map(async ([branchId, connections]) => {
			try {
				await env.BRANCH.getByName(branchId).closeConnections(connections);
				return [];
			} catch (error) {
				console.error(JSON.stringify({ message: "connections not closed yet", branchId, error: String(error) }));
				return connections;
			}
		}),
	);
	return left.flat();
}
