import type * as z from "zod";
import type { Bilingual } from "../../../schema/ids.ts";
import { shownUnits } from "./units.ts";

/** What a part of a draft has to be instead, in both languages and in the unit of its label; `field` is its name. */
export function issueSentence(issue: z.core.$ZodIssue, field = String(issue.path.at(-1) ?? "")): Bilingual {
	switch (issue.code) {
		case "too_big":
			return tooBig(issue.origin, shownUnits(field, Number(issue.maximum)));
		case "too_small":
			return tooSmall(issue.origin, shownUnits(field, Number(issue.minimum)));
		case "invalid_type":
			return issue.expected === "number" || issue.expected === "int"
				? { zh: "请填写数字", en: "Enter a number" }
				: { zh: "请填写", en: "Fill this in" };
		case "invalid_value":
			return { zh: "请从给出的选项中选一项", en: "Choose one of those offered" };
		default:
			return { zh: `内容不符合要求，请修改（${issue.message}）`, en: `Change this: ${issue.message}` };
	}
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
