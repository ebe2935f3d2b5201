import type { Bilingual } from "../../ids.ts";
import type { SectionWords } from "../definition/section-words.ts";

export const CALENDAR_NAME: Bilingual = { zh: "营业日历", en: "Calendar" };

/** What the editor calls each part of the calendar. */
export const CALENDAR_WORDS: SectionWords = {
	monday: { zh: "星期一", en: "Monday" },
	tuesday: { zh: "星期二", en: "Tuesday" },
	wednesday: { zh: "星期三", en: "Wednesday" },
	thursday: { zh: "星期四", en: "Thursday" },
	friday: { zh: "星期五", en: "Friday" },
	saturday: { zh: "星期六", en: "Saturday" },
	sunday: { zh: "星期日", en: "Sunday" },
	exceptions: { zh: "特定日期", en: "Days of their own" },
	"exceptions.date": { zh: "日期", en: "Date" },
	"exceptions.hours": { zh: "营业时间", en: "Hours" },
	"exceptions.name": { zh: "名称", en: "Name" },
	paydays: { zh: "每月发薪日", en: "Paydays of each month" },
	specialDays: { zh: "客流特殊日", en: "Days that draw more or fewer" },
	"specialDays.date": { zh: "日期", en: "Date" },
	"specialDays.times": { zh: "客流为平日的倍数", en: "Times as many as usual" },
	"specialDays.name": { zh: "名称", en: "Name" },
	opensAt: { zh: "开门", en: "Opens" },
	closesAt: { zh: "关门", en: "Closes" },
	firstTicketAt: { zh: "开始取号", en: "First ticket" },
	lastTicketAt: { zh: "停止取号", en: "Last ticket" },
};
