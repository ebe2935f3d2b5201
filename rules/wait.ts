/**
 * A wait (REP-3) lasts from when the customer is ready for a service to the call that leads to it, without time away or on
 * hold. Live hall, tally, rollups and reports all count so.
 */

/** Since when somebody who took a number is ready. Early for an appointment: from the appointed time, nothing was due before. */
export function readyFrom(issuedAt: number, appointmentAt: number | undefined): number {
	return Math.max(issuedAt, appointmentAt ?? issuedAt);
}

/** Milliseconds waited until `at`, when called or now; a clock set back makes no wait negative. */
export function waitedMs(readyAt: number, at: number): number {
	return Math.max(0, at - readyAt);
}

/** Mean of waits that ended in service, rounded to the millisecond; null before the first. */
export function meanWaitMs({
	called,
	waitedMs: allMs,
}: {
	readonly called: number;
	readonly waitedMs: number;
}): number | null {
	return called === 0 ? null : Math.round(allMs / called);
}
