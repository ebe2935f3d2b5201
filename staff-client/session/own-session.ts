import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import { call } from "../../client-kit/call.ts";
import type { ClientProblem } from "../../client-kit/client-problem.ts";
import { goToSignIn } from "../../client-kit/session.ts";
import type { SessionInfo } from "../../schema/session.ts";
import { idleStep } from "./idle-lock.ts";

const STEP_EVERY_MS = 5_000;

/** The session signed in to in this browser. */
export type OwnSession = {
	readonly info: SessionInfo;
	/** Locks this session; null: done, and the sign-in page is on its way. */
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
 * Watches the session that the browser's cookie carries, while `isOwn`: keeps it alive while somebody uses the page,
 * locks it when nobody does, and leaves for the sign-in page when it has ended. `covered`: nothing may be seen any more.
 */
export function useOwnSession(isOwn: boolean): { readonly own: OwnSession | null; readonly covered: boolean } {
	const [info, setInfo] = useState<SessionInfo | null>(null);
	const [covered, setCovered] = useState(false);
	const use = useRef({ touchedAt: Date.now(), askedAt: Date.now(), hasPin: false });

	const refresh = useCallback(async () => {
		use.current.askedAt = Date.now();
		const found = await call({ name: "session", method: "GET", path: "/session" }, {}, null);
		if (found.ok) {
			use.current.hasPin = found.value.hasPin;
			setInfo(found.value);
			if (found.value.locked || found.value.mustChangePassword) goToSignIn();
		} else if (found.problem.status === 401) {
			goToSignIn();
		}
	}, []);
	const lock = useCallback(async () => {
		const locked = await call({ name: "lock", method: "POST", path: "/session/lock" }, {}, null);
		if (locked.ok || locked.problem.status === 401 || locked.problem.code === "session-locked") goToSignIn();
		return locked.ok ? null : locked.problem;
	}, []);
	const signOut = useCallback(async () => {
		const ended = await call({ name: "signOut", method: "DELETE", path: "/session" }, {}, null);
		if (ended.ok || ended.problem.status === 401) location.replace("/sign-in/");
		return ended.ok ? null : ended.problem;
	}, []);

	useEffect(() => {
		if (!isOwn) return;
		void refresh();
		const listening = new AbortController();
		const touched = () => {
			use.current.touchedAt = Date.now();
		};
		for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, touched, { signal: listening.signal });
		const timer = setInterval(() => {
			const step = idleStep({ ...use.current, now: Date.now(), visible: document.visibilityState === "visible" });
			if (step === "ask") void refresh();
			if (step !== "lock") return;
			// Covered at once and for good, also while there is no network to lock it by.
			setCovered(true);
			void lock();
		}, STEP_EVERY_MS);
		return () => {
			listening.abort();
			clearInterval(timer);
		};
	}, [isOwn, refresh, lock]);
	return { own: isOwn && info !== null ? { info, lock, signOut, refresh } : null, covered };
}
