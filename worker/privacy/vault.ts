import { Buffer } from "node:buffer";
import * as z from "zod";
import type { NamedKey } from "./envelope.ts";

/** The secrets by which personal data is sealed, opened and found; without both of them none of this is possible. */
export type PrivacySecrets = {
	/** JSON `{"current": id, "keys": {id: base64 of 256 bits}}`: data keys are wrapped by the current one. */
	readonly KEY_ENCRYPTION_KEYS?: string;
	/** Base64 of 256 bits or more. It must never change: no stored hash would be found any more. */
	readonly BLIND_INDEX_KEY?: string;
};

/** The imported keys; no code can read them out again. */
export type Vault = {
	readonly currentId: string;
	readonly wrapping: ReadonlyMap<string, NamedKey>;
	readonly index: CryptoKey;
};

const KEY_BYTES = 32;
const KeyText = z.base64().refine((text) => Buffer.from(text, "base64").length === KEY_BYTES);
const Ring = z.object({
	current: z.string(),
	keys: z.record(z.string().regex(/^[A-Za-z0-9_-]{1,32}$/), KeyText),
});

let opened: { readonly secrets: string; readonly vault: Promise<Vault> } | null = null;

/** Imports the keys, once per isolate and again when the secrets change. Null when the secrets are missing or are not valid keys. */
export function vaultOf({ KEY_ENCRYPTION_KEYS = "", BLIND_INDEX_KEY = "" }: PrivacySecrets): Promise<Vault> | null {
	const secrets = `${KEY_ENCRYPTION_KEYS} ${BLIND_INDEX_KEY}`;
	if (opened?.secrets === secrets) return opened.vault;
	const ring = ringOf(KEY_ENCRYPTION_KEYS);
	const index = Buffer.from(BLIND_INDEX_KEY, "base64");
	if (ring === null || index.length < KEY_BYTES) return null;
	opened = { secrets, vault: imported(ring, new Uint8Array(index)) };
	return opened.vault;
}

/** The bytes of the key-encryption keys, the current one first, for work that may not await. */
export function wrappingKeysOf({ KEY_ENCRYPTION_KEYS = "" }: PrivacySecrets): readonly Uint8Array[] {
	const ring = ringOf(KEY_ENCRYPTION_KEYS);
	if (ring === null) return [];
	const ids = Object.keys(ring.keys).sort((one) => (one === ring.current ? -1 : 1));
	return ids.map((id) => Buffer.from(ring.keys[id] ?? "", "base64"));
}

function ringOf(text: string): z.infer<typeof Ring> | null {
	try {
		const parsed = Ring.safeParse(JSON.parse(text));
		return parsed.success && parsed.data.current in parsed.data.keys ? parsed.data : null;
	} catch {
		return null;
	}
}

async function imported(ring: z.infer<typeof Ring>, index: Uint8Array<ArrayBuffer>): Promise<Vault> {
	const wrapping = new Map<string, NamedKey>();
	for (const [keyId, text] of Object.entries(ring.keys)) {
		const bytes = new Uint8Array(Buffer.from(text, "base64"));
		const usages = ["encrypt", "decrypt", "unwrapKey"] as const;
		wrapping.set(keyId, { keyId, key: await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, [...usages]) });
	}
	const hashing = { name: "HMAC", hash: "SHA-256" };
	return {
		currentId: ring.current,
		wrapping,
		index: await crypto.subtle.importKey("raw", index, hashing, false, ["sign"]),
	};
}
