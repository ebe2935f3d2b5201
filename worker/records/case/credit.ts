import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Memory } from "../memory.ts";

const Earned = z.object({
	staffId: z.string(),
	points: z.number().int(),
	records: z.number().int(),
	pointsBefore: z.number().int(),
});
export type Earned = z.infer<typeof Earned>;

const WON_ON = sql.raw("json_extract(cases.body, '$.facts.wonOn')");

/** Points by person of the records of a branch that were won in a month (`YYYY-MM`) and in the one before; null: of everybody. */
export async function creditEarned(
	memory: Memory,
	{ branchId, month, staffId }: { readonly branchId: string; readonly month: string; readonly staffId: string | null },
): Promise<Earned[]> {
	const isNow = sql`${WON_ON} >= ${month}`;
	// A month is before all of its days, as texts; the index answers.
	const rows = await memory.all(sql`select earned.key as staffId, sum(iif(${isNow}, earned.value, 0)) as points,
		sum(${isNow}) as records, sum(iif(${isNow}, 0, earned.value)) as pointsBefore
		from cases, json_each(json_extract(cases.body, '$.facts.credit')) as earned
		where cases.branch_id = ${branchId}
			and ${WON_ON} >= ${monthBefore(month)} and ${WON_ON} < ${`${month}-99`}
			and (${staffId} is null or earned.key = ${staffId})
		group by earned.key order by points desc, pointsBefore desc, staffId`);
	return Earned.array().parse(rows);
}

function monthBefore(month: string): string {
	const [year = 0, of = 0] = month.split("-").map(Number);
	return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, "0")}`;
}
