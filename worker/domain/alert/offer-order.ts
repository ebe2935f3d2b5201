import type { Role } from "../../../schema/actor.ts";
import type { Tried } from "../../../schema/hall/alert.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Configured, Context } from "../hall/decision.ts";
import { staffOf } from "../people/staff.ts";

const ADVISERS: readonly Role[] = ["relationship-manager", "marketing-manager"];

/** Whose manager the customer is, if anybody's, and who is with the customer now and so is not asked. */
export type OfferTo = { readonly own?: string | undefined; readonly raisedBy: string };

/**
 * Every manager in the order in which they are asked: the customer's own, the head's list of today, then whoever was asked
 * least often today, of those the one who was asked longest ago.
 */
export function managersInOrder(state: Configured, { own, raisedBy }: OfferTo): string[] {
	const { dutyOrder, turns } = state.lobby;
	const rolesOf = new Map(state.people?.map(({ id, roles }) => [id, roles]));
	const managers = staffOf(state)
		.filter(({ id, role }) => [role, ...(rolesOf.get(id) ?? [])].some((each) => ADVISERS.includes(each)))
		.map(({ id }) => id);
	const turnOf = (id: string) => turns[id] ?? { count: 0, at: 0 };
	const byTurn = [...managers].sort((one, other) => {
		const [a, b] = [turnOf(one), turnOf(other)];
		return a.count - b.count || a.at - b.at || (one < other ? -1 : 1);
	});
	const first = own === undefined ? [] : [own];
	const all = new Set([...first, ...dutyOrder, ...byTurn]);
	return [...all].filter((id) => managers.includes(id) && id !== raisedBy);
}

/** Why somebody is passed over at once; null: they can be rung. */
function whyNot(state: BranchState, id: string, present: Context["present"]): Tried["why"] | null {
	if ((state.lobby.presence[id]?.status ?? "on-duty") !== "on-duty") return "off-duty";
	for (const { staffId, ticketId } of state.counters.values())
		if (staffId === id && ticketId !== null) return "serving";
	for (const { kind, acceptedBy } of state.alerts.values()) if (kind === "offer" && acceptedBy === id) return "serving";
	return present?.some(({ staffId }) => staffId === id) ? null : "unreachable";
}

/** Who is rung next, and everybody who was not or did not come, in order. Null: nobody is left but the head. */
export type NextManager = { readonly staffId: string | null; readonly tried: readonly Tried[] };

/** `tried`: who has been asked, or passed over, before. Nobody is asked twice. */
export function nextManager(
	state: Configured,
	to: OfferTo,
	tried: NonNullable<AlertState["tried"]>,
	present: Context["present"],
): NextManager {
	const all = [...tried];
	for (const staffId of managersInOrder(state, to)) {
		if (all.some((each) => each.staffId === staffId)) continue;
		const why = whyNot(state, staffId, present);
		if (why === null) return { staffId, tried: all };
		all.push({ staffId, why });
	}
	return { staffId: null, tried: all };
}
