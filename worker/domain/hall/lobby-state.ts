import type { StaffPresence } from "../../../schema/hall/presence.ts";

/** A customer of value whose arrival was told; of the staff, whom the alert told by name and who took an alert about them. */
export type Guest = { readonly customer: string; readonly staffIds: readonly string[] };

/** Who says that they are there, and whether somebody has the lobby. Never mutated: a change makes a new one. */
export type LobbyState = {
	/** By staff id; who has said nothing today has no record. */
	readonly presence: Readonly<Record<string, StaffPresence>>;
	/** Since when nobody has the lobby of an open day; null: somebody has, no day is open, or the books name nobody who should. */
	readonly uncoveredSince: number | null;
	/** Whether the head was told of it. */
	readonly isAlarmed: boolean;
	/** The head's list of today. */
	readonly dutyOrder: readonly string[];
	/** By staff id: how often a customer was offered to them today, and when last. */
	readonly turns: Readonly<Record<string, { readonly count: number; readonly at: number }>>;
	/** Of today, the latest last. */
	readonly guests?: readonly Guest[];
};

export const NO_LOBBY: LobbyState = { presence: {}, uncoveredSince: null, isAlarmed: false, dutyOrder: [], turns: {} };
