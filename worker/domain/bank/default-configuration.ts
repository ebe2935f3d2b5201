import type { Role } from "../../../schema/actor.ts";
import { SHIPPED_CALENDAR } from "../../../schema/configuration/calendar/shipped.ts";
import {
	ADVICE,
	CASH,
	DESK,
	SHIPPED_COUNTERS,
	SHIPPED_ZONES,
	SMART,
} from "../../../schema/configuration/counters/shipped.ts";
import { SHIPPED_DISPATCH } from "../../../schema/configuration/dispatch/shipped.ts";
import { SHIPPED_LIMITS } from "../../../schema/configuration/limits/shipped.ts";
import { SHIPPED_SERVICES } from "../../../schema/configuration/services/shipped.ts";
import type { BranchConfiguration, BranchKind, StaffMember } from "../../../schema/hall/configuration.ts";
import type { Bilingual } from "../../../schema/ids.ts";

const name = (zh: string, en: string): Bilingual => ({ zh, en });

/** What an adviser does beside advising; cash stays with the tellers. */
const AFTER_SALE = ["bill-payment", "loss-report", "other"];

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
		zones: SHIPPED_ZONES,
		services: SHIPPED_SERVICES,
		counters: SHIPPED_COUNTERS,
		staff: STAFF,
		dispatch: SHIPPED_DISPATCH,
		calendar: SHIPPED_CALENDAR,
		limits: SHIPPED_LIMITS,
	};
}
