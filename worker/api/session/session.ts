import { covers, nodeOf } from "../../../rules/place.ts";
import type { Result } from "../../../rules/result.ts";
import { StaffId } from "../../../schema/ids.ts";
import { KNOWN_BROWSER_KEEP_MS } from "../../access/known-browsers.ts";
import { memoryOf } from "../../records/memory.ts";
import { profileOf } from "../../records/people/person.ts";
import { forgetSession, type SessionCaller } from "../door/authenticate.ts";
import { rolesWith } from "../door/granters.ts";
import { holderOf, holderOfToken } from "../door/holder-stub.ts";
import { writeDownNamed } from "../door/ledger-entry.ts";
import { type Call, type Handler, Refused } from "../door/serve.ts";
import { endedSessionCookie, sessionCookie } from "../door/session-cookie.ts";
import { browserCookie, browserSecretOf } from "./known-browser.ts";
import { refusedOnRecord, signedInOnRecord } from "./sign-in-record.ts";
import { enter, KNOWN } from "./stranger-gate.ts";
import { userAgentLabel } from "./user-agent-label.ts";

const DONE = { done: true } as const;

export const signIn: Handler<"signIn"> = async ({ env, requestId, body, now, request }) => {
	const { password, carry } = body;
	const staffId = body.staffId.trim().toLowerCase();
	// A staff number that cannot be one is refused like a wrong password, and no object is created for it.
	if (!StaffId.safeParse(staffId).success) return new Refused("sign-in-failed");
	const holder = holderOf(env, "staff", staffId);
	const from = browserSecretOf(request);
	const isKnown = from !== null && (await holder.knows(from));
	const entry = isKnown ? KNOWN : enter("password", request, env, now);
	if (entry.waitMs > 0) return new Refused("too-many-requests", { retryAfterMs: entry.waitMs });
	const device = userAgentLabel(request);
	const circumstances = { env, requestId, now, method: "password", device } as const;
	const opened = await holder.signIn({ password, label: device, browser: from });
	// Only a wrong password uses up the allowance of sign-ins; a right or unchecked one gives it back.
	if (opened.ok || opened.code !== "sign-in-failed") entry.giveBack();
	if (!opened.ok) {
		if (opened.code === "sign-in-failed") await refusedOnRecord(staffId, opened, circumstances);
		return refusedBy(opened);
	}
	const { token, expiresAt, mustChangePassword, browser } = opened.value;
	const unwritten = await signedInOnRecord(token, circumstances);
	if (unwritten !== null) return unwritten;
	const answer = { expiresAt, mustChangePassword };
	if (carry === "token") return { ...answer, token };
	return withCookies(answer, [sessionCookie(token, expiresAt - now), browserCookie(browser, KNOWN_BROWSER_KEEP_MS)]);
};

export const session: Handler<"session"> = async (call) => {
	const info = await ownHolder(call).info(sessionOf(call).sessionId);
	return info ?? new Refused("session-expired");
};

export const signOut: Handler<"signOut"> = async (call) => {
	const { sessionId, token } = sessionOf(call);
	await ownHolder(call).end(sessionId);
	forgetSession(token);
	return withCookies(DONE, [endedSessionCookie()]);
};

export const changePassword: Handler<"changePassword"> = async (call) => {
	const { sessionId, token } = sessionOf(call);
	const changed = await ownHolder(call).changePassword(sessionId, call.body.current, call.body.next);
	forgetSession(token);
	return changed.ok ? DONE : refusedBy(changed);
};

export const setPin: Handler<"setPin"> = async (call) => {
	const set = await ownHolder(call).setPin(call.body.password, call.body.pin);
	return set.ok ? DONE : refusedBy(set);
};

export const lock: Handler<"lock"> = async (call) => {
	const { sessionId, token } = sessionOf(call);
	const locked = await ownHolder(call).lock(sessionId);
	forgetSession(token);
	return locked.ok ? DONE : refusedBy(locked);
};

export const unlock: Handler<"unlock"> = async (call) => {
	const { sessionId, token } = sessionOf(call);
	const holder = ownHolder(call);
	// The session may have ended already. Once that is ruled out, "session-expired" below means that wrong PINs ended it.
	if ((await holder.info(sessionId)) === null) return new Refused("session-expired");
	const unlocked = await holder.unlock(sessionId, call.body.pin);
	forgetSession(token);
	if (unlocked.ok) return DONE;
	if (unlocked.code === "session-expired") await noteEndByWrongPins(call, sessionId);
	return refusedBy(unlocked);
};

export const sessions: Handler<"sessions"> = async (call) => ({
	rows: await ownHolder(call).list(sessionOf(call).sessionId),
});

export const endSession: Handler<"endSession"> = async (call) => {
	const ended = await ownHolder(call).end(call.params.sessionId);
	return ended === 0 ? new Refused("unknown-session") : DONE;
};

export const sessionsOfPerson: Handler<"sessionsOfPerson"> = async (call) => {
	const refusal = await outOfReach(call);
	if (refusal !== null) return refusal;
	return { rows: await holderOf(call.env, "staff", call.params.staffId).list(null) };
};

export const endSessionsOfPerson: Handler<"endSessionsOfPerson"> = async (call) => {
	const refusal = await outOfReach(call);
	if (refusal !== null) return refusal;
	return { ended: await holderOf(call.env, "staff", call.params.staffId).end() };
};

export const endSessionOfPerson: Handler<"endSessionOfPerson"> = async (call) => {
	const refusal = await outOfReach(call);
	if (refusal !== null) return refusal;
	const ended = await holderOf(call.env, "staff", call.params.staffId).end(call.params.sessionId);
	return ended === 0 ? new Refused("unknown-session") : DONE;
};

type OwnCall = Pick<Call<"session">, "env" | "caller">;
type PersonCall = Pick<Call<"sessionsOfPerson">, "env" | "caller" | "params">;

/** Endpoints that need `session.own` admit sessions alone, because no ticket's link holds that permission. */
function sessionOf({ caller }: Pick<OwnCall, "caller">): SessionCaller {
	if (caller?.kind !== "session") throw new Error("no session behind session.own");
	return caller;
}

function ownHolder(call: OwnCall) {
	return holderOfToken(call.env, sessionOf(call).token).holder;
}

/**
 * Null: the caller may end the sessions of this person, who has a role within a place of theirs; a caller for the whole bank
 * reaches everybody. Anybody else is told that there is no such person.
 */
async function outOfReach({ env, caller, params }: PersonCall): Promise<Refused | null> {
	const profile = await profileOf(memoryOf(env.DB), params.staffId);
	if (profile === null) return new Refused("unknown-person");
	const reached = rolesWith("person.end-sessions", caller).some(
		({ place }) => place.kind === "bank" || profile.actors.some((each) => covers(place, nodeOf(each.place))),
	);
	return reached ? null : new Refused("unknown-person");
}

async function noteEndByWrongPins(call: Call<"unlock">, sessionId: string): Promise<void> {
	const { env, requestId, actor, now } = call;
	const subject = { sessionId, cause: "wrong-pins" };
	await writeDownNamed(env, { act: "session-ended", chain: null, now, requestId, actor, sessionId, subject });
}

function refusedBy({ code, retryAfterMs }: Extract<Result<unknown>, { ok: false }>): Refused {
	return new Refused(code, { retryAfterMs });
}

function withCookies(answer: object, cookies: readonly string[]): Response {
	const headers = new Headers({ "Cache-Control": "no-store" });
	for (const cookie of cookies) headers.append("Set-Cookie", cookie);
	return Response.json(answer, { headers });
}
