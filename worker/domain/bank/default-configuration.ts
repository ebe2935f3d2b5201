import type { Role } from "../../../schema/actor.ts";
import { SHIPPED_DISPATCH } from "../../../schema/configuration/dispatch/shipped.ts";
import { SHIPPED_LIMITS } from "../../../schema/configuration/limits/shipped.ts";
import type {
	BranchConfiguration,
	BranchKind,
	Counter,
	Service,
	StaffMember,
} from "../../../schema/hall/configuration.ts";
import type { Bilingual } from "../../../schema/ids.ts";

const MINUTE_MS = 60_000;

const name = (zh: string, en: string): Bilingual => ({ zh, en });

/** Series go by the kind of business, so a number tells what somebody came for and never who they are. */
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

const SERVICES: Service[] = [
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

const CASH = ["cash", "large-cash", "bill-payment", "transfer", "loss-report", "account-opening", "other"];
const DESK = ["transfer", "bill-payment", "account-opening", "foreign-exchange", "loss-report", "corporate", "other"];
const ADVICE = ["wealth", "loan", "foreign-exchange", "account-opening", "transfer"];
/** What an adviser does beside advising; cash stays with the tellers. */
const AFTER_SALE = ["bill-payment", "loss-report", "other"];
const SMART = ["account-opening", "transfer", "bill-payment"];

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

const COUNTERS: Counter[] = [
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

const member = (id: string, label: Bilingual, role: Role, services: readonly string[] = []): StaffMember => ({
	id,
	name: label,
	role,
	services: [...new Set(services)],
});

/** Synthetic people. Every counter can be staffed, and the lobby too. */
const STAFF: StaffMember[] = [
	member("chen-jing", name("陈静", "Chen Jing"), "closed-teller", [...CASH, ...DESK]),
	member("liu-yang", name("刘洋", "Liu Yang"), "closed-teller", CASH),
	member("zhao-min", name("赵敏", "Zhao Min"), "closed-teller", CASH),
	member("sun-lei", name("孙磊", "Sun Lei"), "closed-teller", [...CASH, ...DESK]),
	member("wang-fang", name("王芳", "Wang Fang"), "open-teller", DESK),
	member("zhou-ting", name("周婷", "Zhou Ting"), "open-teller", DESK),
	member("wu-hao", name("吴昊", "Wu Hao"), "open-teller", [...DESK, ...CASH]),
	member("xu-na", name("徐娜", "Xu Na"), "relationship-manager", [...ADVICE, ...AFTER_SALE]),
	member("ma-jun", name("马俊", "Ma Jun"), "relationship-manager", [...ADVICE, ...AFTER_SALE]),
	member("hu-yue", name("胡悦", "Hu Yue"), "relationship-manager", ADVICE),
	member("zhu-lin", name("朱琳", "Zhu Lin"), "lobby-usher", SMART),
	member("gao-fei", name("高飞", "Gao Fei"), "lobby-usher", SMART),
	member("li-na", name("李娜", "Li Na"), "lobby-manager"),
	member("lin-tao", name("林涛", "Lin Tao"), "stand-in"),
	member("zhang-wei", name("张伟", "Zhang Wei"), "branch-head", [...CASH, ...DESK, ...ADVICE]),
	member("huang-xia", name("黄霞", "Huang Xia"), "deputy-head", [...CASH, ...DESK]),
	member("he-ping", name("何平", "He Ping"), "duty-supervisor"),
	member("guo-qiang", name("郭强", "Guo Qiang"), "guard"),
];

/** @param overtakeBudget who has a head start may be passed more often: otherwise what it gains would be taken from those without one */

const WEEKDAY = { opensAt: "09:00", closesAt: "17:00", firstTicketAt: "08:45", lastTicketAt: "16:50" };
const WEEKEND = { opensAt: "09:30", closesAt: "16:00", firstTicketAt: "09:15", lastTicketAt: "15:50" };

/**
 * A realistic branch of a Chinese bank: 12 counters of five kinds, 11 services in five neutral number series, the
 * eight zones of a lobby, and a policy of three strict classes, small head starts and a budget of four overtakes, ten and six for who has a head start.
 */
export function defaultConfiguration(branch: {
	branchId: string;
	name: Bilingual;
	region: Bilingual;
	kind: BranchKind;
}): BranchConfiguration {
	const { branchId, kind } = branch;
	return {
		branchId,
		name: branch.name,
		region: branch.region,
		kind,
		timeZone: "Asia/Shanghai",
		zones: [
			{ id: "consultation", name: name("咨询服务区", "Consultation"), announcesCalls: true },
			{ id: "information", name: name("营销信息发布区", "Information"), announcesCalls: true },
			{ id: "waiting", name: name("客户休息等候区", "Waiting area"), announcesCalls: true },
			{ id: "closed-counters", name: name("封闭式柜台服务区", "Closed counters"), announcesCalls: true },
			{ id: "open-counters", name: name("开放式柜台服务区", "Open counters"), announcesCalls: true },
			// Here the staff walk over: a call on the board would show the hall who is worth walking to.
			{ id: "vip", name: name("专属服务区", "Reserved area"), announcesCalls: false },
			{ id: "self-service", name: name("自助服务区", "Self-service"), announcesCalls: true },
			{ id: "auxiliary", name: name("辅助服务区", "Auxiliary"), announcesCalls: true },
		],
		services: SERVICES,
		counters: COUNTERS,
		staff: STAFF,
		dispatch: SHIPPED_DISPATCH,
		calendar: {
			week: [WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKEND, WEEKEND],
			exceptions: [
				{ date: "2027-01-01", hours: null, name: name("元旦", "New Year's Day") },
				{ date: "2027-02-06", hours: null, name: name("春节", "Spring Festival") },
				{ date: "2027-02-07", hours: null, name: name("春节", "Spring Festival") },
			],
		},
		limits: SHIPPED_LIMITS,
	};
}
