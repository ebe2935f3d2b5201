import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const SEGMENTS_NAME: Bilingual = { zh: "客群门槛", en: "Thresholds of segments" };

/** What the editor calls each threshold. */
export const SEGMENTS_WORDS: SectionWords = {
	privateFrom: {
		zh: "私人银行客户：日均金融资产不低于（元）",
		en: "Private: average daily assets of at least (CNY)",
	},
	highFrom: { zh: "高端客户：日均金融资产不低于（元）", en: "High: average daily assets of at least (CNY)" },
	midFrom: { zh: "中端客户：日均金融资产不低于（元）", en: "Mid: average daily assets of at least (CNY)" },
	youngFrom: { zh: "潜力客户（有大学学历）：最小年龄", en: "Potential, with university education: youngest age" },
	youngTo: { zh: "潜力客户（有大学学历）：最大年龄", en: "Potential, with university education: oldest age" },
	potentialByAssets: {
		zh: "不论年龄和学历，按资产也可为潜力客户",
		en: "Potential by assets as well, at any age and education",
	},
	potentialFrom: {
		zh: "按资产的潜力客户：日均金融资产不低于（元）",
		en: "Potential by assets: average daily assets of at least (CNY)",
	},
};
