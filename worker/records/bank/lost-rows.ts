import { and, eq, gte, lt, notInArray } from "drizzle-orm";
import { cases } from "../case/case-tables.ts";
import type { Memory } from "../memory.ts";
import { branches, reports, rollups } from "./tables.ts";

/** Rows of a time that a branch has lost. */
export type LostRows = {
	readonly branchId: string;
	/** Written before this epoch. */
	readonly epoch: number;
	/** Of this business day or a later one; older days are beyond what the branch keeps. */
	readonly from: string;
	/** Days that wait to be written anew stay until then. */
	readonly but: readonly string[];
};

/** Takes away what a branch that was set back has not written anew. Idempotent. */
export async function forgetLostRows(memory: Memory, { branchId, epoch, from, but }: LostRows): Promise<void> {
	const lost = (table: typeof reports | typeof rollups) =>
		and(
			eq(table.branchId, branchId),
			lt(table.epoch, epoch),
			gte(table.businessDay, from),
			notInArray(table.businessDay, [...but]),
		);
	await memory.batch([
		memory.delete(reports).where(lost(reports)),
		memory.delete(rollups).where(lost(rollups)),
		// Opened in the lost time, or open as it was: the branch has written all of its own anew.
		memory.delete(cases).where(and(eq(cases.branchId, branchId), lt(cases.epoch, epoch), eq(cases.isOpen, 1))),
		memory.delete(branches).where(and(eq(branches.branchId, branchId), lt(branches.epoch, epoch))),
	]);
}
