import { describe, expect, it } from "vitest";
import { formSchemaOf, formUiOf, zodValidator } from "../../console-client/configuration/editor/section-form.ts";
import { tried } from "../../console-client/configuration/editor/try-draft.ts";
import { type SectionId, sectionOf } from "../../schema/configuration/sections.ts";
import type { SectionAt } from "../../schema/endpoint/configuration-endpoints.ts";
import type { Bilingual } from "../../schema/ids.ts";

const MINUTE = 60_000;
const LIMITS = sectionOf("limits");
const draft = (section: SectionId, value: object) =>
	tried({ section, value: sectionOf(section).shipped, fields: [], locked: [] } as unknown as SectionAt, value).faults;
const limits = (change: object) => draft("limits", { ...LIMITS.shipped, ...change });
const inForm = (value: object, name: (text: Bilingual) => string) =>
	zodValidator(LIMITS.schema, name)
		.validateFormData(value, {})
		.errors.map(({ message }) => message);

describe("a draft that is not as it should be", () => {
	it("[ALR-26] is told between what each limit may be, in the unit of its label, before anything is typed", () => {
		const helpOf = (name: (text: Bilingual) => string) => {
			const ui = formUiOf("limits", formSchemaOf(LIMITS.schema), { fields: [] } as unknown as SectionAt, name);
			return (field: string) => ui[field]["ui:help"];
		};
		const zh = helpOf((text) => text.zh);
		expect([zh("returnGraceMs"), zh("closeAfterMs"), zh("offerRingsMs"), zh("settledShare")]).toEqual([
			...["0 到 120", "0 到 240", "10 到 600", "0.1 到 0.95"],
		]);
		expect(helpOf((text) => text.en)("notReachableAfterMs")).toBe("0.5 to 30");
	});

	it("[ALR-26] says what is wrong in the reader's language and the unit of the label, in the form and of a file", () => {
		const long = { ...LIMITS.shipped, returnGraceMs: 200 * MINUTE };
		expect(inForm(long, ({ zh }) => zh)).toEqual(["不得大于 120，请改小"]);
		expect(inForm({ ...LIMITS.shipped, settledShare: 0 }, ({ en }) => en)).toEqual(["At least 0.1: make it larger"]);
		expect(inForm({ ...LIMITS.shipped, returnGraceMs: undefined }, ({ zh }) => zh)).toEqual(["请填写数字"]);
		expect(limits({ offerRingsMs: 1_000 })).toEqual([
			{
				zh: "“推介呼叫：每位经理响铃多久（秒）”不得小于 10，请改大",
				en: "“Offer: how long each manager is rung (seconds)”: At least 10: make it larger",
			},
		]);
		const [first, ...others] = (sectionOf("dispatch").shipped as { classes: object[] }).classes;
		const negative = { ...sectionOf("dispatch").shipped, classes: [{ ...first, overtakeBudget: -1 }, ...others] };
		const [fault] = draft("dispatch", negative);
		expect(fault?.zh).toMatch(/第 1 项“.+”不得小于 0，请改大/);
		expect(fault?.en).toMatch(/ 1, “.+”: At least 0/);
	});

	it("[ALR-26] names limits that contradict each other as the form calls them", () => {
		const [fault, ...more] = limits({ closeAfterMs: 120 * MINUTE, closeAnywayAfterMs: 60 * MINUTE });
		expect(more).toEqual([]);
		expect(fault?.zh).toMatch(/“营业结束后无论有无客户都日终”不得早于“营业结束后无客户时自动日终”：请/);
		expect(fault?.en).toMatch(/make the first time longer/);
	});
});
