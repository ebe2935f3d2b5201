import type { Commit } from "../../schema/event.ts";
import type { SealedReferral } from "../../schema/sealed-referral.ts";
import type { Post } from "./outbox.ts";

/** The sealed half of a new record joined to what its commit says of it; null when the branch refused it. */
export function postOf({ seq, at, events }: Commit, sealed: SealedReferral): Post | null {
	for (const event of events) {
		if (event.type !== "referral-recorded") continue;
		const { status, reasonCode, staffId, role, businessDay, managerId = null, visit: ticketId = null } = event;
		const facts = { status, reasonCode, staffId, role, businessDay, managerId, ticketId, recordedAt: at };
		return { seq, entry: { ...sealed, ...facts } };
	}
	return null;
}
