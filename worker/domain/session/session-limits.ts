import type { HolderActor, Role } from "../../../schema/actor.ts";

/** How long a session lasts at most, and how long it lasts unused. Milliseconds. */
export type SessionLimits = { readonly idleMs: number; readonly absoluteMs: number };

const HOUR_MS = 3_600_000;
/** A phone in the hall lasts one working day, with the PIN in between. */
const HALL: SessionLimits = { idleMs: 4 * HOUR_MS, absoluteMs: 12 * HOUR_MS };
/** Whoever sees or governs more than one branch, or all of its people, is asked again sooner. */
const ABOVE: SessionLimits = { idleMs: HOUR_MS / 2, absoluteMs: 8 * HOUR_MS };
const HEAD: SessionLimits = { idleMs: HOUR_MS, absoluteMs: 12 * HOUR_MS };
/** A device renews by its key, so what somebody copies from it is soon worth nothing. */
export const DEVICE_LIMITS: SessionLimits = { idleMs: 12 * HOUR_MS, absoluteMs: 12 * HOUR_MS };

const BY_ROLE: Readonly<Record<Role, SessionLimits>> = {
	"lobby-manager": HALL,
	"lobby-usher": HALL,
	"stand-in": HALL,
	"closed-teller": HALL,
	"open-teller": HALL,
	"relationship-manager": HALL,
	"marketing-manager": HALL,
	"branch-head": HEAD,
	"deputy-head": HEAD,
	"duty-supervisor": HALL,
	"back-office": HALL,
	"it-support": ABOVE,
	guard: HALL,
	"retail-department": ABOVE,
	"human-resources": ABOVE,
	"head-office-operator": ABOVE,
	auditor: ABOVE,
};

/** The strictest limits among the roles held. */
export function limitsOf(actors: readonly HolderActor[]): SessionLimits {
	const limits = actors.map((actor) => (actor.kind === "staff" ? BY_ROLE[actor.role] : DEVICE_LIMITS));
	if (limits.length === 0) return ABOVE;
	return {
		idleMs: Math.min(...limits.map((each) => each.idleMs)),
		absoluteMs: Math.min(...limits.map((each) => each.absoluteMs)),
	};
}
