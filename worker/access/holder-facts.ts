import { BANK } from "../../rules/institution.ts";
import { nodeOf } from "../../rules/place.ts";
import type { HolderActor } from "../../schema/actor.ts";
import type { SessionInfo, SessionRow } from "../../schema/people/session.ts";
import { idleEndsAt } from "../domain/session/session-state.ts";
import type { HolderState, KeptSession } from "./holder-state.ts";

/** The roles in which a session may act now; none when its holder has no rights any more. */
export function actorsOf(
	{ holder }: HolderState,
	{ demoActor }: KeptSession,
	demoMode: boolean,
): readonly HolderActor[] {
	if (demoActor !== undefined) return demoMode ? [demoActor] : [];
	// A program has no sessions: each of its calls brings its secret.
	if (holder === null || holder.kind === "service") return [];
	if (holder.kind === "device") return holder.retired ? [] : [holder.actor];
	return holder.active ? holder.actors : [];
}

/** Whether the session was opened by a first password, which somebody else has chosen, and must change it before anything else. */
export function mustChangePassword({ holder }: HolderState, { method }: KeptSession): boolean {
	return method === "password" && holder?.kind === "staff" && holder.mustChangePassword;
}

export function infoOf(state: HolderState, session: KeptSession, demoMode: boolean): SessionInfo {
	const { sessionId, method, startedAt, endsAt, locked } = session;
	return {
		...{ sessionId, method, startedAt, endsAt, locked },
		holder: namedHolder(state, session),
		actors: [...actorsOf(state, session, demoMode)],
		idleEndsAt: idleEndsAt(session),
		hasPin: state.pinHash !== null,
		mustChangePassword: mustChangePassword(state, session),
	};
}

export function rowOf(session: KeptSession, currentId: string | null): SessionRow {
	const { sessionId, method, startedAt, endsAt, locked, lastUsedAt, label } = session;
	const current = sessionId === currentId;
	return {
		...{ sessionId, method, startedAt, endsAt, locked, lastUsedAt, label, current },
		idleEndsAt: idleEndsAt(session),
	};
}

/** What colleagues know of this person, and so may not stand in the password: the names, and the nodes below the bank at which they work. */
export function namesOf({ holder }: HolderState): {
	readonly names: readonly string[];
	readonly nodeIds: readonly string[];
} {
	if (holder?.kind !== "staff") return { names: [], nodeIds: [] };
	const nodeIds = holder.actors.map(({ place }) => nodeOf(place)).filter((nodeId) => nodeId !== BANK);
	return { names: [holder.name.zh, holder.name.en], nodeIds: [...new Set(nodeIds)] };
}

function namedHolder({ holder }: HolderState, { demoActor }: KeptSession): SessionInfo["holder"] {
	if (demoActor?.kind === "device") return { kind: "device", actor: demoActor, name: demoActor.deviceId };
	if (demoActor?.kind === "staff") return nameless(demoActor.staffId);
	if (holder?.kind === "device") return { kind: "device", actor: holder.actor, name: holder.name };
	return holder?.kind === "staff" ? { kind: "staff", staffId: holder.staffId, name: holder.name } : nameless("unknown");
}

/** A holder whom the books do not name, as in the demo: the staff number stands for the name. */
function nameless(staffId: string): SessionInfo["holder"] {
	return { kind: "staff", staffId, name: { zh: staffId, en: staffId } };
}
