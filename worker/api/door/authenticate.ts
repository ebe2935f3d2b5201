import type { HolderActor } from "../../../schema/actor.ts";
import { TicketLink } from "../../../schema/ids.ts";
import { SESSION_CHECK_EVERY_MS } from "../../../schema/limits.ts";
import { SessionToken } from "../../../schema/people/session.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import type { Env } from "../../platform/env.ts";
import { holderOfToken } from "./holder-stub.ts";
import { sessionTokenOf } from "./session-cookie.ts";

/** Somebody with a session: a person in one or several roles, a device; or a program, whose secret is its session. */
export type SessionCaller = {
	readonly kind: "session";
	readonly sessionId: string;
	/** One for each role held; never empty. */
	readonly actors: readonly [HolderActor, ...HolderActor[]];
	/** Epoch milliseconds. */
	readonly endsAt: number;
	readonly locked: boolean;
	readonly mustChangePassword: boolean;
	readonly token: string;
	/** A browser sends a cookie whoever's page asks; a header only a program of ours does. */
	readonly carriedBy: "cookie" | "header";
};
/** Who calls: somebody with a session, or the holder of a ticket's link (which only its branch can resolve). */
export type Caller = SessionCaller | { readonly kind: "link"; readonly link: string };

/** Checked sessions are remembered by this isolate, so that a holder is asked now and then and not per command. */
const REMEMBERED_SESSIONS_MAX = 5_000;
type Remembered = { readonly caller: Omit<SessionCaller, "carriedBy">; readonly checkedAt: number };
const remembered = new Map<string, Remembered>();

/** The caller of a request, from the `Authorization` header or the session's cookie. */
export async function authenticate(request: Request, env: Env, now: number): Promise<Caller | ProblemCode> {
	const header = request.headers.get("Authorization");
	if (header === null) {
		const token = sessionTokenOf(request);
		return token === null ? "not-signed-in" : callerOfToken(token, "cookie", env, now);
	}
	const [scheme, value = "", ...rest] = header.split(" ");
	if (rest.length > 0) return "not-signed-in";
	if (scheme === "Bearer") return callerOfToken(value, "header", env, now);
	if (scheme !== "Link") return "not-signed-in";
	return TicketLink.safeParse(value).success ? { kind: "link", link: value } : "unknown-ticket";
}

/** So that this isolate does not go on believing in what it has just ended or changed itself. */
export function forgetSession(token: string): void {
	remembered.delete(token);
}

async function callerOfToken(
	token: string,
	carriedBy: SessionCaller["carriedBy"],
	env: Env,
	now: number,
): Promise<Caller | ProblemCode> {
	const known = remembered.get(token);
	// A clock set back must not make what was checked long ago look fresh.
	const age = known === undefined ? Number.POSITIVE_INFINITY : Math.abs(now - known.checkedAt);
	if (known !== undefined && age < SESSION_CHECK_EVERY_MS && known.caller.endsAt > now) {
		return { ...known.caller, carriedBy };
	}
	remembered.delete(token);
	// No browser carries a program's secret.
	const isProgram = token.startsWith("a.");
	if (!SessionToken.safeParse(token).success || (isProgram && carriedBy === "cookie")) return "not-signed-in";
	const session = await checked(token, env);
	if (session === "not-ready") return session;
	if (session === null) return "session-expired";
	const [first, ...others] = session.actors;
	if (first === undefined) return "session-expired";
	const { sessionId, endsAt, locked, mustChangePassword } = session;
	const actors = [first, ...others] as const;
	const caller: Remembered["caller"] = {
		kind: "session",
		sessionId,
		actors,
		endsAt,
		locked,
		mustChangePassword,
		token,
	};
	if (remembered.size >= REMEMBERED_SESSIONS_MAX) remembered.clear();
	// A locked phone, or a password still to be changed, is about to change; a program must be out as soon as it is revoked.
	if (!session.locked && !session.mustChangePassword && !isProgram) remembered.set(token, { caller, checkedAt: now });
	return { ...caller, carriedBy };
}

async function checked(token: string, env: Env) {
	try {
		const { holder, secret } = holderOfToken(env, token);
		return await holder.check(secret);
	} catch (error) {
		console.error(JSON.stringify({ message: "session not checked", error: String(error) }));
		return "not-ready" as const;
	}
}
