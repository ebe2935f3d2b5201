import type { Assignment, FirstPassword } from "../../schema/person.ts";
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

/** A few customers whom the lobby manager of this hall has recognised. */
export async function referAt(hall: Hall): Promise<void> {
	const manager = await hall.tokenFor(lobbyManager(hall.branchId));
	for (const [name, value, reasonCode] of CUSTOMERS) {
		const contact = { kind: "phone", value };
		const body = { name, reasonCode, status: "to_follow_up", contact, remarks: "想了解三年期理财" };
		await hall.ask(manager, "POST", `/branches/${hall.branchId}/referrals`, body);
	}
}
