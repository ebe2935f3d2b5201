import { askBranch } from "../door/branch-stub.ts";
import { isAllowedOrigin, originOf } from "../door/origin.ts";
import type { Handler } from "../door/serve.ts";
import { Refused } from "../door/serve.ts";
import { isUpgrade, refuseUpgrade } from "../door/upgrade.ts";

/** What the branch needs of an upgrade; nothing else a client sends reaches it. */
const PASSED_ON = [
	"Upgrade",
	"Connection",
	"Origin",
	"Sec-WebSocket-Protocol",
	"Sec-WebSocket-Key",
	"Sec-WebSocket-Version",
	"Sec-WebSocket-Extensions",
];

/** Hands an upgrade to the branch, which knows the ticket it gave. */
export const live: Handler<"live"> = async ({ env, params, request }) => {
	if (!isUpgrade(request)) return new Refused("upgrade-required");
	const origin = originOf(request);
	const offered = request.headers.get("Sec-WebSocket-Protocol") ?? "";
	if (origin !== null && !isAllowedOrigin(origin, request, env)) {
		// Whoever brought it, the ticket has been shown to a page that is not ours: it is worth nothing any more.
		await askBranch(env, params.branchId, async (branch) => branch.spendTicket(offered));
		return refuseUpgrade("foreign-origin");
	}
	const headers = new Headers();
	for (const name of PASSED_ON) {
		const value = request.headers.get(name);
		if (value !== null) headers.set(name, value);
	}
	return env.BRANCH.getByName(params.branchId).fetch(new Request(request.url, { headers }));
};
