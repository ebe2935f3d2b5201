import { describe, expect, it } from "vitest";
import { recognisedBy } from "../../client-kit/customer/recognised-by.ts";
import { RecogniseBody } from "../../schema/customer/customer.ts";
import { PersonQuery } from "../../schema/customer/customer-values.ts";
import { doubtOfIdNumber, idNumber, phoneNumber, plainReference } from "../../schema/text/written-number.ts";
import { syntheticCustomer } from "../../worker/domain/customer/synthetic-customer.ts";
import { MOBILE_SPELLINGS } from "./number-spellings.ts";

describe("a phone number", () => {
	it.each(MOBILE_SPELLINGS)("[PRV-5] written %j is one number", (written) => {
		expect(phoneNumber(written)).toBe("13812345678");
		expect(recognisedBy(written)).toEqual({ by: "phone", value: "13812345678" });
	});

	it.each([
		["010-65051234", "01065051234"],
		["(010) 6505 1234", "01065051234"],
		["+86 10 6505 1234", "01065051234"],
		["86-10-65051234", "01065051234"],
		["0086 (0)10 65051234", "01065051234"],
		["0571-88887777", "057188887777"],
		["+86 571 8888777", "05718888777"],
		["010-65051234-801", "01065051234x801"],
		["010-65051234 转 801", "01065051234x801"],
		["010-65051234转分机801", "01065051234x801"],
		["+86 10 6505 1234 ext. 801", "01065051234x801"],
		["tel:+86-10-6505-1234;ext=801", "01065051234x801"],
		["010-65051234#801", "01065051234x801"],
		["400-820-8820", "4008208820"],
		["+86 400 820 8820", "4008208820"],
		["95588", "95588"],
		["65051234", "65051234"],
		["+44 (0)20 7946 0958", "+442079460958"],
		["0044 20 7946 0958", "+442079460958"],
		["+852 6123 4567", "+85261234567"],
	])("[PRV-5] %s has the form %s", (written, form) => {
		expect(phoneNumber(written)).toBe(form);
	});

	it("[PRV-5] of two people stays two", () => {
		const forms = [
			"13812345678",
			"13812345679",
			"010-65051234",
			"021-65051234",
			"010-65051234-801",
			"010-65051234-802",
		];
		expect(new Set(forms.map(phoneNumber)).size).toBe(forms.length);
	});
});

describe("an ID number", () => {
	it.each([
		"99000019900307001X",
		"990000 1990 0307 001x",
		"99000019900307001Х",
		"99000019900307001х",
		"99000019900307001×",
	])("[PRV-5] written %s is one number", (written) => {
		expect(idNumber(written)).toBe("99000019900307001X");
	});

	it("[PRV-5] of 15 characters is the same as the 18 that came after it", () => {
		expect(idNumber("110105491231002")).toBe("11010519491231002X");
		expect(idNumber("A123456(7)")).toBe("A1234567");
	});

	it.each([
		["11010519491231002X", null],
		["11010519491231002Х", null],
		["110105194912310021", "check"],
		["11010519490231002X", "date"],
		["11010519000229002X", "date"],
		["E12345678", null],
		["H1234567", null],
	] as const)("[PRV-17] %s is doubted for its %s", (written, doubt) => {
		expect(doubtOfIdNumber(written)).toBe(doubt);
	});

	it("[PRV-17] of everybody is free of doubt, and with any one digit changed it is not", () => {
		for (let index = 0; index < 200; index++) {
			const { idNumber: number } = syntheticCustomer(5, index);
			expect(doubtOfIdNumber(number)).toBeNull();
			const at = index % 17;
			const wrong = `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`;
			expect(doubtOfIdNumber(wrong)).not.toBeNull();
		}
	});
});

describe("a number typed to recognise a customer", () => {
	it("[PRV-17] comes with the doubt there is about it", () => {
		expect(recognisedBy("110105194912310021")).toEqual({
			by: "id-number",
			value: "110105194912310021",
			doubt: "check",
		});
		expect(recognisedBy("11010519491231002Х")).toEqual({ by: "id-number", value: "11010519491231002X" });
	});

	it.each([
		["6222 0212 3456 1234", "card"],
		["622848001234", "card"],
		["861065051234", "card"],
		["110105491231002", "card"],
		["+86 10 6505 1234", "phone"],
		["010-65051234", "phone"],
	] as const)("[PRV-11] %s is a %s", (typed, by) => {
		expect(recognisedBy(typed)?.by).toBe(by);
	});

	it("[PRV-5] is taken however long its spelling is, and nothing unseen counts as a sign", () => {
		const value = "\u202dtel:+86 - (0)10 - 6505 - 1234 ; ext = 80123\u202c";
		expect(RecogniseBody.safeParse({ by: "phone", value }).success).toBe(true);
		expect(PersonQuery.safeParse({ by: "phone", value, reason: "客户来电" }).success).toBe(true);
		expect(PersonQuery.safeParse({ by: "phone", value: "1\u200b\u200b\u200b", reason: "客户来电" }).success).toBe(
			false,
		);
	});

	it("[PRV-5] that is the bank's own keeps its hyphens", () => {
		expect(plainReference(" ｃ－２０４８１２３４\u200b")).toBe("C-20481234");
	});
});
