import type * as z from "zod";
import { LOCAL_TIME_FORM } from "../hall/calendar.ts";
import { type Bilingual, SERIES_FORM, SLUG_FORM } from "../ids.ts";

/** How what has a form of its own is written. */
const FORMS: readonly (readonly [form: RegExp, sentence: Bilingual])[] = [
	[
		SLUG_FORM,
		{
			zh: "只能用小写字母、数字和连字符，最多 32 个，请改正",
			en: "Only small letters, digits and hyphens, 32 at most: correct it",
		},
	],
	[LOCAL_TIME_FORM, { zh: "请按“08:30”的样子填写时间", en: "Write the time as 08:30" }],
	[SERIES_FORM, { zh: "请填写一至两个大写字母", en: "Write one or two capital letters" }],
];
const DATE: Bilingual = { zh: "请按“2026-11-30”的样子填写日期", en: "Write the date as 2026-11-30" };
const OTHERWISE: Bilingual = {
	zh: "内容不符合要求，请核对后修改",
	en: "This is not as it should be: look it over and change it",
};

/** Of what should not be there, as much as tells what it is. */
const STRANGE_MAX_CHARS = 40;

/** What a part of a draft has to be instead: a whole sentence in each language. `shown`: how a bound is written there. */
export function issueSentence(issue: z.core.$ZodIssue, shown: (bound: number) => number = (bound) => bound): Bilingual {
	switch (issue.code) {
		case "too_big":
			return tooBig(issue.origin, shown(Number(issue.maximum)));
		case "too_small":
			return tooSmall(issue.origin, shown(Number(issue.minimum)));
		case "invalid_type":
			return issue.expected === "number" || issue.expected === "int"
				? { zh: "请填写数字", en: "Enter a number" }
				: { zh: "请填写", en: "Fill this in" };
		case "invalid_value":
			return { zh: "请从给出的选项中选一项", en: "Choose one of those offered" };
		case "invalid_format":
			return issue.format === "date" ? DATE : formOf(issue.pattern);
		case "unrecognized_keys":
			return strange(String(issue.keys[0]).slice(0, STRANGE_MAX_CHARS));
		default:
			return OTHERWISE;
	}
}

function strange(key: string): Bilingual {
	return { zh: `含有无法识别的内容“${key}”，请删除`, en: `“${key}” does not belong here: take it out` };
}

function formOf(pattern: string | undefined): Bilingual {
	return FORMS.find(([form]) => pattern === String(form))?.[1] ?? OTHERWISE;
}

function tooBig(origin: string, most: number): Bilingual {
	if (origin === "string") return { zh: `最多 ${most} 个字，请删减`, en: `At most ${most} characters: shorten it` };
	if (origin === "array") return { zh: `最多 ${most} 项，请删减`, en: `At most ${most}: take some out` };
	return { zh: `不得大于 ${most}，请改小`, en: `At most ${most}: make it smaller` };
}

function tooSmall(origin: string, least: number): Bilingual {
	if (origin === "string") return { zh: "请填写", en: "Fill this in" };
	if (origin === "array") return { zh: `至少 ${least} 项，请补充`, en: `At least ${least}: add some` };
	return { zh: `不得小于 ${least}，请改大`, en: `At least ${least}: make it larger` };
}
