import type { CallResult } from "../../client-kit/call/call.ts";
import { goToSignIn, obtainSession, type Session, signedInSession } from "../../client-kit/session/session.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";

type Obtained = CallResult<Session>;

/**
 * The session of one page, for as long as it is open: of whoever has signed in, else in the demo of the demo's person `wanted`. When the session
 * of somebody who had signed in ends, the page asks to sign in again; it never goes on as a person of the demo. (A session of
 * one's own is a cookie, so it has no credential here.)
 */
export function createPageSession(wanted: DemoTokenBody): (renew: boolean) => Promise<Obtained> {
	let wasOwn = false;
	return async (renew) => {
		const session = wasOwn ? await signedInSession({ renew }) : await obtainSession(wanted, { renew });
		if (session.ok) wasOwn = session.value.credential === null;
		else if (wasOwn && session.problem.status === 401) goToSignIn();
		return session;
	};
}
