import { env } from "cloudflare:workers";
import type { HolderActor } from "../../schema/actor.ts";
import type { CaseShown, StoredCase } from "../../schema/customer/case.ts";
import type { Output } from "../../schema/endpoint/api.ts";
import { findCase } from "../../worker/records/case/case.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { aBranch, eventually, newCommandId } from "../branch/a-branch.ts";
import { type Answer, ask } from "./a-referral.ts";
import { staffAt } from "./callers.ts";

export const WHAT = "叫号屏二号窗口不亮";
/** Why somebody looks at what names a customer. */
export const REASON = "客户来电要求回访";
export type Done = { readonly caseId: string; readonly version: number };

/** Where the cases of a branch are, and some of its people, each the same person throughout. */
export function hallOf(branchId: string) {
	return {
		branchId,
		path: `/branches/${branchId}/cases`,
		manager: staffAt("lobby-manager", branchId, "li-na"),
		adviser: staffAt("relationship-manager", branchId, "hu-yue"),
		head: staffAt("branch-head", branchId, "zhang-wei"),
		teller: staffAt("closed-teller", branchId, "liu-yang"),
		other: staffAt("closed-teller", branchId, "chen-jing"),
	};
}

/** A branch and some of its people. */
export async function aHall(at?: number) {
	const branch = await aBranch(at);
	return { ...branch, ...hallOf(branch.branchId) };
}

/** Opens a problem that the head owns, unless said otherwise. */
export function opened(actor: HolderActor, path: string, more: object = {}, commandId = newCommandId()) {
	const body = { kind: "problem", ownerId: "zhang-wei", texts: { what: WHAT }, ...more };
	return ask<Done>(actor, "POST", path, { body, commandId });
}

export function stepped(actor: HolderActor, path: string, version: number, body: object, commandId = newCommandId()) {
	return ask<Done>(actor, "POST", `${path}/steps`, { body, version, commandId });
}

/** A step that must be done; gives how the case then stands to whoever did it. */
export async function moved(actor: HolderActor, path: string, version: number, body: object): Promise<CaseShown> {
	const { status, text } = await stepped(actor, path, version, body);
	if (status !== 200) throw new Error(text);
	return shown(actor, path);
}

export const shown = async (actor: HolderActor, path: string) => (await ask<CaseShown>(actor, "GET", path)).body;

/** Fields of a case in full, with a reason. */
export function inFull(
	actor: HolderActor,
	path: string,
	fields: readonly string[],
	secrets: object = {},
): Promise<Answer<Output<"showCase">>> {
	return ask(actor, "POST", `${path}/shown`, { body: { fields, reason: REASON }, secrets });
}

/** The cases of a branch that a number of their customer leads to. */
export function searched(
	actor: HolderActor,
	path: string,
	by: string,
	value: string,
): Promise<Answer<Output<"searchCases">>> {
	return ask(actor, "POST", `${path}/search`, { body: { by, value, reason: REASON } });
}

export const found = async (...search: Parameters<typeof searched>): Promise<string[]> =>
	(await searched(...search)).body.rows.map(({ caseId }) => caseId).sort();

export function erased(actor: HolderActor, path: string, reason = "本人要求删除"): Promise<Answer> {
	return ask(actor, "POST", `${path}/erasure`, { body: { reason } });
}

/** A case as D1 has it. */
export function inMemory(branchId: string, caseId: string): Promise<StoredCase | null> {
	return findCase(memoryOf(env.DB), branchId, caseId);
}

/** Until D1 has this version of a case. */
export function known(branchId: string, { caseId, version }: Done): Promise<void> {
	return eventually(
		`D1 to have version ${version}`,
		async () => (await inMemory(branchId, caseId))?.version === version,
	);
}
