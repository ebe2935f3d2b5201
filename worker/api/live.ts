import { type Handler, Refused } from "./serve.ts";
import { isUpgrade } from "./upgrade.ts";

/** How the door tells the branch who knocks; whatever a client put there is dropped. */
const CALLER_HEADER = "x-tingtang-caller";

/** Hands a checked caller's upgrade to the branch, which answers with the view. */
export const live: Handler<"live"> = async ({ env, caller, params, request }) => {
	if (!isUpgrade(request)) return new Refused("upgrade-required");
	const headers = new Headers(request.headers);
	headers.set(CALLER_HEADER, JSON.stringify(caller));
	return env.BRANCH.getByName(params.branchId).fetch(new Request(request.url, { headers }));
};
