import { describe, expect, it } from "vitest";
import * as z from "zod";
import { contractField } from "../../react-kit/form/contract-field.ts";
import { DisclosureReason } from "../../schema/customer/disclosure.ts";
import { Bilingual } from "../../schema/ids.ts";
import { TEXT_MAX_CHARS } from "../../schema/limits.ts";

describe("a field made from the contract", () => {
	it("[CON-3] takes what the door takes, and says how long that may be", () => {
		const { zh, en } = Bilingual.shape;
		expect(contractField(zh)).toMatchObject({ isNeeded: true, maxChars: 120 });
		expect(contractField(en).maxChars).toBe(200);
		const reason = contractField(DisclosureReason);
		expect(reason.maxChars).toBe(TEXT_MAX_CHARS);
		expect([reason.holds("x"), reason.holds("核对身份")]).toEqual([false, true]);
	});

	it("[CON-3] tells what may be left out, and what there is to choose from", () => {
		expect(contractField(z.string().max(9).optional())).toMatchObject({ isNeeded: false, maxChars: 9 });
		expect(contractField(z.enum(["one", "other"])).oneOf).toEqual(["one", "other"]);
		expect(contractField(z.number())).toMatchObject({ maxChars: undefined, oneOf: undefined });
	});
});
