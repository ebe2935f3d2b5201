import { useEffect, useRef } from "react";
import { whenPageWakes } from "../../client-kit/live/page-wakes.ts";
import { onPageLock, pageLock, setPageLock } from "../../client-kit/session/page-lock.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import { idleStep } from "./idle-step.ts";

const STEP_EVERY_MS = 5_000;
/** Each touch is told to the person's other pages in this browser, so that a page left in the background does not lock the session. */
const CHANNEL = "tingtang.touch";

type IdleLock = {
	/** Signed in by cookie, not by a token of the demo. */
	readonly hasSession: boolean;
	readonly hasPin: boolean;
	/** Asks the server for the session: keeps it alive, and shows whether it has ended. */
	readonly ask: () => Promise<unknown>;
	readonly lock: () => Promise<unknown>;
};

/** Locks a page that nobody touches, if there is a PIN, and keeps the session of a page in use alive. */
export function useIdleLock({ hasSession, hasPin, ask, lock }: IdleLock): void {
	const hasPinNow = useRef(hasPin);
	hasPinNow.current = hasPin;
	useEffect(() => {
		if (!hasSession) return;
		const stopped = new AbortController();
		const { signal } = stopped;
		const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
		let [touchedAt, askedAt, postedAt] = [elapsedMs(), elapsedMs(), -STEP_EVERY_MS];
		const step = () => {
			const visible = document.visibilityState === "visible";
			const now = elapsedMs();
			const next = idleStep({ now, touchedAt, askedAt, visible, hasPin: hasPinNow.current, lock: pageLock() });
			if (next === "ask") {
				askedAt = now;
				void ask();
			}
			if (next !== "lock") return;
			// Covered at once, also while there is no network to lock it by.
			if (pageLock() === "open") setPageLock("locking");
			void lock();
		};
		const touched = () => {
			// After a sleep the time may be over: this touch must lock the page, not keep it open.
			step();
			if (pageLock() !== "open") return;
			touchedAt = elapsedMs();
			if (touchedAt - postedAt < STEP_EVERY_MS) return;
			postedAt = touchedAt;
			channel?.postMessage("touched");
		};
		channel?.addEventListener("message", () => {
			touchedAt = elapsedMs();
		});
		for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, touched, { signal, capture: true });
		const woken = () => {
			step();
			// Another page may have unlocked the session.
			if (pageLock() === "locked") void ask();
		};
		whenPageWakes(woken, signal);
		const stop = onPageLock((now) => {
			if (now === "open") touchedAt = askedAt = elapsedMs();
		});
		const timer = setInterval(step, STEP_EVERY_MS);
		return () => {
			stopped.abort();
			stop();
			channel?.close();
			clearInterval(timer);
		};
	}, [hasSession, ask, lock]);
}
