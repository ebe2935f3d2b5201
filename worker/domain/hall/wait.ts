import { readyFrom, waitedMs } from "../../../rules/wait.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";

/** What a wait (`rules/wait.ts`) is measured by as events come in: live hall, tally, rollups and reports all read this clock. */
export type WaitClock = {
	/** Since when the customer is ready for the service waited for; moves by the time spent away or on hold. */
	readonly readyAt: number;
	/** The call that may yet lead to service; a recall does not move it. */
	readonly calledAt: number | null;
	/** Since when the customer is on hold or missed. */
	readonly awayAt: number | null;
};

/** A wait as it begins. */
export function waitFrom(issuedAt: number, appointmentAt: number | undefined): WaitClock {
	return { readyAt: readyFrom(issuedAt, appointmentAt), calledAt: null, awayAt: null };
}

/** Milliseconds waited if service starts now; null when no call led here: what follows at the same counter had no wait. */
export function waitedUntilService({ readyAt, calledAt }: WaitClock): number | null {
	return calledAt === null ? null : waitedMs(readyAt, calledAt);
}

/** The clock after one more event of its visit. */
export function waitAfter(clock: WaitClock, event: { readonly type: BranchEvent["type"] }, at: number): WaitClock {
	switch (event.type) {
		case "ticket-called":
			return { ...clock, calledAt: at };
		case "service-started":
		case "ticket-moved-on":
		case "ticket-transferred":
			return clock.calledAt === null ? clock : { ...clock, calledAt: null };
		case "service-finished":
			return { ...clock, readyAt: at };
		case "ticket-held":
		case "ticket-missed":
			return { ...clock, calledAt: null, awayAt: at };
		case "ticket-resumed":
		case "ticket-returned":
			return { readyAt: clock.readyAt + at - (clock.awayAt ?? at), calledAt: null, awayAt: null };
		default:
			return clock;
	}
}
