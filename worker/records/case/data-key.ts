import { and, count, eq, isNotNull, ne } from "drizzle-orm";
import { RetentionClass, type WrappedKey } from "../../../schema/customer/sealed.ts";
import type { Memory } from "../memory.ts";
import { dataKeys } from "./case-tables.ts";

/** Writes a wrapped key; one that is known, or has been destroyed, stays as it is. */
export function rememberDataKey(memory: Memory, key: WrappedKey) {
	return memory.insert(dataKeys).values(key).onConflictDoNothing();
}

/** A living key, as it is stored; null once it has been destroyed. */
export type LivingKey = Pick<WrappedKey, "keyId" | "branchId" | "retention" | "wrappingKeyId" | "wrapped">;

export function livingKey(row: typeof dataKeys.$inferSelect | null): LivingKey | null {
	if (row === null || row.wrapped === null || row.wrappingKeyId === null) return null;
	const { keyId, branchId, wrappingKeyId, wrapped } = row;
	return { keyId, branchId, retention: RetentionClass.parse(row.retention), wrappingKeyId, wrapped };
}

/** Some of the keys that another than the current key-encryption key has wrapped. */
export async function keysToRewrap(memory: Memory, currentId: string, limit: number): Promise<LivingKey[]> {
	const rows = await memory.select().from(dataKeys).where(wrappedByOther(currentId)).limit(limit);
	return rows.flatMap((row) => livingKey(row) ?? []);
}

export async function countKeysToRewrap(memory: Memory, currentId: string): Promise<number> {
	const [row] = await memory.select({ left: count() }).from(dataKeys).where(wrappedByOther(currentId));
	return row?.left ?? 0;
}

function wrappedByOther(currentId: string) {
	return and(isNotNull(dataKeys.wrapped), ne(dataKeys.wrappingKeyId, currentId));
}

/** Puts the new wrapping in the place of the old one; a key destroyed meanwhile stays destroyed. */
export function replaceWrapping(memory: Memory, old: LivingKey, fresh: Pick<WrappedKey, "wrappingKeyId" | "wrapped">) {
	return memory
		.update(dataKeys)
		.set(fresh)
		.where(and(eq(dataKeys.keyId, old.keyId), eq(dataKeys.wrapped, old.wrapped)));
}

/** Destroys the key of one record, and with it the record's personal values. `at` is wall-clock time. */
export function destroyKey(memory: Memory, keyId: string, at: number) {
	return memory
		.update(dataKeys)
		.set({ wrapped: null, wrappingKeyId: null, destroyedAt: at })
		.where(and(eq(dataKeys.keyId, keyId), isNotNull(dataKeys.wrapped)));
}

/** A key that is destroyed, whether it has come here before or comes later. Wall-clock times. */
export function rememberDestroyedKey(
	memory: Memory,
	key: Pick<WrappedKey, "keyId" | "branchId" | "retention">,
	at: number,
) {
	const nothing = { wrapped: null, wrappingKeyId: null, destroyedAt: at };
	return memory
		.insert(dataKeys)
		.values({ ...key, ...nothing, createdAt: at, expiresAt: at })
		.onConflictDoUpdate({ target: dataKeys.keyId, set: nothing, setWhere: isNotNull(dataKeys.wrapped) });
}
