import type { RetentionClass, WrappedKey } from "../../schema/customer/sealed.ts";
import { COMMIT_KEEP_DAYS } from "../../schema/limits.ts";
import { EnvelopeError, type NamedKey, open, openKey, type SealedPlace, seal } from "./envelope.ts";
import type { Vault } from "./vault.ts";

const DAY_MS = 86_400_000;
const DATA_KEY_BYTES = 32;

/** What one data key covers in each class of personal data, and how long the key exists. */
export const RETENTION = {
	/** One key per branch and day, kept as long as that day's commits. */
	visit: { keptMs: COMMIT_KEEP_DAYS * DAY_MS },
	/** One key per record, so that one person can be erased. */
	referral: { keptMs: 3 * 365 * DAY_MS },
	/** One key per case, kept as long as that of a referral. */
	case: { keptMs: 3 * 365 * DAY_MS },
} as const satisfies Record<RetentionClass, { readonly keptMs: number }>;

/** What a data key is for; `subject` is the id of a record or case, or a business day. */
export type KeySubject = {
	readonly retention: RetentionClass;
	readonly branchId: string;
	readonly subject: string;
};

/** A new data key, ready to use and as it is stored. `now` is wall-clock time. */
export async function newDataKey(
	vault: Vault,
	{ retention, branchId, subject }: KeySubject,
	now: number,
): Promise<{ readonly key: NamedKey; readonly stored: WrappedKey }> {
	const keyId = `${retention}:${branchId}:${subject}`;
	const bytes = crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
	const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
	const wrapping = wrappingKey(vault, vault.currentId);
	const wrapped = await seal(wrapping, placeOf({ keyId, branchId }), bytes);
	bytes.fill(0);
	const expiresAt = now + RETENTION[retention].keptMs;
	const stored = { keyId, retention, branchId, wrappingKeyId: vault.currentId, wrapped, createdAt: now, expiresAt };
	return { key: { keyId, key }, stored };
}

type Stored = Pick<WrappedKey, "keyId" | "branchId" | "wrappingKeyId" | "wrapped">;

/** Opens a stored data key. Throws `EnvelopeError` when its wrapping key is no longer in the ring, or the wrapped key was tampered with. */
export async function unwrap(vault: Vault, stored: Stored): Promise<NamedKey> {
	const key = await openKey(wrappingKey(vault, stored.wrappingKeyId), placeOf(stored), stored.wrapped);
	return { keyId: stored.keyId, key };
}

/** Wraps the same data key by the current key-encryption key; values that it has sealed stay as they are. */
export async function rewrap(vault: Vault, stored: Stored): Promise<Pick<WrappedKey, "wrappingKeyId" | "wrapped">> {
	const place = placeOf(stored);
	const bytes = await open(wrappingKey(vault, stored.wrappingKeyId), place, stored.wrapped);
	const wrapped = await seal(wrappingKey(vault, vault.currentId), place, bytes);
	bytes.fill(0);
	return { wrappingKeyId: vault.currentId, wrapped };
}

function wrappingKey(vault: Vault, keyId: string): NamedKey {
	const key = vault.wrapping.get(keyId);
	if (key === undefined) throw new EnvelopeError("other key");
	return key;
}

function placeOf({ keyId, branchId }: Pick<WrappedKey, "keyId" | "branchId">): SealedPlace {
	return { branchId, table: "data_keys", column: "wrapped", row: keyId };
}
