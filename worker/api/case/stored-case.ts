import { definitionOf } from "../../../rules/case/kinds.ts";
import { mayRead } from "../../../rules/case/step.ts";
import type { HolderActor } from "../../../schema/actor.ts";
import type { StoredCase } from "../../../schema/customer/case.ts";
import type { Env } from "../../platform/env.ts";
import { type FoundCase, findCaseThere } from "../../records/case/case.ts";
import { memoryOf } from "../../records/memory.ts";
import type { Caller } from "../door/authenticate.ts";
import { askBranch } from "../door/branch-stub.ts";
import { Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";

/** A case, whether its branch has it, and else under which epoch it is in D1. */
export type CaseThere = FoundCase & { readonly isHere: boolean };

/** A case as its branch has it, or D1 once it is over; null when there is none. */
export async function storedCase(env: Env, branchId: string, caseId: string): Promise<StoredCase | null | Refused> {
	const there = await caseThere(env, branchId, caseId);
	return there === null || there instanceof Refused ? there : there.stored;
}

/** As `storedCase`, and where it was found. */
export async function caseThere(env: Env, branchId: string, caseId: string): Promise<CaseThere | null | Refused> {
	const here = await askBranch(env, branchId, async (branch) => branch.caseOf(caseId));
	if (here instanceof Refused) return here;
	if (here !== null) return { stored: here, epoch: 0, isHere: true };
	const found = await orNotReady(() => findCaseThere(memoryOf(env.DB), branchId, caseId));
	return found === null || found instanceof Refused ? found : { ...found, isHere: false };
}

/** As what of all they are somebody may read a case; empty: to them it is as if there were none. */
export function readersOf(caller: Caller | null, stored: StoredCase): readonly HolderActor[] {
	const definition = definitionOf(stored.kind);
	return actorsOf(caller).filter((each) => mayRead(definition, stored, each));
}

export function actorsOf(caller: Caller | null): readonly HolderActor[] {
	return caller?.kind === "session" ? caller.actors : [];
}
