import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { commonWords } from "../../../worker/access/common-words.ts";
import { firstPassword } from "../../../worker/access/first-password.ts";
import { hashPassword, verifyPassword } from "../../../worker/access/password.ts";
import { weakPassword } from "../../../worker/access/weak-password.ts";

const NOBODY = { staffId: "100001", names: [], places: [] };
const isCommon = await commonWords(env.ASSETS);
const ZHANG = {
	staffId: "100001",
	names: ["张伟", "Zhang Wei"],
	places: ["sh-lujiazui", "上海陆家嘴支行", "Shanghai Lujiazui Branch"],
};

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
		expect(weakPassword(password, NOBODY, isCommon)).toBe(true);
	});

	it.for([
		"dragon12345",
		"Aa123456..",
		"Shanghai2026",
		"Woaini5201314",
		"Zhongguo@2026",
		"wangxiaoming1990",
		"13812345678",
		"1990010119900101",
		"Football2026!",
		"Dragonmonkey88",
		"5un5h1ne2026",
		"1qaz@WSX3edc",
		"Qwe123!@#asd",
		"Huawei@123",
		"Gongshang123",
		"trustno1trustno1",
	])("[ACC-19] %s is what others choose", (password, { expect }) => {
		expect(weakPassword(password, NOBODY, isCommon)).toBe(true);
	});

	it.for([
		"Zhang Wei likes tulips",
		"wei.zhang/tulip-kettle",
		"kettle 张伟 tulip canoe",
		"tulip-Lujiazui-kettle",
		"郁金香上海陆家嘴水壶独木舟",
		"sh-lujiazui-tulip-kettle",
		"tulip 100-001 kettle",
	])("[ACC-19] %s holds what everybody knows of its owner, and is fine for others", (password, { expect }) => {
		expect(weakPassword(password, ZHANG, isCommon)).toBe(true);
		expect(weakPassword(password, { ...NOBODY, staffId: "200002" }, isCommon)).toBe(false);
	});

	it("[ACC-19] of the longest that is taken is judged at once, whatever it is made of", ({ expect }) => {
		for (const unit of ["1", "ab", "aab", "@4", "x7", "张"]) {
			expect(weakPassword(unit.repeat(128).slice(0, 128), NOBODY, isCommon), unit).toBe(true);
		}
	});

	it.for([
		"correct horse battery",
		"晨会八点半到三楼开会",
		"k7mq-x2dr-9hwe-pt4n",
		"Lujiazui 3rd floor",
		"tulip canoe window",
		"xk29vqmtzr",
	])("[PPL-7] %s is good enough", (password, { expect }) => {
		expect(weakPassword(password, NOBODY, isCommon)).toBe(false);
	});

	it("[PPL-7] given first is random, and easy to read from paper", ({ expect }) => {
		const given = new Set(Array.from({ length: 1_000 }, firstPassword));
		expect(given.size).toBe(1_000);
		for (const password of given) expect(password).toMatch(/^([2-9a-hjkm-z]{4}-){3}[2-9a-hjkm-z]{4}$/);
		const signs = new Set([...given].join("").replaceAll("-", ""));
		expect(signs.size).toBe(32);
	});
});
