import { base64url } from "./base64url.ts";

/** A new command id: 128 random bits from the platform's secure generator, base64url, 22 characters. */
export function newCommandId(): string {
	// Not randomUUID: it exists only in secure contexts, and a screen may be reached by plain http inside a branch.
	return base64url(crypto.getRandomValues(new Uint8Array(16)));
}
