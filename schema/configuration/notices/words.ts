import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const NOTICES_NAME: Bilingual = { zh: "大屏提示", en: "Notices of the screens" };

/** What the editor calls each part of a notice. */
export const NOTICES_WORDS: SectionWords = {
	notices: { zh: "提示", en: "Notices" },
	"notices.id": { zh: "代码", en: "Code" },
	"notices.title": { zh: "标题", en: "Title" },
	"notices.text": { zh: "内容", en: "Text" },
	"notices.from": { zh: "自哪天（常设提示不填）", en: "From the day (none: it always stands)" },
	"notices.until": { zh: "到哪天为止（含当天）", en: "Up to and including the day" },
	"notices.fromTime": { zh: "每天自几点", en: "Each day from" },
	"notices.untilTime": { zh: "每天到几点", en: "Each day until" },
	"notices.zone": { zh: "只在此分区的屏", en: "Only on screens of the zone" },
};
