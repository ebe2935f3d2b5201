import type { Service } from "../../hall/configuration.ts";
import type { Bilingual } from "../../ids.ts";

const MINUTE_MS = 60_000;

const name = (zh: string, en: string): Bilingual => ({ zh, en });

/** Series go by the kind of service, so a number tells what somebody came for and never who they are. */
const service = (
	id: string,
	label: Bilingual,
	series: string,
	minutes: { target: number; usual: number },
	can: { smart?: true; kiosk?: false } = {},
): Service => ({
	id,
	name: label,
	series,
	targetWaitMs: minutes.target * MINUTE_MS,
	usualServiceMs: minutes.usual * MINUTE_MS,
	smartCounterCan: can.smart ?? false,
	onKiosk: can.kiosk ?? true,
});

/** What ships: eleven services in five neutral number series. */
export const SHIPPED_SERVICES: Service[] = [
	service("cash", name("现金存取", "Deposits and withdrawals"), "A", { target: 5, usual: 4 }),
	service("large-cash", name("大额现金", "Large cash"), "A", { target: 15, usual: 9 }, { kiosk: false }),
	service("bill-payment", name("缴费与存折补登", "Bills and passbook"), "A", { target: 5, usual: 3 }, { smart: true }),
	service("transfer", name("转账汇款", "Transfers"), "B", { target: 5, usual: 5 }, { smart: true }),
	service("foreign-exchange", name("外汇业务", "Foreign exchange"), "B", { target: 15, usual: 10 }),
	service("account-opening", name("开户办卡", "Accounts and cards"), "C", { target: 15, usual: 12 }, { smart: true }),
	service("loss-report", name("挂失与特殊业务", "Lost cards and other cases"), "C", { target: 15, usual: 11 }),
	service("wealth", name("理财咨询", "Investment advice"), "D", { target: 15, usual: 15 }),
	service("loan", name("贷款业务", "Loans"), "D", { target: 15, usual: 18 }),
	service("corporate", name("对公业务", "Business banking"), "E", { target: 15, usual: 10 }),
	service("other", name("其他事项", "Other business"), "C", { target: 15, usual: 8 }),
];
