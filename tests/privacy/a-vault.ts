import { env } from "cloudflare:workers";
import { type PrivacySecrets, type Vault, vaultOf } from "../../worker/privacy/vault.ts";

const keyOf = (words: string) => btoa(words.repeat(2).slice(0, 32));
const KEYS = { one: keyOf("only the tests know this key"), two: keyOf("and this one comes after it") };

/** The secrets as they are bound to the worker under test. */
export const SECRETS: PrivacySecrets = {
	KEY_ENCRYPTION_KEYS: env.KEY_ENCRYPTION_KEYS ?? "",
	BLIND_INDEX_KEY: env.BLIND_INDEX_KEY ?? "",
};

/** The same ring after somebody has put the other key first, or taken keys away. */
export function ringWith(current: "one" | "two", ids: readonly ("one" | "two")[] = ["one", "two"]): PrivacySecrets {
	const keys = Object.fromEntries(ids.map((id) => [id, KEYS[id]]));
	return { ...SECRETS, KEY_ENCRYPTION_KEYS: JSON.stringify({ current, keys }) };
}

export async function aVault(secrets: PrivacySecrets = SECRETS): Promise<Vault> {
	const vault = await vaultOf(secrets);
	if (vault === null) throw new Error("these are no keys");
	return vault;
}
