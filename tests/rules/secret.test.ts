import { expect, it } from "vitest";
import { isPin, PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS } from "../../rules/secret.ts";
import { Password, Pin } from "../../schema/people/session.ts";

it("[PPL-7] a password has 10 to 128 characters", () => {
	expect([PASSWORD_MIN_CHARS, PASSWORD_MAX_CHARS]).toEqual([10, 128]);
	const taken = [9, 10, 128, 129].map((chars) => Password.safeParse("x".repeat(chars)).success);
	expect(taken).toEqual([false, true, true, false]);
});

it.each([
	["274951", true],
	["27495", false],
	["2749511", false],
	["27495x", false],
	["", false],
	[" 274951", false],
	["274951\n", false],
])("[ACC-5] a PIN is six digits: %j", (typed, isOne) => {
	expect(isPin(typed)).toBe(isOne);
	expect(Pin.safeParse(typed).success).toBe(isOne);
});
