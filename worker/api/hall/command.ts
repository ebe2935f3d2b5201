import type { CommandRequest } from "../../../schema/hall/command.ts";
import { actingFor } from "../../domain/commit/may.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";

/** One command to one branch; a refusal of the branch becomes a problem. */
export const sendCommand: Handler<"sendCommand"> = async ({ env, caller, params, body, commandId }) => {
	if (caller === null) return new Refused("not-signed-in");
	const request: CommandRequest = { ...body, commandId };
	const answer = await askBranch(env, params.branchId, async (branch) =>
		caller.kind === "link"
			? branch.executeByLink(request, caller.link)
			: branch.execute(request, actingFor(caller.actors, body.command, params.branchId)),
	);
	if (answer instanceof Refused) return answer;
	if (answer.status === "refused") {
		const { code, detail, retryAfterMs } = answer;
		return new Refused(code, { ...(detail === undefined ? {} : { detail }), retryAfterMs });
	}
	// It may have made the branch: what is published for it already is then fetched.
	if (body.command.type === "configure")
		await askBranch(env, params.branchId, async (branch) => branch.sectionsChanged());
	return { answer };
};
