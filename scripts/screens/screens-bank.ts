import type { Assignment, FirstPassword } from "../../schema/people/person.ts";
import { type Hall, lobbyManager } from "./screens-hall.ts";

const NODES = [
	["sh", "bank", "上海分行", "Shanghai"],
	["sh.pudong", "sh", "浦东支行", "Pudong"],
	["sh-lujiazui", "sh.pudong", "陆家嘴支行", "Lujiazui"],
] as const;
const ABOVE_BRANCHES = [
	["200001", "孙丽", "Sun Li", "human-resources", "sh"],
	["200002", "周伟", "Zhou Wei", "auditor", "bank"],
] as const;
const CUSTOMERS = [
	["李建明", "15412345678", "gold-card"],
	["王晓燕", "15487654321", "large-cash"],
	["欧阳慧", "15400001111", "wealth-account"],
] as const;

/** She who has chosen a password and a PIN; everybody else still has a first password. */
export const MANAGER = { staffId: "li-na", password: "correct horse battery", pin: "274951" };
const SECOND_ROLE: Assignment = { role: "stand-in", nodeId: "sh-lujiazui" };

/**
 * The institution tree with these halls in it, and everybody whom the first hall's configuration names as a person of
 * the bank. Answers with the first passwords by staff number.
 */
export async function bankFor(halls: readonly [Hall, ...Hall[]]): Promise<ReadonlyMap<string, string>> {
	const [hall] = halls;
	const operator = await hall.tokenFor({ kind: "staff", role: "head-office-operator" });
	for (const [nodeId, parentId, zh, en] of NODES) {
		await hall.ask(operator, "POST", "/institution/nodes", { nodeId, parentId, name: { zh, en } });
	}
	for (const { branchId, name } of halls) {
		await hall.ask(operator, "POST", "/institution/nodes", { nodeId: branchId, parentId: "sh", name });
	}
	const passwords = new Map<string, string>();
	const join = async (staffId: string, name: Hall["name"], assignments: readonly Assignment[]) => {
		const given = (await hall.ask(operator, "POST", "/people", { staffId, name, assignments })) as FirstPassword;
		passwords.set(staffId, given.firstPassword);
	};
	for (const { id, name, role } of hall.staff) {
		const here = { role, nodeId: hall.branchId };
		await join(id, name, id === MANAGER.staffId ? [here, SECOND_ROLE] : [here]);
	}
	for (const [staffId, zh, en, role, nodeId] of ABOVE_BRANCHES) await join(staffId, { zh, en }, [{ role, nodeId }]);
	await settle(hall, passwords.get(MANAGER.staffId));
	return passwords;
}

/** The manager's own password and PIN. */
async function settle(hall: Hall, firstPassword: string | undefined): Promise<void> {
	const { staffId, password, pin } = MANAGER;
	const body = { staffId, password: firstPassword, carry: "token" };
	const { token } = (await hall.ask(null, "POST", "/session", body)) as { token: string };
	await hall.ask(token, "PUT", "/session/password", { current: firstPassword, next: password });
	await hall.ask(token, "PUT", "/session/pin", { password, pin });
	await hall.ask(token, "DELETE", "/session");
}

const ENDED = [
	{ name: "沈玉兰", informedBy: "liu-yang", product: "三年期国债" },
	{ name: "陆国强", informedBy: null, product: "稳健理财一年" },
	{ name: "方晓梅", informedBy: null, product: null },
] as const;

/** A few customers whom the lobby manager of this hall has recognised. */
export async function referAt(hall: Hall): Promise<void> {
	const manager = await hall.tokenFor(lobbyManager(hall.branchId));
	for (const [name, value, reasonCode] of CUSTOMERS) {
		const contact = { kind: "phone", value };
		const fields = { name, contact, remarks: "想了解三年期理财" };
		const body = { kind: "referral", stage: "to_follow_up", fields, facts: { reasonCode } };
		await hall.ask(manager, "POST", `/branches/${hall.branchId}/cases`, body);
	}
}

/** Two records that a manager of this hall has brought to an end, won, and a third that was lost; of one a teller gave the information. */
export async function concludeAt(hall: Hall): Promise<void> {
	const { branchId } = hall;
	const manager = await hall.tokenFor(lobbyManager(branchId));
	const adviser = await hall.tokenFor({ kind: "staff", role: "relationship-manager", branchId, staffId: "ma-jun" });
	for (const { name, informedBy, product } of ENDED) {
		const facts = { reasonCode: "large-cash", ...(informedBy === null ? {} : { informedBy }) };
		const body = { kind: "referral", ownerId: "ma-jun", fields: { name }, facts };
		const path = `/branches/${branchId}/cases`;
		const { caseId } = (await hall.ask(manager, "POST", path, body)) as { caseId: string };
		const sold = product === null ? [] : [{ product, amountFen: 20_000_000 }];
		const outcome = product === null ? null : { accounts: [], sold };
		const stage = product === null ? "not_interested" : "concluded";
		await hall.ask(adviser, "POST", `${path}/${caseId}/steps`, { step: "outcome", stage, fields: { outcome } }, 1);
	}
}

/** What each is, who owns it, and in how many minutes it is due. */
const PROBLEMS = [
	["3号窗口叫号器不响，已改为口头叫号", "li-na", 2],
	["填单台老花镜丢失一副，请补齐", "li-na", 40],
	["自助机B卡纸，客户改到窗口办理", "he-ping", 90],
	["入口防滑垫翘边，老人险些绊倒", "li-na", 24 * 60],
] as const;
const OVERDUE_AFTER_MS = 600_000;
const MINUTE_MS = 60_000;

/** A few problems of the day, the first of them overdue; it names a customer. `now` is the hall's time. */
export async function problemsAt(hall: Hall, now: number): Promise<void> {
	const manager = await hall.tokenFor(lobbyManager(hall.branchId));
	for (const [what, ownerId, minutes] of PROBLEMS) {
		const texts = ownerId === "li-na" && minutes < 10 ? { what, customer: "李建明" } : { what };
		const body = { kind: "problem", ownerId, dueAt: now + minutes * MINUTE_MS, texts };
		await hall.ask(manager, "POST", `/branches/${hall.branchId}/cases`, body);
	}
	await hall.setClock(now + OVERDUE_AFTER_MS, 1);
}
