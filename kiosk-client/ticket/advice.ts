import type { OwnTicket } from "../../schema/hall/view.ts";

/** With so few ahead it is time to come back to the hall. */
export const SOON_AHEAD = 3;

/**
 * Which of the texts tells a waiting customer what to do; `ahead` is null while the place is not known, and with no
 * counter open that can serve them nobody is called soon.
 */
export function waitingAdvice(ahead: number | null, countersOpen: number | null) {
	if (countersOpen === 0) return "nextNoneOpen";
	if (ahead === 0) return "nextFirst";
	return ahead !== null && ahead <= SOON_AHEAD ? "nextSoon" : "nextFar";
}

/** Which of the texts tells how a visit ended. */
export function endedAdvice(outcome: OwnTicket["outcome"]) {
	switch (outcome) {
		case "no-show":
			return "endedNoShow";
		case "cancelled":
			return "endedCancelled";
		case "redirected":
			return "endedRedirected";
		case "unserved":
			return "endedUnserved";
		case "served":
		case null:
			return "endedServed";
		default:
			return outcome satisfies never;
	}
}
