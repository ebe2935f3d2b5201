import type { Segment } from "../../../schema/customer/customer.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Recognised } from "../hall/decision.ts";
import { managerHere } from "../people/own-manager.ts";
import { toldSilently } from "./told-silently.ts";

/** Customers of value to the bank, whose manager is to know that they are here. */
const VALUED: readonly Segment[] = ["mid", "high", "private"];

/**
 * A customer was recognised, with a ticket or without: the lobby and their own manager are told silently, once however often a
 * card is read. Nobody hears of a customer of no such segment, nor while the day is closed.
 */
export function arrivalTold(
	state: BranchState,
	{ reference, segment, managerId }: Recognised,
	lastManager: string | null,
	now: number,
): readonly BranchEvent[] {
	if (reference === null || !VALUED.includes(segment) || state.day?.status !== "open") return [];
	for (const { kind, about } of state.alerts.values()) if (kind === "arrival" && about === reference) return [];
	const own = managerHere(state, managerId) ?? lastManager;
	const where = { kind: "customer" as const, customer: reference };
	const arrival = { kind: "arrival", reason: "valued", about: reference, where } as const;
	return toldSilently(state, arrival, own === null ? [] : [own], now);
}
