import { describe, expect, it } from "vitest";
import type { Bilingual } from "../../schema/ids.ts";
import { PROBLEMS } from "../../schema/problem.ts";
import { chineseFaults, englishFaults } from "./text-faults.ts";

/** Every table of words that somebody reads, whichever files there are. */
const TABLES = import.meta.glob(
	[
		"../../client-kit/words/**/*.ts",
		"../../staff-client/words/*-words.ts",
		"../../console-client/words/*-words.ts",
		"../../{display,kiosk}-client/*/words.ts",
		"../../kiosk-client/what-to-bring.ts",
		"../../schema/{role-name,service-scope-name,shipped-reason-codes}.ts",
		"../../schema/ledger/ledger-state.ts",
		"../../worker/domain/ledger/act-sentences.ts",
	],
	{ eager: true },
);
/** Words in the middle of a sentence or after a figure. */
const INLINE = /(?:Unit|Comma|andThen|andOthers|eraseWord)$/;
/** The way to the other language is told in that language. */
const OTHER_LANGUAGE = /(?:language|languageLabel|otherLanguage|openIn|openInEnglish)$/;

type Text = Bilingual & { readonly at: string };
type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** All texts below `value`: pairs of two texts, and catalogues, which are a pair of two tables. */
function textsOf(value: unknown, at: string): Text[] {
	if (!isTree(value)) return [];
	const { zh, en } = value;
	if (typeof zh === "string" && typeof en === "string") return [{ zh, en, at }];
	if (isTree(zh) && isTree(en)) {
		const keys = [...new Set([...Object.keys(zh), ...Object.keys(en)])];
		return keys.map((key) => ({ zh: String(zh[key] ?? ""), en: String(en[key] ?? ""), at: `${at} ${key}` }));
	}
	return Object.entries(value).flatMap(([key, below]) => textsOf(below, `${at} ${key}`));
}

const REFUSALS = Object.entries(PROBLEMS).map(([code, [, zh, en]]) => ({ zh, en, at: `problem ${code}` }));
const TEXTS = [...Object.entries(TABLES).flatMap(([file, module]) => textsOf(module, file)), ...REFUSALS];

describe("every text of the pages", () => {
	it("[SCR-22] is there in both languages", () => {
		expect(Object.keys(TABLES).length).toBeGreaterThan(35);
		expect(TEXTS.length).toBeGreaterThan(1_200);
		const isMissing = ({ zh, en, at }: Text) => zh === "" || (en === "" && !at.endsWith("aheadUnit"));
		expect(TEXTS.filter(isMissing)).toEqual([]);
	});
	it("[SCR-22] in Chinese has full-width punctuation, no holes, and one word for one idea", () => {
		const found = TEXTS.filter(({ at }) => !OTHER_LANGUAGE.test(at)).flatMap(({ zh, at }) =>
			chineseFaults(zh).map((fault) => `${at}: ${fault} in ${zh}`),
		);
		expect([...new Set(found)]).toEqual([]);
	});
	it("[SCR-23] in English is in sentence case and counts one as one", () => {
		const found = TEXTS.filter(({ at, en }) => !OTHER_LANGUAGE.test(at) && en !== "").flatMap(({ en, at }) =>
			englishFaults(en, { inline: INLINE.test(at) }).map((fault) => `${at}: ${fault} in ${en}`),
		);
		expect([...new Set(found)]).toEqual([]);
		// Screens that say both languages at once fill in parameters and nothing more.
		const plain = TEXTS.filter(({ at }) => /\/(?:display|pair)\//.test(at));
		expect(plain.length).toBeGreaterThan(50);
		expect(plain.filter(({ en }) => /\{\{\w+:/.test(en))).toEqual([]);
	});
});

describe("the rules of texts", () => {
	it.for([
		["还可被插 4 次", "say 让先"],
		["请输入原因:无", "half-width"],
		["张伟 在用", "a blank between"],
		["查看审计台账", "say 审计记录"],
		["备注（可不填）", "say 选填"],
		["负责人：{{name}}", "say 责任人"],
		["已等  {{count}} 分钟", "a blank too many"],
	] as const)("[SCR-22] strike out %s", ([text, fault]) => {
		expect(chineseFaults(text).join()).toContain(fault);
	});
	it.for([
		["Cash In And Out", "in capitals"],
		["overtakes left", "begin with a capital"],
		["{{count}} counters open", "for one"],
		["{{count}} are ahead of you", "for one"],
		["Branch id", "write ID"],
		["Name 名称", "Chinese"],
	] as const)("[SCR-23] strike out %s", ([text, fault]) => {
		expect(englishFaults(text).join()).toContain(fault);
	});
	it.for([
		["已让 {{overtaken}} 位先办，上限 {{budget}} 位", "{{count}} {{count:counter|counters}} open"],
		["请输入六位 PIN 码", "Sign in with your PIN: it is quicker. Then go on"],
		["网点负责人的手机", "Wait {{seconds}} s"],
	] as const)("[SCR-22] [SCR-23] leave %s alone", ([zh, en]) => {
		expect([...chineseFaults(zh), ...englishFaults(en)]).toEqual([]);
	});
});
