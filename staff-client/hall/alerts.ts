import { GOODBYE_MS } from "../../rules/measure/goodbye.ts";
import { isTold, type Someone } from "../../rules/told.ts";
import type { StaffAlert } from "../../schema/hall/view.ts";
import type { Hall } from "./hall.ts";

/** Who has taken somebody's own call stays in sight for this long. */
export const TAKEN_SHOWN_MS = 180_000;

export type OwnAlerts = {
	/** Told to this person, and nobody has it yet: urgent ones first, then the longest waiting. */
	readonly toTake: readonly StaffAlert[];
	/** This person has it. */
	readonly taken: readonly StaffAlert[];
	/** Told to this person too, and somebody else is about it. */
	readonly others: readonly StaffAlert[];
	/** Raised by this person, longest waiting first; there until it is over. */
	readonly raised: readonly StaffAlert[];
	/** Customers who wait for a manager, and this person watches over the lobby. */
	readonly watched: readonly StaffAlert[];
};

/** The alerts of one person. What they raised themselves is for others to take. */
export function alertsOf(hall: Hall, me: Someone, now: number): OwnAlerts {
	const all = [...hall.alerts.values()]
		.filter((alert) => !hasLeft(alert, now))
		.sort((one, other) => Number(other.urgent) - Number(one.urgent) || one.raisedAt - other.raisedAt);
	const mine = all.filter((alert) => alert.raisedBy !== me.staffId && isTold(alert.told, me));
	return {
		toTake: mine.filter((alert) => alert.acceptedAt === null),
		taken: all.filter((alert) => alert.acceptedBy === me.staffId),
		others: mine.filter((alert) => alert.acceptedAt !== null && alert.acceptedBy !== me.staffId),
		raised: all.filter(({ raisedBy, acceptedBy }) => raisedBy === me.staffId && acceptedBy !== me.staffId),
		watched: all.filter(
			(alert) =>
				alert.kind === "offer" && ![alert.raisedBy, alert.acceptedBy].includes(me.staffId) && !mine.includes(alert),
		),
	};
}

/** The branch forgets it too, but tells nobody: nothing has happened. */
function hasLeft({ kind, raisedAt, acceptedAt }: StaffAlert, now: number): boolean {
	return kind === "departure" && (acceptedAt ?? raisedAt) + GOODBYE_MS < now;
}

function isJustTaken({ acceptedAt }: StaffAlert, now: number): boolean {
	return acceptedAt !== null && now - acceptedAt < TAKEN_SHOWN_MS;
}

/** The call for help a counter is still waiting for, else the latest that was answered lately. */
export function helpOfCounter(hall: Hall, counterId: string, now: number): StaffAlert | null {
	const own = [...hall.alerts.values()].filter(
		({ kind, where }) => kind === "help" && where?.kind === "counter" && where.counterId === counterId,
	);
	const open = own.find((alert) => alert.acceptedAt === null);
	if (open) return open;
	const answered = own.filter((alert) => isJustTaken(alert, now));
	return answered.sort((one, other) => other.raisedAt - one.raisedAt)[0] ?? null;
}
