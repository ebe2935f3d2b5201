import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const REASON_CODES_NAME: Bilingual = { zh: "识别原因", en: "Reason codes" };

/** What the editor calls each part of a reason. */
export const REASON_CODE_WORDS: SectionWords = {
	codes: { zh: "识别原因", en: "Reasons" },
	"codes.id": { zh: "代码", en: "Code" },
	"codes.group": { zh: "类别", en: "Kind" },
	"codes.name": { zh: "名称", en: "Name" },
	"large-transaction": { zh: "大额交易", en: "Large transaction" },
	opening: { zh: "开户办卡", en: "Opening" },
	"business-need": { zh: "业务需要", en: "Business need" },
	appearance: { zh: "外在特征", en: "Appearance" },
	information: { zh: "客户信息", en: "Information" },
};
