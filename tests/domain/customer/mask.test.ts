import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContactKind, NumberKind } from "../../../schema/customer/customer-values.ts";
import { maskContact, maskName, maskNumber } from "../../../worker/domain/customer/mask.ts";
import { count } from "../../counts.ts";
import { seedOf } from "../seed.ts";

const HAN = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
const anything = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 40 }),
	fc.string({ unit: "binary", maxLength: 40 }),
	fc.array(HAN, { maxLength: 12 }).map((all) => all.join("")),
	fc.stringMatching(/^[0-9 +-]{0,24}$/),
);

/** Characters of the value that still stand in the mask, in order. */
function revealed(mask: string): number {
	return [...mask].filter((each) => each !== "*").length;
}

describe("masks", () => {
	it.each([
		["李小明", "李*明"],
		["李明", "李*"],
		["王二小明", "王**明"],
		["欧阳明", "欧阳*"],
		["欧阳明华", "欧阳*华"],
		["欧阳", "欧*"],
		["欧　阳　明", "欧阳*"],
		["諸葛孔明", "諸葛*明"],
		["司空见", "司空*"],
		["𠮷明", "𠮷*"],
		["\ue863小明", "\ue863*明"],
		["阿卜杜拉・买买提", "阿***"],
		["李", "***"],
		["\u03b1\u0313\u0300\u0345", "***"],
		["", "***"],
		["阿卜杜拉·买买提", "阿***"],
		["John Smith", "J***"],
		["Jo", "***"],
		["13812345678", "1***"],
		["中国石油天然气", "中***"],
	])("[PRV-6] the name %s stands as %s", (name, mask) => {
		expect(maskName(name)).toBe(mask);
	});

	it.each([
		["account", "6222021234561234", "6222********1234"],
		["account", "6222 0212 3456 1234", "6222********1234"],
		["account", "6222021234567891234", "6222***********1234"],
		["account", "12345678901", "***"],
		["account", "𐀀𐀀𐀀𐀀𝐀ᾀ", "***"],
		["account", "ᾀᾀᾀᾀᾀᾀ", "***"],
		["id-number", "990000199003070018", "990***********0018"],
		["id-number", "99000019900307001X", "990***********001X"],
		["id-number", "99000019900307001×", "990***********001X"],
		["id-number", "110105491231002", "110********1002"],
		["id-number", "1234567", "***"],
		["information-number", "K12345678", "K1*****78"],
		["information-number", "K123456", "***"],
	] as [NumberKind, string, string][])("[PRV-6] the %s number %s stands as %s", (kind, value, mask) => {
		expect(maskNumber(kind, value)).toBe(mask);
	});

	it.each([
		["phone", "13812345678", "138****5678"],
		["phone", "138-1234-5678", "138****5678"],
		["phone", "+86 (0)138 1234 5678", "138****5678"],
		["phone", "\u202d13812345678\u202c", "138****5678"],
		["phone", "010-65051234转801", "010****1234"],
		["phone", "110", "***"],
		["wechat", "wxid_abc", "w***"],
		["email", "li@bank.cn", "l***"],
		["email", "a@b", "***"],
	] as [ContactKind, string, string][])("[PRV-6] the contact %s %s stands as %s", (kind, value, mask) => {
		expect(maskContact(kind, value)).toBe(mask);
	});

	it("[PRV-6] whatever somebody types, a mask shows no more than its rule and always hides something", () => {
		const rules: readonly (readonly [most: number, mask: (value: string) => string])[] = [
			[3, maskName],
			[8, (value) => maskNumber("account", value)],
			[7, (value) => maskNumber("id-number", value)],
			[4, (value) => maskNumber("information-number", value)],
			[7, (value) => maskContact("phone", value)],
			[1, (value) => maskContact("wechat", value)],
			[1, (value) => maskContact("email", value)],
		];
		const property = fc.property(anything, (value) => {
			for (const [most, mask] of rules) {
				const masked = mask(value);
				expect(masked).toContain("*");
				// Stars of the value itself tell nothing.
				expect(revealed(masked)).toBeLessThanOrEqual(most);
				const hidden = [...value.normalize("NFKC")].length - revealed(masked);
				if (value.length > 0 && masked !== "***") expect(hidden).toBeGreaterThanOrEqual(1);
			}
		});
		fc.assert(property, { seed: seedOf("masks"), numRuns: count(500, 20_000) });
	});
});
