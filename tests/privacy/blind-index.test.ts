import { describe, it } from "vitest";
import { syntheticCustomer } from "../../worker/domain/synthetic-customer.ts";
import { blindIndex, keyedHash } from "../../worker/privacy/blind-index.ts";
import { count } from "../counts.ts";
import { aVault, SECRETS } from "./a-vault.ts";

describe("the blind index", () => {
	it("[PRV-5] gives one hash however a number is written, and another for another kind, number or key", async ({
		expect,
	}) => {
		const vault = await aVault();
		const phone = await blindIndex(vault, "phone", "13812345678");
		for (const written of [
			"138 1234 5678",
			"138-1234-5678",
			"+8613812345678",
			"0086 138 1234 5678",
			"１３８１２３４５６７８",
		]) {
			expect(await blindIndex(vault, "phone", written)).toBe(phone);
		}
		expect(await blindIndex(vault, "account", "13812345678")).not.toBe(phone);
		expect(await blindIndex(vault, "phone", "13812345679")).not.toBe(phone);
		expect(await keyedHash(vault, "content", "13812345678")).not.toBe(phone);
		const id = await blindIndex(vault, "id-number", "99000019900307001X");
		expect(await blindIndex(vault, "id-number", "990000 1990 0307 001x")).toBe(id);
		const other = await aVault({ ...SECRETS, BLIND_INDEX_KEY: btoa("another key of thirty-two bytes!!") });
		expect(await blindIndex(other, "phone", "13812345678")).not.toBe(phone);
	});

	it("[PRV-5] says nothing of the number, and no two numbers share a hash", async ({ expect }) => {
		const vault = await aVault();
		const hashes = new Set<string>();
		const everybody = count(200, 5_000);
		for (let index = 0; index < everybody; index++) {
			const { phone } = syntheticCustomer(3, index);
			const hash = await blindIndex(vault, "phone", phone);
			expect(hash).toMatch(/^[\w-]{43}$/);
			expect(hash).not.toContain(phone);
			hashes.add(hash);
		}
		expect(hashes.size).toBe(everybody);
	});
});
