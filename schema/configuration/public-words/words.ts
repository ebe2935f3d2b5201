import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const PUBLIC_WORDS_NAME: Bilingual = { zh: "公示用语", en: "Words kept off public labels" };

/** What the editor calls each part of the words. */
export const PUBLIC_WORDS_WORDS: SectionWords = {
	words: { zh: "不得对外公示的词", en: "Words that no public label may say" },
};
