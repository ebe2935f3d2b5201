import { lt, sql } from "drizzle-orm";
import type { Memory } from "../memory.ts";
import { disclosures } from "./case-tables.ts";

const HOUR_MS = 3_600_000;

/** What is counted by itself. */
export type DisclosureKind = "show" | "search" | "recognise";

/** Counts one more, if the hour has room for it; false when it has not. `now` is wall-clock time. */
export async function countDisclosure(
	memory: Memory,
	{ staffId, kind, max }: { readonly staffId: string; readonly kind: DisclosureKind; readonly max: number },
	now: number,
): Promise<boolean> {
	const hour = Math.floor(now / HOUR_MS);
	const counted = await memory
		.insert(disclosures)
		.values({ hour, staffId, kind, count: 1 })
		.onConflictDoUpdate({
			target: [disclosures.hour, disclosures.staffId, disclosures.kind],
			set: { count: sql`${disclosures.count} + 1` },
			setWhere: sql`${disclosures.count} < ${max}`,
		})
		.returning({ count: disclosures.count });
	return counted.length === 1;
}

/** Forgets the counts of hours that are over. */
export function forgetDisclosures(memory: Memory, now: number) {
	return memory.delete(disclosures).where(lt(disclosures.hour, Math.floor(now / HOUR_MS) - 1));
}
