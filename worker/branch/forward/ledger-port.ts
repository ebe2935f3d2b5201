import { setBackEntry } from "../../domain/commit/set-back.ts";
import { closedDayEntry } from "../../domain/day/closed-day.ts";
import type { Env } from "../../platform/env.ts";
import type { LedgerPort } from "./forwarder-ports.ts";

/** The ledger of a branch's own node. */
export function ledgerPort(env: Env, branchId: string): LedgerPort {
	return {
		noteClosed: (day) => env.LEDGER.getByName(branchId).append(closedDayEntry(branchId, day, Date.now())),
		noteSetBack: (lost) => env.LEDGER.getByName(branchId).append(setBackEntry(branchId, lost, Date.now())),
		tryWriting: () => env.LEDGER.getByName(branchId).tryWriting(),
	};
}
