import { env } from "cloudflare:workers";
import type { HolderActor } from "../../schema/actor.ts";
import type { CaseShown, StoredCase } from "../../schema/customer/case.ts";
import { findCase } from "../../worker/records/case/case.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { aBranch, eventually, newCommandId } from "../branch/a-branch.ts";
import { ask } from "./a-referral.ts";
import { staffAt } from "./callers.ts";

export const WHAT = "叫号屏二号窗口不亮";
export type Done = { readonly caseId: string; readonly version: number };

/** A branch and some of its people, each the same person throughout. */
export async function aHall(at?: number) {
	const branch = await aBranch(at);
	const { branchId } = branch;
	return {
		...branch,
		path: `/branches/${branchId}/cases`,
		manager: staffAt("lobby-manager", branchId, "li-na"),
		head: staffAt("branch-head", branchId, "zhang-wei"),
		teller: staffAt("closed-teller", branchId, "liu-yang"),
		other: staffAt("closed-teller", branchId, "chen-jing"),
	};
}

/** Opens a problem that the head owns, unless said otherwise. */
export function opened(actor: HolderActor, path: string, more: object = {}, commandId = newCommandId()) {
	const body = { kind: "problem", ownerId: "zhang-wei", texts: { what: WHAT }, ...more };
	return ask<Done>(actor, "POST", path, { body, commandId });
}

export function stepped(actor: HolderActor, path: string, version: number, body: object, commandId = newCommandId()) {
	return ask<Done>(actor, "POST", `${path}/steps`, { body, version, commandId });
}

export const shown = async (actor: HolderActor, path: string) => (await ask<CaseShown>(actor, "GET", path)).body;

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
