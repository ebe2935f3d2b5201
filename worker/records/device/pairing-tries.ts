import { eq, inArray, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Memory } from "../memory.ts";

const pairingTries = sqliteTable("pairing_tries", {
	subject: text("subject").primaryKey(),
	tries: integer("tries").notNull(),
	lastAt: integer("last_at").notNull(),
	blockedUntil: integer("blocked_until").notNull(),
});

/** Counts wrong codes over all, for ever. */
const BANK = "bank";
/** Mistyping this often costs nothing; then the wait doubles from two seconds to a quarter of an hour. */
export const FREE_TRIES_PER_PERSON = 5;
/** The same for all people of a branch together. */
export const FREE_TRIES_PER_BRANCH = 20;
const FIRST_DELAY_MS = 2_000;
const DELAY_MAX_MS = 900_000;
/** Whoever has not tried for so long begins anew. */
const FORGET_MS = 3_600_000;
const DOUBLINGS_MAX = 20;

/** How many wrong codes were ever typed, as part of a statement. */
export const wrongCodesSoFar = sql<number>`coalesce((select tries from pairing_tries where subject = ${BANK}), 0)`;

/**
 * Counts one try of a person at a branch before its code is looked at, so that tries side by side cannot outrun the
 * limit. Null: go on; else when the next try is allowed, epoch milliseconds.
 */
export async function countTry(
	memory: Memory,
	at: { readonly staffId: string; readonly branchId: string },
	now: number,
): Promise<number | null> {
	const limits = [
		[personSubject(at.staffId), FREE_TRIES_PER_PERSON],
		[branchSubject(at.branchId), FREE_TRIES_PER_BRANCH],
	] as const;
	for (const [subject, free] of limits) {
		const counted = await count(memory, subject, free, now);
		if (counted.length === 0) return blockedUntil(memory, subject, now);
	}
	return null;
}

/** The code was right: its try costs nothing, and whoever found it need not wait. */
export async function forgiveTry(memory: Memory, at: { readonly staffId: string; readonly branchId: string }) {
	await memory
		.update(pairingTries)
		.set({ tries: sql`max(${pairingTries.tries} - 1, 0)`, blockedUntil: 0 })
		.where(inArray(pairingTries.subject, [personSubject(at.staffId), branchSubject(at.branchId)]));
}

/** The code was wrong: every code that lives is one wrong one nearer to its end. */
export async function countWrongCode(memory: Memory, now: number) {
	await memory
		.insert(pairingTries)
		.values({ subject: BANK, tries: 1, lastAt: now, blockedUntil: 0 })
		.onConflictDoUpdate({ target: pairingTries.subject, set: { tries: sql`${pairingTries.tries} + 1`, lastAt: now } });
}

const personSubject = (staffId: string) => `staff:${staffId}`;
const branchSubject = (branchId: string) => `branch:${branchId}`;

/** One row when the try is allowed, none while the subject has to wait; the wait doubles with each try beyond `free`. */
function count(memory: Memory, subject: string, free: number, now: number) {
	const forgotten = sql`${pairingTries.lastAt} < ${now - FORGET_MS}`;
	const tries = sql`case when ${forgotten} then 1 else ${pairingTries.tries} + 1 end`;
	const doublings = sql`min(${pairingTries.tries} + 1 - ${free} - 1, ${DOUBLINGS_MAX})`;
	const delayMs = sql`min(${FIRST_DELAY_MS} << ${doublings}, ${DELAY_MAX_MS})`;
	const waits = sql`case when ${forgotten} or ${pairingTries.tries} + 1 <= ${free} then 0 else ${now} + ${delayMs} end`;
	return memory
		.insert(pairingTries)
		.values({ subject, tries: 1, lastAt: now, blockedUntil: 0 })
		.onConflictDoUpdate({
			target: pairingTries.subject,
			set: { tries, lastAt: now, blockedUntil: waits },
			setWhere: sql`${pairingTries.blockedUntil} <= ${now}`,
		})
		.returning({ subject: pairingTries.subject });
}

async function blockedUntil(memory: Memory, subject: string, now: number): Promise<number> {
	const [row] = await memory.select().from(pairingTries).where(eq(pairingTries.subject, subject));
	return row?.blockedUntil ?? now;
}
