import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const CREDIT_NAME: Bilingual = { zh: "推介积分", en: "Credit for referrals" };

/** What the editor calls each share, and how long the first record counts. */
export const CREDIT_WORDS: SectionWords = {
	shares: { zh: "各环节占比（合计 100%）", en: "Share of each part (100 % together)" },
	"shares.recognised": { zh: "识别引导（%）", en: "Recognised and guided (%)" },
	"shares.informed": { zh: "提供信息（%）", en: "Gave information (%)" },
	"shares.closed": { zh: "促成成交（%）", en: "Closed (%)" },
	keptDays: {
		zh: "同一客户再次推介时，首位识别人保留“识别引导”积分的天数",
		en: "Days for which whoever recognised a customer first keeps that part when the customer is referred again",
	},
};
