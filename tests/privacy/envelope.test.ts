import { describe, it } from "vitest";
import { newDataKey, RETENTION, unwrap } from "../../worker/privacy/data-key.ts";
import { EnvelopeError, openText, type SealedPlace, sealText } from "../../worker/privacy/envelope.ts";
import { vaultOf } from "../../worker/privacy/vault.ts";
import { aVault, ringWith, SECRETS } from "./a-vault.ts";

const NOW = Date.UTC(2026, 10, 23);
const PLACE: SealedPlace = { branchId: "sh-one", table: "referrals", column: "name", row: "r1" };
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

async function aKey(subject = "r1", branchId = "sh-one") {
	return newDataKey(await aVault(), { retention: "referral", branchId, subject }, NOW);
}

describe("a sealed value", () => {
	it("[PRV-1] opens where it was sealed and says by what it was, and never the same twice", async ({ expect }) => {
		const { key } = await aKey();
		for (const text of ["李小明", "", "13812345678", "𠮷野家".repeat(200)]) {
			const sealed = await sealText(key, PLACE, text);
			expect(sealed).toMatch(/^A256GCM\.referral:sh-one:r1\.[\w-]{16}\.[\w-]{22,}$/);
			if (text !== "") expect(sealed).not.toContain(text);
			expect(await openText(key, PLACE, sealed)).toBe(text);
			expect(await sealText(key, PLACE, text)).not.toBe(sealed);
		}
	});

	it("[PRV-1] with any one character changed, added or taken away does not open", async ({ expect }) => {
		const { key } = await aKey();
		const sealed = await sealText(key, PLACE, "李小明 13812345678");
		for (let at = 0; at < sealed.length; at++) {
			const old = sealed[at] ?? "";
			const other = LETTERS[(LETTERS.indexOf(old) + 1 + (at % 60)) % LETTERS.length] ?? "A";
			for (const changed of [
				sealed.slice(0, at) + other + sealed.slice(at + 1),
				sealed.slice(0, at) + sealed.slice(at + 1),
				sealed.slice(0, at) + other + sealed.slice(at),
			]) {
				if (changed === sealed) continue;
				await expect(openText(key, PLACE, changed), `${at} ${changed}`).rejects.toThrow(EnvelopeError);
			}
		}
	});

	it("[PRV-1] does not open in another branch, table, column or row, nor under another record's key", async ({
		expect,
	}) => {
		const { key } = await aKey();
		const sealed = await sealText(key, PLACE, "李小明");
		for (const elsewhere of [
			{ ...PLACE, branchId: "sh-two" },
			{ ...PLACE, table: "complaints" },
			{ ...PLACE, column: "remarks" },
			{ ...PLACE, row: "r2" },
			// What stands at the edge of two parts must not slip from one into the other.
			{ ...PLACE, table: "referrals.name", column: "" },
		]) {
			await expect(openText(key, elsewhere, sealed)).rejects.toThrow("not authentic");
		}
		const { key: other } = await aKey("r2");
		await expect(openText(other, PLACE, sealed)).rejects.toThrow("other key");
		await expect(openText({ ...other, keyId: key.keyId }, PLACE, sealed)).rejects.toThrow("not authentic");
	});

	it("[PRV-1] of an algorithm nobody knows stays closed", async ({ expect }) => {
		const { key } = await aKey();
		const sealed = await sealText(key, PLACE, "李小明");
		for (const algorithm of ["SM4GCM", "A128GCM", "none", ""]) {
			const renamed = [algorithm, ...sealed.split(".").slice(1)].join(".");
			await expect(openText(key, PLACE, renamed)).rejects.toThrow("unknown algorithm");
		}
	});
});

describe("a data key", () => {
	it("[PRV-1] is stored wrapped, lives as long as its class, and cannot be read out", async ({ expect }) => {
		const vault = await aVault();
		for (const retention of ["visit", "referral"] as const) {
			const { key, stored } = await newDataKey(vault, { retention, branchId: "sh-one", subject: "20261123" }, NOW);
			expect(stored.expiresAt - NOW).toBe(RETENTION[retention].keptMs);
			expect(stored).toMatchObject({ keyId: `${retention}:sh-one:20261123`, wrappingKeyId: vault.currentId });
			const sealed = await sealText(key, PLACE, "李小明");
			expect(await openText(await unwrap(vault, stored), PLACE, sealed)).toBe("李小明");
			expect((await unwrap(vault, stored)).key.extractable).toBe(false);
			await expect(crypto.subtle.exportKey("raw", key.key)).rejects.toThrow();
		}
		expect(RETENTION.visit.keptMs).toBe(35 * 86_400_000);
	});

	it("[PRV-1] wrapped for another branch or record, or by a key that is gone, stays closed", async ({ expect }) => {
		const vault = await aVault();
		const { stored } = await aKey();
		await expect(unwrap(vault, { ...stored, branchId: "sh-two" })).rejects.toThrow(EnvelopeError);
		await expect(unwrap(vault, { ...stored, keyId: "referral:sh-one:r2" })).rejects.toThrow(EnvelopeError);
		await expect(unwrap(await aVault(ringWith("two", ["two"])), stored)).rejects.toThrow("other key");
	});

	it("[PRV-1] without proper secrets there is no vault at all", async ({ expect }) => {
		const { KEY_ENCRYPTION_KEYS = "", BLIND_INDEX_KEY = "" } = SECRETS;
		for (const secrets of [
			{},
			{ KEY_ENCRYPTION_KEYS },
			{ BLIND_INDEX_KEY },
			{ KEY_ENCRYPTION_KEYS, BLIND_INDEX_KEY: "c2hvcnQ=" },
			{ KEY_ENCRYPTION_KEYS: "{", BLIND_INDEX_KEY },
			{ KEY_ENCRYPTION_KEYS: '{"current":"one","keys":{}}', BLIND_INDEX_KEY },
			{ KEY_ENCRYPTION_KEYS: '{"current":"one","keys":{"one":"c2hvcnQ="}}', BLIND_INDEX_KEY },
		]) {
			expect(vaultOf(secrets)).toBeNull();
		}
	});
});
