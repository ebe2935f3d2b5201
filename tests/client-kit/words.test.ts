import { describe, expect, it } from "vitest";
import { caseWords } from "../../client-kit/words/case-words.ts";
import { customerWords } from "../../client-kit/words/customer-words.ts";
import { deviceWords } from "../../client-kit/words/device-words.ts";
import { figureWords } from "../../client-kit/words/figure-words.ts";
import { networkWords } from "../../client-kit/words/network-words.ts";
import { pageWords } from "../../client-kit/words/page-words.ts";
import { referralWords } from "../../client-kit/words/referral-words.ts";
import { rightWords } from "../../client-kit/words/right-words.ts";
import { sessionWords } from "../../client-kit/words/session-words.ts";
import { sharedWords } from "../../client-kit/words/shared-words.ts";
import { strengthWords } from "../../client-kit/words/strength-words.ts";
import { expectParity } from "./parity.ts";

type Catalogue = { readonly zh: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> };
/** The files of words of one client, whichever there are. */
const wordsOf = (modules: Record<string, unknown>): Catalogue[] =>
	Object.values(modules).flatMap((module) => Object.values(module as Record<string, Catalogue>));
const CONSOLE = wordsOf(import.meta.glob("../../console-client/words/*-words.ts", { eager: true }));
const STAFF = wordsOf(import.meta.glob("../../staff-client/words/*-words.ts", { eager: true }));
const PARTS = {
	pageWords,
	sessionWords,
	strengthWords,
	rightWords,
	deviceWords,
	referralWords,
	customerWords,
	networkWords,
	figureWords,
	caseWords,
};

/** Each text in both languages, as one line. */
const textsOf = (catalogues: readonly Catalogue[]) =>
	new Set(catalogues.flatMap(({ zh, en }) => Object.keys(zh).map((key) => `${zh[key]} · ${en[key]}`)));

describe("words that the staff pages and the console share", () => {
	it("[SCR-8] a thing has one name: what both say stands here and in neither of them", () => {
		expect(Math.min(CONSOLE.length, STAFF.length)).toBeGreaterThan(5);
		const staff = textsOf(STAFF);
		expect([...textsOf(CONSOLE)].filter((text) => staff.has(text))).toEqual([]);
		const shared = textsOf([sharedWords]);
		expect([...textsOf(CONSOLE), ...staff].filter((text) => shared.has(text))).toEqual([]);
	});
	it("[SCR-7] are complete in both languages, each key once", () => {
		const keys = Object.values(PARTS).flatMap(({ zh }) => Object.keys(zh));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
		expect(keys.sort()).toEqual(Object.keys(sharedWords.zh).sort());
		// The way to the other language is told in that language.
		const { language, languageLabel, ...zh } = sharedWords.zh;
		const { language: _, languageLabel: __, ...en } = sharedWords.en;
		expect([language, languageLabel]).toEqual(["English", "Switch to English"]);
		expectParity({ zh, en });
	});
});
