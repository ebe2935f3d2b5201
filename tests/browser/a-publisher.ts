import { inject } from "vitest";
import type { SectionVersion } from "../../schema/configuration/version.ts";
import type { aHall } from "./a-hall.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;
type At = { readonly value: object; readonly newest: number; readonly versions: readonly SectionVersion[] };
/** Tokens of two people of head office: who drafts, and who approves and publishes. */
type Pair = { readonly drafter: string; readonly second: string };

async function ask<Value>(token: string, method: string, path: string, body?: object, version?: number) {
	const response = await fetch(`${inject("serverUrl")}/api/${path}`, {
		method,
		headers: {
			Authorization: `Bearer ${token}`,
			"Content-Type": "application/json",
			"Idempotency-Key": crypto.randomUUID(),
			...(version === undefined ? {} : { "If-Match": String(version) }),
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const answer = (await response.json()) as Value & { readonly code?: string };
	if (!response.ok && answer.code !== "node-exists") throw new Error(`${path}: ${JSON.stringify(answer)}`);
	return answer;
}

/** Two people of head office who publish sections for one hall, by the API. */
export async function aPublisher(hall: Hall) {
	const { branchId } = hall;
	const tokens = await Promise.all(
		["fang-yun", "shen-bo"].map((staffId) => hall.tokenFor({ kind: "staff", role: "head-office-operator", staffId })),
	);
	const [drafter = "", second = ""] = tokens;
	const name = { zh: "外滩支行", en: "The Bund" };
	await ask(drafter, "POST", "institution/nodes", { nodeId: "sh", parentId: "bank", name });
	await ask(drafter, "POST", "institution/nodes", { nodeId: branchId, parentId: "sh", name });
	return publisherAt(branchId, { drafter, second });
}

/** As `aPublisher`, for a place that is in the institution tree already. */
export function publisherAt(nodeId: string, { drafter, second }: Pair) {
	const at = (section: string) => ask<At>(drafter, "GET", `configuration/${nodeId}/sections/${section}`);

	/** Checks, approves and publishes the newest draft. */
	async function publishDraft(section: string): Promise<void> {
		let version = (await at(section)).versions[0];
		while (version?.status === "draft" && !version.check.done) {
			const path = `configuration/${nodeId}/versions/${version.versionId}/check`;
			version = (await ask<{ version: SectionVersion }>(second, "POST", path)).version;
		}
		for (const [step, body] of [["approve"], ["publish", { reach: { kind: "all" } }]] as const) {
			const path = `configuration/${nodeId}/versions/${version?.versionId}/${step}`;
			version = (await ask<{ version: SectionVersion }>(second, "POST", path, body, version?.version)).version;
		}
	}

	/** Drafts what shall hold there, from what holds there. */
	async function draft<Value extends object>(section: string, change: (value: Value) => Value): Promise<void> {
		const { value, newest } = await at(section);
		const body = { value: change(value as Value), locked: [], note: "一次改动", basedOn: newest };
		await ask(drafter, "POST", `configuration/${nodeId}/sections/${section}/versions`, body);
	}

	async function publish<Value extends object>(section: string, change: (value: Value) => Value): Promise<void> {
		await draft(section, change);
		await publishDraft(section);
	}

	return { draft, publish, publishDraft };
}
