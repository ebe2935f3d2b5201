import type { DispatchPolicy } from "../../hall/configuration.ts";
import type { Bilingual } from "../../ids.ts";

const MINUTE_MS = 60_000;

const name = (zh: string, en: string): Bilingual => ({ zh, en });

const ticketClass = (id: string, label: Bilingual, rank: number, headStartMinutes: number, overtakeBudget = 4) => ({
	id,
	name: label,
	rank,
	headStartMs: headStartMinutes * MINUTE_MS,
	overtakeBudget,
});

/** What ships: classes that come before others, and head starts among those of one rank. */
export const SHIPPED_DISPATCH: DispatchPolicy = {
	classes: [
		ticketClass("green", name("绿色通道", "Green channel"), 0, 0),
		ticketClass("private", name("私人银行", "Private"), 1, 0),
		ticketClass("high", name("高端", "High"), 2, 0),
		ticketClass("corporate-major", name("对公大中型客户", "Major corporate"), 2, 0),
		ticketClass("corporate-small", name("对公小微客户", "Small corporate"), 3, 2, 6),
		ticketClass("mid", name("中端", "Mid"), 3, 4, 10),
		ticketClass("potential", name("潜力", "Potential"), 3, 2, 6),
		ticketClass("ordinary", name("普通", "Ordinary"), 3, 0),
		ticketClass("unknown", name("未识别", "Unknown"), 3, 0),
	],
	defaultClass: "unknown",
	appointmentClass: "unknown",
	appointment: { headStartMs: 20 * MINUTE_MS, lateMs: 10 * MINUTE_MS },
};
