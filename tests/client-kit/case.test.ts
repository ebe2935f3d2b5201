import { describe, expect, it } from "vitest";
import { createRepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import {
	broughtBy,
	type CaseDraft,
	caseFieldsOf,
	EMPTY_CASE_DRAFT,
	isMainStep,
} from "../../client-kit/case/case-form.ts";
import { historyOf, nearTime, titleOf, urgencyOf } from "../../client-kit/case/case-standing.ts";
import { dueChoices } from "../../client-kit/case/due-choices.ts";
import { createTranslator } from "../../client-kit/language/i18n.ts";
import { localMinute, momentOf } from "../../client-kit/time/local-time.ts";
import {
	codeWord,
	listWord,
	signWord,
	stageWord,
	stepWords,
	textWords,
	valueWord,
	wordsOfKind,
} from "../../client-kit/words/case/kind-words.ts";
import { caseWords } from "../../client-kit/words/case-words.ts";
import type { StepRule } from "../../rules/case/definition.ts";
import { CASE_KIND_NAMES, definitionOf } from "../../rules/case/kinds.ts";
import type { CaseShown, CaseStep } from "../../schema/customer/case.ts";
import type { Bilingual } from "../../schema/ids.ts";

const SHANGHAI = "Asia/Shanghai";
const HOUR_MS = 3_600_000;
/** 10:02 of a Monday in Shanghai. */
const NOW = Date.UTC(2026, 10, 23, 2, 2);
const CHINESE = /[\u4e00-\u9fff]/;

describe("a due time", () => {
	it.for([
		["2026-11-23T10:02", SHANGHAI, NOW],
		["2026-07-01T09:00", "Europe/Berlin", Date.UTC(2026, 6, 1, 7)],
		["2026-12-01T09:00", "Europe/Berlin", Date.UTC(2026, 11, 1, 8)],
		["2026-03-29T12:00", "Europe/Berlin", Date.UTC(2026, 2, 29, 10)],
	] as const)("[CASE-20] %s in %s is the branch's own clock time", ([minute, timeZone, at]) => {
		expect(momentOf(minute, timeZone)).toBe(at);
		expect(localMinute(at, timeZone)).toBe(minute);
	});
	it("[CASE-20] that is no time is none", () => expect(momentOf("", SHANGHAI)).toBeNull());

	it("[CASE-20] is chosen without typing: before closing if that is still to come, within an hour, tomorrow at ten", () => {
		const closesAt = NOW + 7 * HOUR_MS;
		const choices = dueChoices(NOW, closesAt, SHANGHAI);
		expect(choices.map(({ id }) => id)).toEqual(["closing", "hour", "tomorrow"]);
		expect(choices.map(({ at }) => localMinute(at, SHANGHAI).slice(5))).toEqual([
			"11-23T17:02",
			"11-23T11:05",
			"11-24T10:00",
		]);
		for (const closed of [null, NOW - 1, NOW + 60_000])
			expect(dueChoices(NOW, closed, SHANGHAI).map(({ id }) => id)).toEqual(["hour", "tomorrow"]);
	});
	it("[CASE-20] near to now is told by its day", () => {
		const words = createTranslator(caseWords);
		words.setLocale("zh");
		const told = (at: number) => nearTime(at, NOW, SHANGHAI, { t: words.t, locale: "zh" });
		expect(told(NOW + HOUR_MS)).toBe("今天 11:02");
		expect(told(NOW + 20 * HOUR_MS)).toBe("明天 06:02");
		expect(told(NOW - 20 * HOUR_MS)).toBe("昨天 14:02");
		expect(told(NOW + 48 * HOUR_MS)).toBe("11月25日 星期三 10:02");
	});
	it("[CASE-20] is overdue from its minute on, near in the hour before; what is over is neither", () => {
		const of = (dueAt: number, closedAt: number | null = null) => urgencyOf({ kind: "problem", dueAt, closedAt }, NOW);
		expect([of(NOW), of(NOW + 1), of(NOW + HOUR_MS), of(NOW + HOUR_MS + 1)]).toEqual([
			"overdue",
			"soon",
			"soon",
			"later",
		]);
		expect(of(NOW - 1, NOW)).toBe("later");
	});
});

describe("a form of a step", () => {
	const problem = definitionOf("problem");
	const fields = (step: string) => caseFieldsOf(problem, step === "open" ? problem.opening : (RULES[step] ?? null));
	const RULES: Readonly<Record<string, StepRule>> = problem.steps;
	const filling = { definition: problem, rule: {}, shown: null };
	it("[CASE-21] asks for what is needed before who and when, and last for what may be left out", () => {
		expect(fields("open").map(({ name }) => name)).toEqual(["what", "owner", "due", "customer"]);
		expect(fields("hand-over")).toEqual([
			{ name: "owner", isNeeded: true, is: "owner" },
			{ name: "why", isNeeded: false, is: "text" },
		]);
		expect(fields("no-such-step")).toEqual([]);
	});
	it("[CASE-21] is sent when nothing is missing, without what was left empty", () => {
		const draft = { ...EMPTY_CASE_DRAFT, texts: { what: " 叫号器不响 ", customer: " " }, ownerId: "li-na" };
		const open = (typed: CaseDraft) => broughtBy(typed, fields("open"), filling);
		expect(open(draft)).toEqual({ brought: { ownerId: "li-na", texts: { what: "叫号器不响" } } });
		expect(open({ ...draft, ownerId: null })).toEqual({ gap: "owner" });
		expect(open(EMPTY_CASE_DRAFT)).toEqual({ gap: "what" });
		const later = { ...EMPTY_CASE_DRAFT, texts: { why: "等配件", what: "stray" }, dueAt: NOW };
		expect(broughtBy(later, fields("carry-over"), filling)).toEqual({
			brought: { dueAt: NOW, texts: { why: "等配件" } },
		});
	});
	it("[CASE-22] sent again unanswered is the same command; changed, or after an answer, another", () => {
		const command = createRepeatableCommand();
		const first = command.idFor([1, { texts: { why: "a" } }]);
		expect(command.idFor([1, { texts: { why: "a" } }])).toBe(first);
		const second = command.idFor([1, { texts: { why: "b" } }]);
		expect(second).not.toBe(first);
		command.answered();
		expect(command.idFor([1, { texts: { why: "b" } }])).not.toBe(second);
	});
});

describe("a case's history", () => {
	const step = (name: string, change: Partial<CaseStep>): CaseStep => ({
		step: name,
		at: NOW,
		by: { staffId: "li-na", role: "lobby-manager" },
		stage: "open",
		ownerId: "li-na",
		dueAt: NOW,
		texts: [],
		...change,
	});
	const shown = {
		kind: "problem",
		steps: [
			step("open", { texts: ["customer", "what"] }),
			step("hand-over", { ownerId: "liu-yang", texts: ["why"] }),
			step("carry-over", { ownerId: "liu-yang", dueAt: NOW + HOUR_MS, texts: ["why"] }),
		],
		texts: { "what.1": "叫号器不响", "why.3": "等配件" },
		personal: ["customer.1"],
	} as unknown as CaseShown;
	it("[CASE-21] says with each step which texts came and what it changed", () => {
		const [opened, handed, carried] = historyOf(shown);
		expect(opened?.texts.map(({ value, isPersonal }) => [value, isPersonal])).toEqual([
			[null, true],
			["叫号器不响", false],
		]);
		expect([opened?.newOwnerId, opened?.newDueAt]).toEqual(["li-na", NOW]);
		expect([handed?.newOwnerId, handed?.newDueAt, handed?.texts[0]?.value]).toEqual(["liu-yang", null, null]);
		expect([carried?.newOwnerId, carried?.newDueAt, carried?.texts[0]?.value]).toEqual([null, NOW + HOUR_MS, "等配件"]);
	});
	it("[CASE-22] since a version is what others did meanwhile", () => {
		expect(historyOf(shown, 2)).toEqual(historyOf(shown).slice(2));
		expect(historyOf(shown, 3)).toEqual([]);
	});
	it("[CASE-21] begins with what the case is called", () => {
		expect(titleOf(shown)).toBe("叫号器不响");
		expect(titleOf({ ...shown, texts: {} })).toBeNull();
		expect(titleOf({ kind: "referral", texts: {}, fields: { name: "李*明" }, ties: {} })).toBe("李*明");
	});
});

describe("the words of a kind", () => {
	it.for(CASE_KIND_NAMES)("[CASE-25] %s has its own for every stage, step and text, in both languages", (kind) => {
		const { open, over, steps, texts } = definitionOf(kind);
		const { name, plural } = wordsOfKind(kind);
		const all: Bilingual[] = [
			name,
			plural,
			...[...open, ...over].map((stage) => stageWord(kind, stage)),
			...["open", ...Object.keys(steps)].flatMap((step) => Object.values(stepWords(kind, step))),
			...texts.flatMap((text) => Object.values(textWords(kind, text))),
		];
		for (const { zh, en } of all) expect([zh, CHINESE.test(zh), CHINESE.test(en)]).toEqual([zh, true, false]);
	});
	it.for(CASE_KIND_NAMES)("[CASE-25] %s has its own for every field, tie, fact, sign, list and column too", (kind) => {
		const { fields = {}, ties = {}, facts = {}, asks = {}, signs = {}, lists = {} } = definitionOf(kind);
		const columns = Object.entries(fields).flatMap(([field, rule]) =>
			rule.is !== "lists"
				? []
				: Object.entries(rule.lists).flatMap(([list, lines]) => [
						`${field}.${list}`,
						...Object.keys(lines.columns).map((column) => `${field}.${list}.${column}`),
					]),
		);
		const asked = Object.entries(asks).flatMap(([name, ask]) => ("is" in ask && ask.is === "staff" ? [] : [name]));
		const values = [...[fields, ties, facts].flatMap((each) => Object.keys(each)), ...asked, ...columns];
		const all = [
			...values.map((id) => valueWord(kind, id)),
			...Object.keys(signs).map((sign) => signWord(kind, sign)),
			...Object.keys(lists).map((list) => listWord(kind, list)),
			...Object.entries(asks).flatMap(([name, ask]) =>
				"oneOf" in ask ? ask.oneOf.map((code) => codeWord(kind, name, code)) : [],
			),
		];
		for (const { zh, en } of all) expect([zh, CHINESE.test(zh), CHINESE.test(en)]).toEqual([zh, true, false]);
	});
	it("[CASE-25] does without where a newer server knows more than the page", () => {
		const asItIs = { zh: "parked", en: "parked" };
		expect(stageWord("problem", "parked")).toEqual(asItIs);
		expect(stepWords("problem", "parked").done).toEqual(asItIs);
		expect(textWords("problem", "parked").label).toEqual(asItIs);
	});
	it("[CASE-21] one step ends a problem well", () => {
		const steps = Object.keys(definitionOf("problem").steps);
		expect(steps.filter((each) => isMainStep(definitionOf("problem"), each))).toEqual(["solve"]);
	});
});
