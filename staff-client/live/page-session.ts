import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { goToSignIn, obtainSession, type Session, signedInSession } from "../../client-kit/session/session.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";

type Obtained = Session | { readonly problem: ClientProblem };

/**
 * The session of one page, for as long as it is open. Whoever was signed in here is asked to sign in again when that
 * ends: never does the page go on by itself as somebody of the demo's.
 */
export function createPageSession(wanted: DemoTokenBody): (renew: boolean) => Promise<Obtained> {
	let wasOwn = false;
	return async (renew) => {
		const session = wasOwn ? await signedInSession({ renew }) : await obtainSession(wanted, { renew });
		if (!("problem" in session)) wasOwn = session.credential === null;
		else if (wasOwn && session.problem.status === 401) goToSignIn();
		return session;
	};
}
