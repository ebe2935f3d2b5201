import type { Counter, Zone } from "../../hall/configuration.ts";
import type { Bilingual } from "../../ids.ts";

const name = (zh: string, en: string): Bilingual => ({ zh, en });

/** What kinds of counters do, by service. */
export const CASH = ["cash", "large-cash", "bill-payment", "transfer", "loss-report", "account-opening", "other"];
export const DESK = [
	"transfer",
	"bill-payment",
	"account-opening",
	"foreign-exchange",
	"loss-report",
	"corporate",
	"other",
];
export const ADVICE = ["wealth", "loan", "foreign-exchange", "account-opening", "transfer"];
export const SMART = ["account-opening", "transfer", "bill-payment"];

/** What ships: the eight zones of a lobby. */
export const SHIPPED_ZONES: Zone[] = [
	{ id: "consultation", name: name("咨询服务区", "Consultation"), announcesCalls: true },
	{ id: "information", name: name("营销信息发布区", "Information"), announcesCalls: true },
	{ id: "waiting", name: name("客户休息等候区", "Waiting area"), announcesCalls: true },
	{ id: "closed-counters", name: name("封闭式柜台服务区", "Closed counters"), announcesCalls: true },
	{ id: "open-counters", name: name("开放式柜台服务区", "Open counters"), announcesCalls: true },
	// Here the staff walk over: a call on the board would show the hall who is worth walking to.
	{ id: "vip", name: name("专属服务区", "Reserved area"), announcesCalls: false },
	{ id: "self-service", name: name("自助服务区", "Self-service"), announcesCalls: true },
	{ id: "auxiliary", name: name("辅助服务区", "Auxiliary"), announcesCalls: true },
];

const window = (order: number, zone: string, modes: Counter["modes"]): Counter => ({
	id: String(order),
	label: name(`${order}号窗口`, `Counter ${order}`),
	zone,
	modes,
});

const closedMode = { id: "cash", name: name("现金", "Cash"), kind: "closed" as const, services: CASH };
const deskMode = { id: "desk", name: name("非现金", "Non-cash"), kind: "open" as const, services: DESK };
const corporateMode = {
	id: "corporate",
	name: name("对公", "Business"),
	kind: "open" as const,
	services: ["corporate"],
};
const quickMode = {
	id: "quick",
	name: name("简易业务", "Quick business"),
	kind: "closed" as const,
	services: ["cash", "bill-payment", "transfer"],
};
const vipMode = {
	id: "vip",
	name: name("综合服务", "All services"),
	kind: "vip" as const,
	services: [...CASH, ...ADVICE],
};
const smartMode = { id: "smart", name: name("智能柜台", "Smart counter"), kind: "smart" as const, services: SMART };
const adviceMode = { id: "advice", name: name("理财顾问", "Advice"), kind: "rm-desk" as const, services: ADVICE };

/** What ships: twelve counters of five kinds. */
export const SHIPPED_COUNTERS: Counter[] = [
	window(1, "closed-counters", [closedMode]),
	window(2, "closed-counters", [closedMode]),
	window(3, "closed-counters", [closedMode]),
	window(4, "closed-counters", [closedMode, quickMode]),
	window(5, "open-counters", [deskMode]),
	window(6, "open-counters", [deskMode, corporateMode]),
	window(7, "open-counters", [corporateMode, deskMode]),
	window(8, "vip", [unique(vipMode)]),
	window(9, "vip", [unique(vipMode)]),
	window(10, "self-service", [smartMode]),
	window(11, "self-service", [smartMode]),
	window(12, "open-counters", [adviceMode]),
];

function unique<Mode extends { readonly services: readonly string[] }>(mode: Mode): Mode & { services: string[] } {
	return { ...mode, services: [...new Set(mode.services)] };
}
