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
	longServiceTimes: { zh: "办理过长：达到平常用时的几倍", en: "Long service: how many times the usual time" },
	longServiceLeastMs: { zh: "办理过长：至少多久（分钟）", en: "Long service: at least how long (minutes)" },
	longWaitLeastMs: {
		zh: "等候过长：超过等候目标，并至少多久（分钟）",
		en: "Long wait: beyond its target, and at least how long (minutes)",
	},
	foreseenTimes: {
		zh: "提前提醒：预计等候达到上限的几倍",
		en: "Told beforehand: how many times the limit the foreseen wait is",
	},
	foreseenShare: {
		zh: "提前提醒：已等候到上限的几成（0.5 为一半）",
		en: "Told beforehand: what share of the limit was waited (0.5 is half)",
	},
	settledShare: {
		zh: "恢复正常：无人等候超过上限的几成（0.8 为八成）",
		en: "In order again: nobody has waited more than this share of the limit (0.8 is four fifths)",
	},
	offerRingsMs: { zh: "推介呼叫：每位经理响铃多久（秒）", en: "Offer: how long each manager is rung (seconds)" },
	uncoveredAfterMs: {
		zh: "大堂无人负责多久后提醒负责人（秒）",
		en: "How long nobody may have the lobby before the head is told (seconds)",
	},
	notReachableAfterMs: {
		zh: "多久没有联系即为联系不上（分钟）",
		en: "Not heard for how long counts as not reachable (minutes)",
	},
};
