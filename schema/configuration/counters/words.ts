import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const COUNTERS_NAME: Bilingual = { zh: "窗口与分区", en: "Counters and zones" };

/** What the editor calls each part of a counter. */
export const COUNTERS_WORDS: SectionWords = {
	zones: { zh: "分区", en: "Zones" },
	"zones.id": { zh: "代码", en: "Code" },
	"zones.name": { zh: "名称", en: "Name" },
	"zones.announcesCalls": { zh: "大屏叫号", en: "Calls on the board" },
	counters: { zh: "窗口", en: "Counters" },
	"counters.id": { zh: "编号", en: "Code" },
	"counters.label": { zh: "名称", en: "Name" },
	"counters.zone": { zh: "所在分区", en: "Zone" },
	"counters.modes": { zh: "模式", en: "Modes" },
	"modes.id": { zh: "代码", en: "Code" },
	"modes.name": { zh: "名称", en: "Name" },
	"modes.kind": { zh: "窗口类型", en: "Kind" },
	"modes.services": { zh: "可办业务", en: "Services" },
	"kind.closed": { zh: "封闭式柜台", en: "Closed counter" },
	"kind.open": { zh: "开放式柜台", en: "Open counter" },
	"kind.vip": { zh: "专属柜台", en: "Reserved counter" },
	"kind.smart": { zh: "智能柜台", en: "Smart counter" },
	"kind.rm-desk": { zh: "理财顾问台", en: "Adviser's desk" },
	true: { zh: "是", en: "yes" },
	false: { zh: "否", en: "no" },
};
