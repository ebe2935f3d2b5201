import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, it } from "vitest";
import { commonWordsText } from "../../../scripts/build/common-words.ts";
import { readCommonWords } from "../../../worker/access/common-words.ts";
import { weakPassword } from "../../../worker/access/weak-password.ts";

const COMMONEST = 10_000;
const LONG_ENOUGH_CHARS = 10;
const isCommon = readCommonWords(commonWordsText());
const NOBODY = { staffId: "100001", names: [], places: [] };

it("[ACC-19] each of the commonest ten thousand is refused, as it is and with a year or signs around it", () => {
	const commonest = dictionary["passwords-common"].slice(0, COMMONEST);
	expect(commonest).toHaveLength(COMMONEST);
	const words = commonest.filter((password) => /^[a-z]+$/.test(password));
	expect(words.length).toBeGreaterThan(COMMONEST / 2);
	const taken = [...commonest, ...words.flatMap((word) => [`${word}2026!`, `${word}123456`, `@${word}.8888`])].filter(
		(password) => password.length >= LONG_ENOUGH_CHARS && !weakPassword(password, NOBODY, isCommon),
	);
	expect(taken).toEqual([]);
});

it("[ACC-19] judges none by words that are not there whole", () => {
	const text = commonWordsText();
	for (const broken of ["", "7525", text.slice(0, -1), `${text}A`, text.replace(/^\d+/, "7524"), "<html></html>"]) {
		expect(() => readCommonWords(broken), broken.slice(0, 20)).toThrow("common passwords");
	}
	expect(readCommonWords(text)("dragon")).toBe(true);
});
