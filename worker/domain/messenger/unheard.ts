import { isTold, type Someone } from "../../../rules/told.ts";
import type { Commit } from "../../../schema/hall/event.ts";
import type { MessengerCall } from "../../../schema/hall/messenger.ts";
import { isOver } from "../alert/raise.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { staffOf } from "../people/staff.ts";
import { rolesOf } from "../presence/lobby-people.ts";
import { ringable } from "../presence/ringable.ts";

/** An alert, and everybody of the branch who has just been told of it, whether or not their page rings. */
export type Telling = Pick<MessengerCall, "telling" | "at"> & {
	readonly alertId: string;
	readonly people: readonly Someone[];
};

type Change = {
	readonly before: BranchState;
	readonly after: BranchState;
	readonly commit: Pick<Commit, "events" | "at">;
};

/** Who is told of what by a commit. Whoever had been told before is not told again, unless it is passed on to them. */
export function tellingsOf({ before, after, commit: { events, at } }: Change): Telling[] {
	return events.flatMap((event) => {
		const { type } = event;
		if (
			type !== "alert-raised" &&
			type !== "alert-escalated" &&
			type !== "alert-declined" &&
			type !== "alert-passed-on"
		)
			return [];
		const { alertId } = event;
		const alert = after.alerts.get(alertId);
		if (alert === undefined) return [];
		const told = type === "alert-passed-on" ? undefined : before.alerts.get(alertId)?.told;
		const people = staffOf(after as Configured)
			.map(({ id, role }) => ({ staffId: id, roles: rolesOf(after, id, role) }))
			.filter((each) => each.staffId !== alert.raisedBy && !(told && isTold(told, each)));
		return [{ alertId, telling: type.slice("alert-".length) as Telling["telling"], at, people }];
	});
}

/**
 * Whom of those the messenger is asked to reach as things stand at `now`, by staff number: nobody once somebody has accepted
 * it or it is over, nobody whose page is heard or who is not there by their own word. Who has said nothing may be at home, and
 * is asked only when nobody else who was told is heard. `present`: whose page is heard.
 */
export function unheard(
	state: BranchState,
	{ alertId, people }: Telling,
	now: number,
	present: readonly Someone[],
): string[] {
	const alert = state.alerts.get(alertId);
	if (alert === undefined || alert.acceptedAt !== null || isOver(alert, now)) return [];
	const told = people.filter((each) => isTold(alert.told, each)).map(({ staffId }) => staffId);
	const rung = new Set(ringable(state, present).map(({ staffId }) => staffId));
	const isHeard = told.some((id) => rung.has(id));
	return told.filter((id) => {
		const said = state.lobby.presence[id]?.status;
		return !rung.has(id) && (said === undefined ? !isHeard : said === "on-duty");
	});
}
