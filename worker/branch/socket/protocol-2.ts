import { PROTOCOL_MIN_VERSION } from "../../../rules/live-protocol.ts";
import type { StaffAlert } from "../../../schema/hall/view.ts";
import type { Collections } from "../../domain/view/keyed-diff.ts";

/** A call for help as protocol 2 shows it to staff. */
type HelpCall = {
	readonly id: string;
	readonly reason: string;
	readonly counterId: string | null;
	readonly askedBy: string;
	readonly askedAt: number;
	readonly acceptedBy: string | null;
	readonly acceptedAt: number | null;
};

/**
 * A view as a client of this version knows it: protocol 2 has calls for help in `helps`, and shows all of them to everybody;
 * who presses on one that is somebody else's is refused. This file leaves with that protocol.
 */
export function asSpoken(view: Collections, protocol: number): Collections {
	if (protocol !== PROTOCOL_MIN_VERSION || view.alerts === undefined) return view;
	const { alerts, ...rest } = view;
	const shown = alerts as unknown as readonly StaffAlert[];
	return { ...rest, helps: shown.filter(({ kind }) => kind === "help").map(helpCallOf) };
}

function helpCallOf({ id, reason, where, raisedBy, raisedAt, acceptedBy, acceptedAt }: StaffAlert): HelpCall {
	const counterId = where?.kind === "counter" ? where.counterId : null;
	return { id, reason, counterId, askedBy: raisedBy, askedAt: raisedAt, acceptedBy, acceptedAt };
}
