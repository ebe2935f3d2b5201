import { inject } from "vitest";
import type { Assignment, FirstPassword } from "../../schema/people/person.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";

export const DESK = { width: 1440, height: 900 };

let banks = 0;

/** A branch of its own in the institution tree, with people who have a first password each. */
export async function aBank() {
	banks += 1;
	const tag = `${banks}${crypto.randomUUID().slice(0, 6)}`;
	const branchId = `sh-bank${tag}`;
	const base = inject("serverUrl");
	const name = { zh: `外滩支行${tag}`, en: `The Bund ${tag}` };
	const operator = await demoToken("head-office-operator");

	async function demoToken(role: string, branch?: string, staffId?: string): Promise<string> {
		const body = JSON.stringify({
			kind: "staff",
			role,
			...(branch && { branchId: branch }),
			...(staffId && { staffId }),
		});
		const response = await fetch(`${base}/api/demo/tokens`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body,
		});
		return ((await response.json()) as { token: string }).token;
	}

	async function ask<Answer>(method: string, path: string, body?: unknown, token = operator): Promise<Answer> {
		const response = await fetch(`${base}/api${path}`, {
			method,
			headers: {
				Authorization: `Bearer ${token}`,
				"Idempotency-Key": crypto.randomUUID(),
				"Content-Type": "application/json",
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const answer = (await response.json()) as Answer & { code?: string };
		if (!response.ok && answer.code !== "node-exists") throw new Error(`${path}: ${JSON.stringify(answer)}`);
		return answer;
	}

	/** Somebody new; their staff number is the name with this bank's tag. */
	async function join(name: string, zh: string, assignments: readonly Assignment[]) {
		const staffId = `${name}-${tag}`;
		const body = { staffId, name: { zh, en: name }, assignments };
		const { firstPassword } = await ask<FirstPassword>("POST", "/people", body);
		return { staffId, firstPassword };
	}

	/** Gives the branch the configuration that ships, so that its hall can work. */
	async function configure(): Promise<void> {
		const region = { zh: "上海", en: "Shanghai" };
		const configuration = defaultConfiguration({ branchId, name, region, kind: "standard" });
		await ask("POST", `/branches/${branchId}/commands`, { command: { type: "configure", configuration } });
	}

	await ask("POST", "/institution/nodes", { nodeId: "sh", parentId: "bank", name: { zh: "上海分行", en: "Shanghai" } });
	await ask("POST", "/institution/nodes", { nodeId: branchId, parentId: "sh", name });
	return { ask, base, branchId, configure, demoToken, join, tag };
}
