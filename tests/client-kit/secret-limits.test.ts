import { expect, it } from "vitest";
import { isPin, PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS, PIN_CHARS } from "../../client-kit/secret-limits.ts";
import { Password, Pin } from "../../schema/session.ts";

it("[ACC-5] [PPL-7] a password or PIN that the page takes is as long as the contract wants it", () => {
	const taken = (chars: number) => Password.safeParse("x".repeat(chars)).success;
	const lengths = [PASSWORD_MIN_CHARS - 1, PASSWORD_MIN_CHARS, PASSWORD_MAX_CHARS, PASSWORD_MAX_CHARS + 1];
	expect(lengths.map(taken)).toEqual([false, true, true, false]);
	expect(PIN_CHARS).toBe(6);
	for (const typed of ["274951", "27495", "2749511", "27495x", "", " 274951"]) {
		expect([typed, isPin(typed)]).toEqual([typed, Pin.safeParse(typed).success]);
	}
});
