import type { CallInput, Route } from "../../client-kit/call/address-of.ts";
import { type CallOptions, call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { keepLastKnown } from "../../client-kit/page/last-known.ts";
import { whenPageOpen } from "../../client-kit/session/page-lock.ts";
import { queries } from "../../react-kit/data/queries.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import type { EndpointName, Output } from "../../schema/endpoint/api.ts";
import { enter, renewEntry } from "./entry.ts";

const SESSION_PROBLEMS = ["not-signed-in", "session-expired", "session-locked", "password-change-needed"] as const;

/** What a locked session can be asked; everything else waits until it is open again. */
const WHILE_LOCKED: readonly EndpointName[] = ["session", "unlock", "signOut"];

/** Calls an endpoint as whoever uses this page; rejects with a `Refusal`. A demo session that has ended is renewed once. */
export async function ask<Name extends EndpointName>(
	route: Route<Name>,
	input: CallInput<Name>,
	options: CallOptions = {},
): Promise<Output<Name>> {
	if (!WHILE_LOCKED.includes(route.name)) await whenPageOpen();
	const first = await call(route, input, await enter(), options);
	if (first.ok) {
		keepLastKnown({ of: "console", atMs: Date.now() });
		return first.value;
	}
	if (first.problem.status !== 401 || !renewEntry()) throw refused(route.name, first.problem);
	const second = await call(route, input, await enter(), options);
	if (second.ok) return second.value;
	throw refused(route.name, second.problem);
}

/** A session that has ended, is locked or needs a password takes the whole page with it. */
function refused(endpoint: EndpointName, problem: ClientProblem): Refusal {
	const ofSession = SESSION_PROBLEMS.some((code) => code === problem.code);
	if (ofSession && endpoint !== "session") void queries.invalidateQueries({ queryKey: ["session"] });
	return new Refusal(endpoint, problem);
}
