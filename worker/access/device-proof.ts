import { Buffer } from "node:buffer";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { DevicePublicKey } from "../../schema/people/device.ts";

/** How long a device may take to sign its challenge. */
const CHALLENGE_MAX_MS = 60_000;
const NONCE_BYTES = 12;
/** Seconds since 1970 in hexadecimal, for some thousand years. */
const EXPIRY_DIGITS = 10;
const MAC_BYTES = 16;
const CHALLENGE_BYTES = EXPIRY_DIGITS / 2 + NONCE_BYTES + MAC_BYTES;

/** What a device is given to sign, and until when that is good. */
export type Challenge = { readonly challenge: string; readonly endsAt: number };

/** A new key by which the challenges of one device are made and known again, base64url. */
export function newChallengeKey(): string {
	return randomBytes(32).toString("base64url");
}

/**
 * A new challenge for one device. It carries its own end and a keyed proof of where it comes from, so that nothing is stored
 * until it comes back.
 */
export function newChallenge(key: string, deviceId: string, now: number): Challenge {
	const endsAt = Math.ceil((now + CHALLENGE_MAX_MS) / 1_000) * 1_000;
	const expiry = (endsAt / 1_000).toString(16).padStart(EXPIRY_DIGITS, "0");
	const head = Buffer.concat([Buffer.from(expiry, "hex"), randomBytes(NONCE_BYTES)]);
	return { challenge: Buffer.concat([head, macOf(key, deviceId, head)]).toString("base64url"), endsAt };
}

/** Until when a challenge that comes back is good; null when it is over, or was never given for this device. */
export function endOfChallenge(key: string, deviceId: string, challenge: string, now: number): number | null {
	const bytes = Buffer.from(challenge, "base64url");
	// Only one spelling counts: by another spelling of the same bytes a used challenge would be good again.
	if (bytes.length !== CHALLENGE_BYTES || bytes.toString("base64url") !== challenge) return null;
	const head = Buffer.from(bytes.subarray(0, CHALLENGE_BYTES - MAC_BYTES));
	if (!timingSafeEqual(macOf(key, deviceId, head), bytes.subarray(CHALLENGE_BYTES - MAC_BYTES))) return null;
	const endsAt = Number.parseInt(head.toString("hex").slice(0, EXPIRY_DIGITS), 16) * 1_000;
	// A challenge made while the clock was ahead ends too late: it is refused as one that is over.
	return endsAt > now && endsAt <= now + CHALLENGE_MAX_MS + 1_000 ? endsAt : null;
}

function macOf(key: string, deviceId: string, head: Uint8Array): Uint8Array {
	const text = ["tingtang device challenge", deviceId, Buffer.from(head).toString("hex")].join("\n");
	return createHmac("sha256", Buffer.from(key, "base64url")).update(text).digest().subarray(0, MAC_BYTES);
}

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;

/** Whether the signature (base64url, r and s of 32 bytes each) was made over the text by the key's owner. */
export async function isSignedBy(publicKey: DevicePublicKey, text: string, signature: string): Promise<boolean> {
	try {
		const key = await crypto.subtle.importKey("jwk", publicKey, ALGORITHM, false, ["verify"]);
		return await crypto.subtle.verify(
			SIGNATURE,
			key,
			Buffer.from(signature, "base64url"),
			new TextEncoder().encode(text),
		);
	} catch {
		return false;
	}
}
