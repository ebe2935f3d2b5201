import { describe, it } from "vitest";
import { syntheticCustomer } from "../../worker/domain/customer/synthetic-customer.ts";
import { blindIndex, blindIndexes, keyedHash } from "../../worker/privacy/blind-index.ts";
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
			"+86 (0)138 1234 5678",
			"tel:0138-1234-5678",
			"\u202d１３８１２３４５６７８",
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

	it("[PRV-5] finds a number that was stored before its spellings were understood", async ({ expect }) => {
		const vault = await aVault();
		const stored = (kind: string, text: string) => keyedHash(vault, `index:${kind}`, text);
		for (const former of [
			"8613812345678",
			"013812345678",
			"+86013812345678",
			"TEL:13812345678",
			"13812345678",
			"138·1234·5678",
			"\u202d13812345678\u202c",
		]) {
			expect(await blindIndexes(vault, "phone", "+86 138 1234 5678")).toContain(await stored("phone", former));
		}
		for (const former of ["+861065051234", "861065051234", "01065051234"]) {
			expect(await blindIndexes(vault, "phone", "010-65051234")).toContain(await stored("phone", former));
		}
		for (const former of ["01065051234801", "01065051234转801", "+861065051234转801"]) {
			expect(await blindIndexes(vault, "phone", "010-65051234 ext 801")).toContain(await stored("phone", former));
		}
		for (const former of ["11010519491231002X", "11010519491231002Х", "110105491231002"]) {
			expect(await blindIndexes(vault, "id-number", "11010519491231002x")).toContain(await stored("id-number", former));
		}
		const asTyped = "6222·0212·3456·1234";
		expect(await blindIndexes(vault, "account", asTyped)).toContain(await stored("account", asTyped));
		expect(await blindIndexes(vault, "phone", "13812345678")).not.toContain(await stored("phone", "13812345679"));
	});

	it("[PRV-5] of signs alone is the index of these signs", async ({ expect }) => {
		const vault = await aVault();
		expect(await blindIndex(vault, "account", "----")).not.toBe(await blindIndex(vault, "account", "····"));
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
