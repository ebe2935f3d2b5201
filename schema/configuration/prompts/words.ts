import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const PROMPTS_NAME: Bilingual = { zh: "取号机提示（请带好）", en: "Prompts of the kiosk (what to bring)" };

/** What the editor calls each part of the prompts. */
export const PROMPTS_WORDS: SectionWords = {
	services: { zh: "业务", en: "Services" },
	"services.id": { zh: "业务", en: "Service" },
	"services.papers": { zh: "请带好", en: "Please have at hand" },
	papers: { zh: "请带好", en: "Please have at hand" },
	others: { zh: "其他业务", en: "Any other service" },
};
