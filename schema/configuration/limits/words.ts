import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const LIMITS_NAME: Bilingual = { zh: "限额与时限", en: "Limits" };

/** What the editor calls each limit. */
export const LIMITS_WORDS: SectionWords = {
	returnGraceMs: { zh: "过号后可返回的时间（分钟）", en: "How long a missed customer may come back (minutes)" },
	closeAfterMs: {
		zh: "营业结束后无客户时自动日终（分钟）",
		en: "Closes by itself when nobody is left, after closing time (minutes)",
	},
	closeAnywayAfterMs: {
		zh: "营业结束后无论有无客户都日终（分钟）",
		en: "Closes whoever is left, after closing time (minutes)",
	},
};
