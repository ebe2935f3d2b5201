import { blankCase, findCase } from "../../records/case.ts";
import { destroyKey } from "../../records/data-key.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../branch-stub.ts";
import { type Handler, Refused } from "../serve.ts";
import { orNotReady } from "../unavailable.ts";

/** First at the branch, which has the key of what is open and of what D1 may lose again; then in D1, also of what is there alone. */
export const eraseCase: Handler<"eraseCase"> = ({ env, actor, params, now }) =>
	orNotReady(async () => {
		const { branchId, caseId } = params;
		if (actor === null) return new Refused("not-permitted");
		const here = await askBranch(env, branchId, async (branch) => branch.eraseCase(caseId, actor));
		if (here instanceof Refused) return here;
		const memory = memoryOf(env.DB);
		const found = await findCase(memory, branchId, caseId);
		if (found === null && !here) return new Refused("unknown-case");
		if (found !== null) await memory.batch([destroyKey(memory, found.keyId, now), blankCase(memory, caseId, now)]);
		return { done: true as const };
	});
