import { describe, expect, it } from "vitest";
import { faultsOf } from "../../schema/configuration/section-faults.ts";
import { type SectionId, sectionOf } from "../../schema/configuration/sections.ts";

const shipped = <Value>(section: SectionId) => sectionOf(section).shipped as Value;
type Named = { readonly name: { readonly zh: string; readonly en: string } };
const [service] = shipped<{ services: (Named & { id: string })[] }>("services").services;
if (service === undefined) throw new Error("nothing ships");
const services = (change: object) => ["services", { services: [{ ...service, ...change }] }] as const;
const notice = (change: object) => {
	const text = { zh: "提示", en: "Notice" };
	return ["notices", { notices: [{ id: "n", title: text, text: { zh: "内容", en: "Text" }, ...change }] }] as const;
};

const WRONG: readonly (readonly [value: readonly [SectionId, object], zh: string, en: string])[] = [
	[services({ id: "Cash Desk" }), "“services.0.id”：只能用小写字母、数字和连字符", "services.0.id: Only small letters"],
	[services({ series: "a1" }), "请填写一至两个大写字母", "Write one or two capital letters"],
	[services({ targetWaitMs: 1 }), "不得小于 60000，请改大", "At least 60000: make it larger"],
	[services({ usualServiceMs: 10_000_000 }), "不得大于 7200000，请改小", "At most 7200000: make it smaller"],
	[services({ name: { zh: "", en: "Cash" } }), "请填写", "Fill this in"],
	[
		services({ name: { zh: "现金", en: "x".repeat(201) } }),
		"最多 200 个字，请删减",
		"At most 200 characters: shorten it",
	],
	[services({ onKiosk: "yes" }), "请填写", "Fill this in"],
	[services({ smartCounterCan: undefined }), "请填写", "Fill this in"],
	[services({ fee: 5 }), "含有无法识别的内容“fee”，请删除", "“fee” does not belong here: take it out"],
	[["limits", { ...sectionOf("limits").shipped, returnGraceMs: "soon" }], "请填写数字", "Enter a number"],
	[["reason-codes", { codes: [] }], "至少 1 项，请补充", "At least 1: add some"],
	[
		["reason-codes", { codes: [{ id: "x", group: "luck", name: { zh: "缘", en: "Luck" } }] }],
		"请从给出的选项中选一项",
		"Choose one of those offered",
	],
	[notice({ from: "30/11/2026" }), "请按“2026-11-30”的样子填写日期", "Write the date as 2026-11-30"],
	[notice({ fromTime: "8.30" }), "请按“08:30”的样子填写时间", "Write the time as 08:30"],
	[["counters", { zones: "none", counters: [] }], "请填写", "Fill this in"],
];

describe("what is wrong with a value of a section", () => {
	it.each(WRONG)("[CFG-23] is said in a whole sentence of either language: %j", ([section, value], zh, en) => {
		const [fault] = faultsOf(section, value);
		expect(fault?.zh).toContain(zh);
		expect(fault?.en).toContain(en);
		// Names of fields and what was typed are the only Latin letters of a Chinese sentence.
		expect(fault?.zh.replace(/“[^”]*”/g, "")).not.toMatch(/[a-z]{3,}/i);
		expect(fault?.en).not.toMatch(/\p{Script=Han}|Invalid|expected/u);
	});
});
