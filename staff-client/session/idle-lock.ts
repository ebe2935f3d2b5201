import { useEffect, useRef } from "react";
import { whenPageWakes } from "../../client-kit/live/page-wakes.ts";
import { onPageLock, pageLock, setPageLock } from "../../client-kit/session/page-lock.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import { idleStep } from "./idle-step.ts";

const STEP_EVERY_MS = 5_000;
/** The same person's other pages in this browser hear of each touch, so that the one left behind locks nobody out. */
const CHANNEL = "tingtang.touch";

type Doing = {
	readonly isOwn: boolean;
	readonly hasPin: boolean;
	/** Asks about the session, which keeps it alive and tells what became of it. */
	readonly ask: () => Promise<unknown>;
	readonly lock: () => Promise<unknown>;
};

/** Covers and locks a page that nobody touches, and keeps the session of one in use alive. */
export function useIdleLock({ isOwn, hasPin, ask, lock }: Doing): void {
	const hasPinNow = useRef(hasPin);
	hasPinNow.current = hasPin;
	useEffect(() => {
		if (!isOwn) return;
		const over = new AbortController();
		const { signal } = over;
		const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
		let [touchedAt, askedAt, toldAt] = [elapsedMs(), elapsedMs(), -STEP_EVERY_MS];
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
			// The device may have slept through its time: what is touched then is the lock.
			step();
			if (pageLock() !== "open") return;
			touchedAt = elapsedMs();
			if (touchedAt - toldAt < STEP_EVERY_MS) return;
			toldAt = touchedAt;
			channel?.postMessage("touched");
		};
		channel?.addEventListener("message", () => {
			touchedAt = elapsedMs();
		});
		for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, touched, { signal, capture: true });
		const woken = () => {
			step();
			// Perhaps unlocked elsewhere meanwhile.
			if (pageLock() === "locked") void ask();
		};
		whenPageWakes(woken, signal);
		const stop = onPageLock((now) => {
			if (now === "open") touchedAt = askedAt = elapsedMs();
		});
		const timer = setInterval(step, STEP_EVERY_MS);
		return () => {
			over.abort();
			stop();
			channel?.close();
			clearInterval(timer);
		};
	}, [isOwn, ask, lock]);
}
