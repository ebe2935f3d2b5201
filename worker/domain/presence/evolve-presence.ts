import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { StaffPresence } from "../../../schema/hall/presence.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { LOBBY_ROLES } from "./lobby-roles.ts";

type Of<Type extends BranchEvent["type"]> = Extract<BranchEvent, { type: Type }>;

export function presenceSet(draft: BranchState, event: Of<"presence-set">, at: number): void {
	const { type: _, staffId: id, ...said } = event;
	draft.lobby = { ...draft.lobby, presence: { ...draft.lobby.presence, [id]: { id, since: at, ...said } } };
	reckonCoverage(draft, at);
}

export function dutyOrderSet(draft: BranchState, { staffIds }: Of<"duty-order-set">): void {
	draft.lobby = { ...draft.lobby, dutyOrder: staffIds };
}

/** A new day knows what was said since it began; a hall that was open at midnight goes on as it was. */
export function presenceOfNewDay(draft: BranchState, { startsAt, carried }: Of<"day-opened">, at: number): void {
	if (carried === undefined) keepPresence(draft, ({ since }) => since >= startsAt);
	if (carried === undefined) draft.lobby = { ...draft.lobby, dutyOrder: [], turns: {}, guests: [] };
	reckonCoverage(draft, at);
}

/** Who works here no more is nowhere. */
export function presenceOfStaff(draft: BranchState, at: number): void {
	const ids = new Set(draft.people?.map(({ id }) => id));
	keepPresence(draft, ({ id }) => ids.has(id));
	draft.lobby = { ...draft.lobby, dutyOrder: draft.lobby.dutyOrder.filter((id) => ids.has(id)) };
	reckonCoverage(draft, at);
}

function keepPresence(draft: BranchState, keeps: (presence: StaffPresence) => boolean): void {
	const kept = Object.entries(draft.lobby.presence).filter(([, presence]) => keeps(presence));
	draft.lobby = { ...draft.lobby, presence: Object.fromEntries(kept) };
}

/**
 * Since when nobody has the lobby: asked whenever somebody says something of themselves, or the day or the books change, so
 * that no ticket's command asks it. A branch whose books name nobody for the lobby has nobody to miss.
 */
export function reckonCoverage(draft: BranchState, at: number): void {
	const { presence, uncoveredSince } = draft.lobby;
	const wantsOne =
		draft.day?.status === "open" && draft.people?.some(({ roles }) => roles.some((role) => LOBBY_ROLES.includes(role)));
	const isCovered = Object.values(presence).some(({ status, lobby }) => status === "on-duty" && lobby === true);
	const isMissing = wantsOne === true && !isCovered;
	if (isMissing === (uncoveredSince !== null)) return;
	draft.lobby = { ...draft.lobby, uncoveredSince: isMissing ? at : null, isAlarmed: false };
}
