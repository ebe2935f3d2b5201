import { done } from "../../rules/result.ts";
import { SESSION } from "../../rules/routes/session.ts";
import type { HolderActor } from "../../schema/actor.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { type CallResult, call } from "../call/call.ts";
import type { Credential } from "../call/credential.ts";
import { keepLastKnown } from "../page/last-known.ts";
import { elapsedMs } from "../time/elapsed.ts";
import { demoSession, keptDemoSession } from "./demo-session.ts";
import type { PairedDevice } from "./device-key.ts";
import { deviceCredential } from "./device-session.ts";

/** Who uses a staff page, and what proves it. */
export type Session = {
	/** Null: the browser's cookie does. */
	readonly credential: Credential | null;
	/** The staff id it speaks for. */
	readonly holder: string;
	/** One for each role held; empty in the demo, where the page's address says which role is meant. */
	readonly actors: readonly HolderActor[];
	/** Null in the demo. */
	readonly name: Bilingual | null;
};

type Obtained = CallResult<Session>;

/** A page that has not left by then may be told to again. */
const LEAVING_MS = 5_000;
let leftAtMs: number | null = null;

let signedIn: Promise<Obtained> | null = null;
let pad: PairedDevice | null = null;

/** From now on this page is used by a paired counter pad, not by a person. */
export function workAsPad(device: PairedDevice): void {
	pad = device;
}

/**
 * The session of a staff page: the one signed in to in this browser, else one from the demo's door. Where there is
 * neither, or a PIN or a new password is asked for first, the sign-in page is next. `renew`: the last one is no longer taken.
 */
export async function obtainSession(want: DemoTokenBody, { renew = false } = {}): Promise<Obtained> {
	if (pad !== null) return padSession(pad, renew);
	const kept = renew ? null : keptDemoSession(want);
	if (kept !== null) return done({ ...kept, actors: [], name: null });
	const own = await signedInSession({ renew });
	if (own.ok) return own;
	if (own.problem.code !== "not-signed-in" && own.problem.code !== "session-expired") return own;
	const demo = await demoSession(want, { renew });
	if (demo.ok) return done({ ...demo.value, actors: [], name: null });
	if (demo.problem.code === "demo-off") goToSignIn();
	return demo;
}

/** The session signed in to in this browser, which its cookie carries; asked for once per page, or anew with `renew`. */
export function signedInSession({ renew = false } = {}): Promise<Obtained> {
	if (renew || signedIn === null) {
		const asked = askForSession();
		signedIn = asked;
		// What could not be had now may be had in a moment.
		void asked.then((session) => {
			if (!session.ok && signedIn === asked) signedIn = null;
		});
	}
	return signedIn as Promise<Obtained>;
}

/** Leaves for the sign-in page, which comes back here. Asked again while it is on its way it goes on as it is. */
export function goToSignIn(): void {
	if (leftAtMs !== null && elapsedMs() - leftAtMs < LEAVING_MS) return;
	leftAtMs = elapsedMs();
	keepLastKnown(null);
	const here = location.pathname + location.search + location.hash;
	location.replace(`/sign-in/?next=${encodeURIComponent(here)}`);
}

async function padSession({ deviceId, branchId, counterId }: PairedDevice, renew: boolean): Promise<Obtained> {
	const credential = await deviceCredential({ kind: "device", purpose: "counter-pad", branchId }, renew);
	if (!credential.ok) return credential;
	const place = { kind: "branch", branchId } as const;
	const actor = { kind: "device", deviceId, purpose: "counter-pad", place, ...(counterId && { counterId }) } as const;
	return done({ credential: credential.value, holder: deviceId, actors: [actor], name: null });
}

async function askForSession(): Promise<Obtained> {
	const result = await call(SESSION, {}, null);
	if (!result.ok) return result;
	const info: SessionInfo = result.value;
	if (info.locked || info.mustChangePassword) goToSignIn();
	const { holder, actors } = info;
	return done(
		holder.kind === "staff"
			? { credential: null, holder: holder.staffId, actors, name: holder.name }
			: { credential: null, holder: holder.actor.deviceId, actors, name: null },
	);
}
