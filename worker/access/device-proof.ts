import type { DevicePublicKey } from "../../schema/device.ts";

/** How long a device may take to sign what it was given. */
export const CHALLENGE_MAX_MS = 60_000;
export const CHALLENGES_MAX = 8;

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
