import { and, asc, eq, sql } from "drizzle-orm";
import { DaySigningStep } from "../../../schema/hall/day-signing.ts";
import { cases } from "../case/case-tables.ts";
import type { Memory } from "../memory.ts";
import { daySigning } from "./tables.ts";

/** What was done of the signing of a day, the first first. */
export async function signingOf(memory: Memory, branchId: string, businessDay: string): Promise<DaySigningStep[]> {
	const rows = await memory
		.select({ body: daySigning.body })
		.from(daySigning)
		.where(and(eq(daySigning.branchId, branchId), eq(daySigning.businessDay, businessDay)))
		.orderBy(asc(daySigning.version));
	return rows.map(({ body }) => DaySigningStep.parse(JSON.parse(body)));
}

/** Adds one thing; false: somebody has done another meanwhile. */
export async function addToSigning(
	memory: Memory,
	at: { readonly branchId: string; readonly businessDay: string; readonly version: number },
	step: DaySigningStep,
): Promise<boolean> {
	const added = await memory
		.insert(daySigning)
		.values({ ...at, body: JSON.stringify(step) })
		.onConflictDoNothing()
		.returning({ version: daySigning.version });
	return added.length === 1;
}

/** How many records of a day nobody has signed. */
export async function unsignedRecords(memory: Memory, branchId: string, businessDay: string): Promise<number> {
	const [row] = await memory
		.select({ count: sql<number>`count(*)` })
		.from(cases)
		.where(
			and(
				eq(cases.branchId, branchId),
				eq(cases.kind, "referral"),
				sql`json_extract(${cases.body}, '$.businessDay') = ${businessDay}`,
				sql`json_extract(${cases.body}, '$.facts.signedBy') is null`,
				sql`json_extract(${cases.body}, '$.erasedAt') is null`,
			),
		);
	return row?.count ?? 0;
}
