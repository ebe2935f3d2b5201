import { done } from "../../rules/result.ts";
import { DEMO_TOKEN } from "../../rules/routes/demo.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";
import { type CallResult, call } from "../call/call.ts";
import { type Credential, tokenCredential } from "../call/credential.ts";
import { store, stored } from "../page/web-storage.ts";

/** A session of the demo's, kept for this tab. */
export type DemoSession = {
	readonly credential: Credential;
	/** Epoch milliseconds, wall clock. */
	readonly expiresAt: number;
	/** The staff or device id it speaks for. */
	readonly holder: string;
};

/** A session closer to its end than this is renewed rather than used. */
export const RENEW_BEFORE_MS = 120_000;

/**
 * A session of the wanted kind: the one kept for this tab, else a new one from the demo's endpoint. `renew` ignores the
 * kept one, for when the server no longer accepts it. Problem `demo-off`: demo mode is not on.
 */
export async function demoSession(want: DemoTokenBody, { renew = false } = {}): Promise<CallResult<DemoSession>> {
	const kept = renew ? null : keptDemoSession(want);
	if (kept !== null) return done(kept);
	const result = await call(DEMO_TOKEN, { body: want }, null);
	if (!result.ok) return result;
	const { token, expiresAt, holder } = result.value;
	const session = { credential: tokenCredential(token), expiresAt, holder };
	store("sessionStorage", storeKey(want), JSON.stringify(session));
	return done(session);
}

/** The session kept for this tab, when it has some life in it. */
export function keptDemoSession(want: DemoTokenBody): DemoSession | null {
	const text = stored("sessionStorage", storeKey(want));
	if (text === null) return null;
	try {
		const session: DemoSession = JSON.parse(text);
		return session.expiresAt - Date.now() > RENEW_BEFORE_MS ? session : null;
	} catch {
		return null;
	}
}

function storeKey(want: DemoTokenBody): string {
	return `tingtang.session.${JSON.stringify(want)}`;
}
