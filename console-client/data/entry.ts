import type { Credential } from "../../client-kit/call/credential.ts";
import { demoSession } from "../../client-kit/session/demo-session.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import type { Role } from "../../schema/actor.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";

/** The demo role that the page's address names (`?as=`, `&branch=`, `&staff=`); null: the sign-in cookie says who it is. */
export function demoWanted(search: string): DemoTokenBody | null {
	const query = new URLSearchParams(search);
	const role = query.get("as");
	if (role === null) return null;
	const [branchId, staffId] = [query.get("branch"), query.get("staff")];
	// A role that does not exist is refused by the server.
	return { kind: "staff", role: role as Role, ...(branchId && { branchId }), ...(staffId && { staffId }) };
}

let renewing = false;

/** What proves who uses this page; null: the cookie does, which no script can read. Rejects with a `Refusal`. */
export async function enter(): Promise<Credential | null> {
	const want = demoWanted(location.search);
	if (want === null) return null;
	const session = await demoSession(want, { renew: renewing });
	renewing = false;
	if (!session.ok) throw new Refusal("demoToken", session.problem);
	return session.value.credential;
}

/** Lets the next call ask for a new demo session; false when there is none to ask for. */
export function renewEntry(): boolean {
	renewing = demoWanted(location.search) !== null;
	return renewing;
}
