import { describe, it } from "vitest";
import { firstPassword } from "../../worker/access/first-password.ts";
import { hashPassword, verifyPassword, weakPassword } from "../../worker/access/password.ts";

describe("a password", () => {
	it("[PPL-7] is kept as a salted scrypt hash and recognised again", ({ expect }) => {
		const one = hashPassword("晨会八点半开始 ok");
		const two = hashPassword("晨会八点半开始 ok");
		expect(one).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
		expect(one).not.toBe(two);
		expect(verifyPassword("晨会八点半开始 ok", one)).toBe(true);
		expect(verifyPassword("晨会八点半开始 oK", one)).toBe(false);
		// The same letters, typed as one sign or as two.
		expect(verifyPassword("Ame\u0301lie-12345", hashPassword("Am\u00e9lie-12345"))).toBe(true);
	});

	it.for([
		"",
		"scrypt",
		"scrypt$16384$8$5$AAAA",
		"scrypt$16384$8$5$AAAA$AAAA",
		"scrypt$1048576$8$5$AAAA$AAAA",
		"scrypt$16384$8$500$AAAA$AAAA",
		"scrypt$x$8$5$AAAA$AAAA",
		"bcrypt$16384$8$5$AAAA$AAAA",
		`scrypt$16384$8$5$AAAA$${"A".repeat(43)}$more`,
		`scrypt$15000$8$5$AAAA$${"A".repeat(43)}`,
	])("[PPL-7] %j is no hash, and no password fits it", (stored, { expect }) => {
		expect(verifyPassword("", stored)).toBe(false);
	});

	it.for([
		"short",
		"123456789",
		"1234567890",
		"0987654321",
		"abcdefghijkl",
		"qwertyuiop",
		"aaaaaaaaaaaa",
		"abcabcabcabc",
		"Password2026!",
		"P@ssw0rd1234",
		"1qaz2wsx!!!!",
		"zhang-100001-wei",
		"Admin@123456",
		"tingtang2026",
	])("[PPL-7] %s is too simple", (password, { expect }) => {
		expect(weakPassword(password, "100001")).toBe(true);
	});

	it.for(["correct horse battery", "晨会八点半到三楼开会", "k7mq-x2dr-9hwe-pt4n", "Lujiazui 3rd floor"])(
		"[PPL-7] %s is good enough",
		(password, { expect }) => {
			expect(weakPassword(password, "100001")).toBe(false);
		},
	);

	it("[PPL-7] given first is random, and easy to read from paper", ({ expect }) => {
		const given = new Set(Array.from({ length: 1_000 }, firstPassword));
		expect(given.size).toBe(1_000);
		for (const password of given) expect(password).toMatch(/^([2-9a-hjkm-z]{4}-){3}[2-9a-hjkm-z]{4}$/);
		const signs = new Set([...given].join("").replaceAll("-", ""));
		expect(signs.size).toBe(32);
	});
});
