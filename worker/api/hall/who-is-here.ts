import { covers } from "../../../rules/place.ts";
import { askBranch } from "../door/branch-stub.ts";
import { rolesWith } from "../door/granters.ts";
import { type Handler, Refused } from "../door/serve.ts";

/** Works without D1: the branch knows it alone. */
export const whoIsHere: Handler<"whoIsHere"> = async ({ env, caller, params }) => {
	const here = rolesWith("presence.set", caller).flatMap((each) =>
		each.kind === "staff" && covers(each.place, params.branchId) ? [each] : [],
	);
	const [first] = here;
	if (first === undefined) return new Refused("not-permitted");
	const me = { staffId: first.staffId, roles: here.map(({ role }) => role) };
	const found = await askBranch(env, params.branchId, async (branch) => branch.whoIsHere(me));
	return found;
};
