import type { DemoTokenBody } from "../schema/demo.ts";
import { call } from "./call.ts";
import type { ClientProblem } from "./client-problem.ts";
import { type Credential, tokenCredential } from "./credential.ts";

/** A signed token that still has some life in it. */
export type Session = {
	readonly credential: Credential;
	readonly token: string;
	/** Epoch milliseconds, wall clock. */
	readonly expiresAt: number;
	/** The staff or device id the token speaks for. */
	readonly holder: string;
};

/** A token closer to its end than this is renewed rather than used. */
export const RENEW_BEFORE_MS = 120_000;

/**
 * A session of the wanted kind: the one kept for this tab, else a new one from the demo door. `renew` passes over
 * the kept one, for when the server no longer takes it. Problem `demo-off`: signing in needs another way.
 */
export async function obtainSession(
	want: DemoTokenBody,
	{ renew = false } = {},
): Promise<Session | { readonly problem: ClientProblem }> {
	const key = `tingtang.session.${JSON.stringify(want)}`;
	const kept = renew ? null : keptSession(key);
	if (kept !== null) return kept;
	const result = await call({ name: "demoToken", method: "POST", path: "/demo/tokens" }, { body: want }, null);
	if (!result.ok) return { problem: result.problem };
	const { token, expiresAt, holder } = result.value;
	const session = { credential: tokenCredential(token), token, expiresAt, holder };
	sessionStorage.setItem(key, JSON.stringify(session));
	return session;
}

function keptSession(key: string): Session | null {
	const text = sessionStorage.getItem(key);
	if (text === null) return null;
	try {
		const session: Session = JSON.parse(text);
		return session.expiresAt - Date.now() > RENEW_BEFORE_MS ? session : null;
	} catch {
		return null;
	}
}
