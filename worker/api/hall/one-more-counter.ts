import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";

export const oneMoreCounter: Handler<"oneMoreCounter"> = async ({ env, params }) => {
	const effects = await askBranch(env, params.branchId, async (branch) => branch.oneMoreCounter());
	if (effects instanceof Refused) return effects;
	return effects === null ? new Refused("branch-not-configured") : { effects };
};
