import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { keepLastKnown } from "../../client-kit/page/last-known.ts";
import { onPageLock, type PageLock, pageLock, setPageLock } from "../../client-kit/session/page-lock.ts";
import { goToSignIn } from "../../client-kit/session/session.ts";
import { LOCK, SESSION, SIGN_OUT } from "../../rules/routes/session.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { useIdleLock } from "./idle-lock.ts";

/** The session signed in to in this browser. */
export type OwnSession = {
	readonly info: SessionInfo;
	/** Locks this session and covers the page; null: done. */
	lock(): Promise<ClientProblem | null>;
	signOut(): Promise<ClientProblem | null>;
	/** Reads it again, after a change. */
	refresh(): Promise<void>;
};

/** Null where a demo's token is used instead. */
export const OwnSessionContext = createContext<OwnSession | null>(null);

export function useMine(): OwnSession | null {
	return useContext(OwnSessionContext);
}

/**
 * Watches the session that the browser's cookie carries, while `hasSession`: keeps it alive while somebody uses the page,
 * locks it when nobody does, and leaves for the sign-in page when it has ended.
 */
export function useOwnSession(hasSession: boolean): {
	readonly own: OwnSession | null;
	readonly lock: PageLock;
	readonly refresh: OwnSession["refresh"];
} {
	const [info, setInfo] = useState<SessionInfo | null>(null);
	const present = useSyncExternalStore(onPageLock, pageLock);
	const first = useRef<string | null>(null);

	const refresh = useCallback(async () => {
		const before = pageLock();
		const found = await call(SESSION, {}, null);
		if (!found.ok) {
			if (found.problem.status === 401) goToSignIn();
			return;
		}
		const { holder } = found.value;
		const who = holder.kind === "staff" ? holder.staffId : holder.actor.deviceId;
		// Somebody else has signed in here meanwhile: what is on this page is not theirs.
		if (first.current !== null && first.current !== who) return location.reload();
		first.current = who;
		setInfo(found.value);
		if (found.value.mustChangePassword) goToSignIn();
		else if (found.value.locked) setPageLock("locked");
		// An answer that was on its way when the page was locked opens nothing.
		else if (before === "locked") setPageLock("open");
	}, []);
	const lock = useCallback(async () => {
		const locked = await call(LOCK, {}, null);
		if (locked.ok || locked.problem.code === "session-locked") setPageLock("locked");
		else if (locked.problem.status === 401) goToSignIn();
		return locked.ok ? null : locked.problem;
	}, []);
	const signOut = useCallback(async () => {
		const ended = await call(SIGN_OUT, {}, null);
		if (ended.ok || ended.problem.status === 401) {
			keepLastKnown(null);
			location.replace("/sign-in/");
		}
		return ended.ok ? null : ended.problem;
	}, []);

	useEffect(() => {
		if (hasSession) void refresh();
	}, [hasSession, refresh]);
	useIdleLock({ hasSession, hasPin: info?.hasPin ?? false, ask: refresh, lock });
	const own = hasSession && info !== null ? { info, lock, signOut, refresh } : null;
	return { own, lock: hasSession ? present : "open", refresh };
}
