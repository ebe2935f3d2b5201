import type { CallResult } from "../../client-kit/call/call.ts";
import { goToSignIn, obtainSession, type Session, signedInSession } from "../../client-kit/session/session.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";

type Obtained = CallResult<Session>;

/**
 * The session of one page, for as long as it is open. Whoever was signed in here is asked to sign in again when that
 * ends: never does the page go on by itself as somebody of the demo's.
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
