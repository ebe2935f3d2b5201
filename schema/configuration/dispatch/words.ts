import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const DISPATCH_NAME: Bilingual = { zh: "客户类别与叫号次序", en: "Classes and calling order" };

/** What the editor calls each part of the calling order. */
export const DISPATCH_WORDS: SectionWords = {
	classes: { zh: "客户类别", en: "Classes" },
	"classes.id": { zh: "代码", en: "Code" },
	"classes.name": { zh: "名称", en: "Name" },
	"classes.rank": { zh: "级别（小者先叫）", en: "Rank (smaller goes first)" },
	"classes.headStartMs": { zh: "同级别内提前量（分钟）", en: "Head start within its rank (minutes)" },
	"classes.overtakeBudget": { zh: "最多被后来者超过（次）", en: "May be overtaken (times)" },
	defaultClass: { zh: "未识别客户的类别", en: "Class of a customer not recognised" },
	appointmentClass: { zh: "预约客户的类别", en: "Class of a customer with an appointment" },
	appointment: { zh: "预约", en: "Appointments" },
	"appointment.headStartMs": { zh: "预约客户提前量（分钟）", en: "Head start of an appointment (minutes)" },
	"appointment.lateMs": { zh: "迟到超过多久失去提前量（分钟）", en: "Too late for it after (minutes)" },
};
