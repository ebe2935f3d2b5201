import type * as z from "zod";
import { issueSentence } from "../../../schema/configuration/issue-sentence.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import { shownUnits } from "./units.ts";

/** What a part of a draft has to be instead, in both languages and in the unit of its label. */
export function sentenceInEditor(issue: z.core.$ZodIssue): Bilingual {
	return issueSentence(issue, (bound) => shownUnits(String(issue.path.at(-1) ?? ""), bound));
}
