import type { Hall, Visitor } from "./hall.ts";

/** What a person who took a number beside the replay is taken to need, on average. */
const GUEST_SERVICE_MS = 240_000;
const GUEST_SERVICE_MIN_MS = 45_000;
const GUEST_WALK_MS = 20_000;

/** Somebody a teller has called of whom the replay knows nothing: a person tries the system. */
export function guestAt(hall: Hall, ticketId: string, services: readonly string[]): Visitor {
	const serviceMs = Math.round(Math.max(GUEST_SERVICE_MIN_MS, hall.random.exponential(GUEST_SERVICE_MS)));
	const now = hall.port.now();
	hall.counts.guests++;
	const visitor: Visitor = {
		planned: {
			arrivesAt: now,
			takesNumberAt: "kiosk",
			class: null,
			legs: [],
			transferred: false,
			leavesAt: null,
			tellsUs: false,
			missesCall: "no",
			comesBackAfterMs: 0,
			hardOfHearing: false,
			walkMs: GUEST_WALK_MS,
		},
		ticketId,
		link: "",
		class: hall.plan.defaultClass,
		issuedAt: now,
		status: "at-counter",
		legsLeft: [{ serviceId: services[0] ?? "", serviceMs }],
		// How long a guest has waited the replay cannot know.
		calledBefore: true,
		gone: false,
		joined: 0,
	};
	hall.visitors.set(ticketId, visitor);
	return visitor;
}
