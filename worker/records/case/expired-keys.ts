import { and, isNotNull, lte, sql } from "drizzle-orm";
import type { Memory } from "../memory.ts";
import { blankCases } from "./case.ts";
import { cases, dataKeys } from "./case-tables.ts";

/** Keys destroyed by one transaction of the retention run. */
const RETENTION_BATCH_MAX_KEYS = 500;

/** Destroys some of the keys whose time has come, and blanks what they sealed. Returns how many went. */
export async function destroyExpiredKeys(memory: Memory, now: number): Promise<number> {
	const expired = memory
		.select({ keyId: dataKeys.keyId })
		.from(dataKeys)
		.where(and(isNotNull(dataKeys.wrapped), lte(dataKeys.expiresAt, now)))
		.orderBy(dataKeys.expiresAt, dataKeys.keyId)
		.limit(RETENTION_BATCH_MAX_KEYS);
	const [, destroyed] = await memory.batch([
		blankCases(memory, sql`${cases.keyId} in ${expired}`, now),
		memory
			.update(dataKeys)
			.set({ wrapped: null, wrappingKeyId: null, destroyedAt: now })
			.where(sql`${dataKeys.keyId} in ${expired}`)
			.returning({ keyId: dataKeys.keyId }),
	]);
	return destroyed.length;
}
