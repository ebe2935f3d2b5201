import type { DemoTokenBody } from "../schema/demo.ts";
import type { Assignment } from "../schema/person.ts";

const NODES = [
	["sh", "bank", "上海分行", "Shanghai"],
	["sh.pudong", "sh", "浦东支行", "Pudong"],
	["sh-thebund", "sh", "外滩支行", "The Bund"],
	["sh-lujiazui", "sh.pudong", "陆家嘴支行", "Lujiazui"],
] as const;
const PEOPLE = [
	["100001", "陈国强", "Chen Guoqiang", "branch-head sh-thebund"],
	["100002", "李娜", "Li Na", "lobby-manager sh-thebund", "stand-in sh-lujiazui"],
	["100003", "王芳", "Wang Fang", "open-teller sh-thebund"],
	["100004", "朱琳", "Zhu Lin", "relationship-manager sh-thebund"],
	["100005", "赵敏", "Zhao Min", "closed-teller sh-thebund"],
	["200001", "孙丽", "Sun Li", "human-resources sh"],
	["200002", "周伟", "Zhou Wei", "auditor bank"],
] as const;
const CUSTOMERS = [
	["李建明", "13812345678", "gold-card"],
	["王晓燕", "13987654321", "large-cash"],
	["欧阳慧", "13700001111", "wealth-account"],
] as const;

/** An institution tree with people and a few referral records, all synthetic, for the console's pictures. */
export async function bankFor(base: string, branchId: string): Promise<void> {
	const operator = await token({ kind: "staff", role: "head-office-operator" });
	for (const [nodeId, parentId, zh, en] of NODES) {
		await post(operator, "/institution/nodes", { nodeId, parentId, name: { zh, en } });
	}
	for (const [staffId, zh, en, ...roles] of PEOPLE) {
		await post(operator, "/people", { staffId, name: { zh, en }, assignments: roles.map(assignment) });
	}
	const manager = await token({ kind: "staff", role: "lobby-manager", branchId });
	for (const [name, value, reasonCode] of CUSTOMERS) {
		const body = {
			name,
			reasonCode,
			status: "to_follow_up",
			contact: { kind: "phone", value },
			remarks: "想了解三年期理财",
		};
		await post(manager, `/branches/${branchId}/referrals`, body);
	}

	async function token(body: DemoTokenBody): Promise<string> {
		return ((await post(null, "/demo/tokens", body)) as { token: string }).token;
	}

	async function post(bearer: string | null, path: string, body: unknown): Promise<unknown> {
		const response = await fetch(`${base}/api${path}`, {
			method: "POST",
			headers: {
				"Idempotency-Key": crypto.randomUUID(),
				...(bearer !== null && { Authorization: `Bearer ${bearer}` }),
			},
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
		return response.json();
	}
}

function assignment(text: string): Assignment {
	const [role, nodeId] = text.split(" ") as [Assignment["role"], string];
	return { role, nodeId };
}
