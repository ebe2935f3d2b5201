import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const SERVICES_NAME: Bilingual = { zh: "业务与号段", en: "Services and series" };

/** What the editor calls each part of a service. */
export const SERVICES_WORDS: SectionWords = {
	services: { zh: "业务", en: "Services" },
	"services.id": { zh: "代码", en: "Code" },
	"services.name": { zh: "名称", en: "Name" },
	"services.series": { zh: "号段", en: "Series" },
	"services.targetWaitMs": { zh: "目标等候（分钟）", en: "Wait promised (minutes)" },
	"services.usualServiceMs": { zh: "通常办理（分钟）", en: "Usual handling (minutes)" },
	"services.smartCounterCan": { zh: "智能柜台可办", en: "Smart counters can" },
	"services.onKiosk": { zh: "取号机可选", en: "On the kiosk" },
	true: { zh: "是", en: "yes" },
	false: { zh: "否", en: "no" },
};
