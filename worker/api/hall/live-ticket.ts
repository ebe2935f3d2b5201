import { holds } from "../../../rules/holding.ts";
import { covers } from "../../../rules/place.ts";
import type { Result } from "../../../rules/result.ts";
import type { HolderActor } from "../../../schema/actor.ts";
import type { LiveTicket } from "../../../schema/hall/live-ticket.ts";
import type { Audience } from "../../../schema/hall/view.ts";
import { livePermission } from "../../domain/commit/may.ts";
import { addressDigest } from "../door/address.ts";
import { askBranch } from "../door/branch-stub.ts";
import { holderOfToken } from "../door/holder-stub.ts";
import { originOf } from "../door/origin.ts";
import { type Handler, Refused } from "../door/serve.ts";

/** A ticket for one live connection: only the page that asked for it can use it, once. */
export const liveTicket: Handler<"liveTicket"> = async ({ env, caller, params, body, request }) => {
	if (caller === null) return new Refused("not-signed-in");
	const from = { origin: originOf(request), address: addressDigest(request) };
	if (caller.kind === "link") {
		if (body.audience !== "ticket") return new Refused("not-permitted");
		return given(await askBranch(env, params.branchId, async (branch) => branch.ticketByLink(caller.link, from)));
	}
	const { sessionId, endsAt: sessionEndsAt } = caller;
	// The holder knows first: a session ended in this very moment closes what it opens here, and a role lost in it lets
	// nobody in whose page comes back at once.
	const { holder } = holderOfToken(env, caller.token);
	const present = await holder.connects(sessionId, params.branchId);
	if (present.length === 0) return new Refused("session-expired");
	const actors = actorsThere(present, params.branchId, body.audience);
	if (actors instanceof Refused) return actors;
	const guest = { ...from, audience: body.audience, actors, sessionId, sessionEndsAt };
	return given(await askBranch(env, params.branchId, async (branch) => branch.ticketFor(guest)));
};

/** The roles held at this branch, first one that may look at this. */
function actorsThere(
	present: readonly HolderActor[],
	branchId: string,
	audience: Audience,
): readonly [HolderActor, ...HolderActor[]] | Refused {
	const there = present.filter(({ place }) => covers(place, branchId)).map((actor) => narrowed(actor, branchId));
	const looker = there.find((actor) => holds(actor, livePermission(audience)));
	if (looker === undefined) return new Refused(there.length === 0 ? "wrong-place" : "not-permitted");
	return [looker, ...there.filter((actor) => actor !== looker)];
}

/** A connection remembers little: of a sub-branch's many branches, the one it is connected to. */
function narrowed(actor: HolderActor, branchId: string): HolderActor {
	return actor.place.kind === "sub-branch" ? { ...actor, place: { ...actor.place, branchIds: [branchId] } } : actor;
}

function given(result: Result<LiveTicket> | Refused): LiveTicket | Refused {
	if (result instanceof Refused) return result;
	return result.ok ? result.value : new Refused(result.code, { retryAfterMs: result.retryAfterMs });
}
