import type { HolderActor } from "../../../schema/actor.ts";
import type { Env } from "../../platform/env.ts";
import { blankCase, findCase } from "../../records/case/case.ts";
import { destroyKey } from "../../records/case/data-key.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";

export const eraseCase: Handler<"eraseCase"> = ({ env, actor, params, now }) => eraseAt(env, params, actor, now);

/**
 * First at the branch, which has the key of what is open and of what D1 may lose again, and keeps an empty row of what is
 * there alone; then in D1. `now` is wall-clock time.
 */
export function eraseAt(
	env: Env,
	{ branchId, caseId }: { readonly branchId: string; readonly caseId: string },
	actor: HolderActor | null,
	now: number,
): Promise<{ done: true } | Refused> {
	return orNotReady(async () => {
		if (actor === null) return new Refused("not-permitted");
		const memory = memoryOf(env.DB);
		const erase = (found: Awaited<ReturnType<typeof findCase>>) =>
			askBranch(env, branchId, async (branch) => branch.eraseCase(caseId, actor, found));
		const here = await erase(null);
		if (here instanceof Refused) return here;
		const found = await findCase(memory, branchId, caseId);
		if (found === null && !here) return new Refused("unknown-case");
		const told = here || (await erase(found));
		if (told instanceof Refused) return told;
		if (found !== null) await memory.batch([destroyKey(memory, found.keyId, now), blankCase(memory, caseId, now)]);
		return { done: true as const };
	});
}
