import { done } from "../../rules/result.ts";
import { DEVICE_CHALLENGE, DEVICE_SESSION } from "../../rules/routes/device.ts";
import type { DevicePurpose } from "../../schema/actor.ts";
import { deviceProofText } from "../../schema/people/device-proof.ts";
import { base64url } from "../call/base64url.ts";
import { type CallResult, call } from "../call/call.ts";
import { type Credential, tokenCredential } from "../call/credential.ts";
import { demoSession, RENEW_BEFORE_MS } from "./demo-session.ts";
import { type PairedDevice, pairedDevice } from "./device-key.ts";

const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;

type Obtained = CallResult<Credential>;

/** What proves the device, until shortly before it ends. `endsAt` is monotonic: the wall clock of a screen may be wrong. */
type Kept = { readonly deviceId: string; readonly credential: Credential; readonly endsAt: number };
let kept: Kept | null = null;

/**
 * What proves this browser to a branch as a device: its own key where it was paired, else the demo's door, else the way
 * leads to the pairing page, as it does for a device whose pairing somebody has ended.
 */
export async function deviceCredential(
	want: { readonly kind: "device"; readonly purpose: DevicePurpose; readonly branchId: string },
	renew = false,
): Promise<Obtained> {
	const device = await pairedDevice(want.purpose);
	const obtained = device?.branchId === want.branchId ? await signIn(device, renew) : await demoCredential(want, renew);
	const code = obtained.ok ? null : obtained.problem.code;
	if (code === "demo-off" || code === "device-not-paired") goToPairing(want.purpose);
	return obtained;
}

/** Leaves for the page that pairs this browser for a purpose, says why, and comes back here. */
export function goToPairing(purpose: DevicePurpose): void {
	location.replace(`/pair/?${new URLSearchParams({ for: purpose, next: location.pathname + location.search })}`);
}

async function demoCredential(want: Parameters<typeof demoSession>[0], renew: boolean): Promise<Obtained> {
	const session = await demoSession(want, { renew });
	return session.ok ? done(session.value.credential) : session;
}

async function signIn(device: PairedDevice, renew: boolean): Promise<Obtained> {
	const { deviceId } = device;
	const fresh = kept !== null && kept.deviceId === deviceId && kept.endsAt - performance.now() > RENEW_BEFORE_MS;
	if (kept !== null && fresh && !renew) return done(kept.credential);
	const params = { deviceId };
	const given = await call(DEVICE_CHALLENGE, { params }, null);
	if (!given.ok) return given;
	const { challenge } = given.value;
	const text = new TextEncoder().encode(deviceProofText(location.origin, deviceId, challenge));
	const signature = base64url(new Uint8Array(await crypto.subtle.sign(SIGNATURE, device.key, text)));
	const body = { challenge, signature };
	const session = await call(DEVICE_SESSION, { params, body }, null);
	if (!session.ok) return session;
	const credential = tokenCredential(session.value.token);
	kept = { deviceId, credential, endsAt: performance.now() + session.value.expiresInMs };
	return done(credential);
}
