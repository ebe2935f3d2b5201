import { createHash, randomBytes } from "node:crypto";

/** 128 random bits, base64url. */
export function newSecret(): string {
	return randomBytes(16).toString("base64url");
}

/** A name that says nothing and gives no power. */
export function newSessionId(): string {
	return randomBytes(12).toString("base64url");
}

/** What is kept of a secret. It is random, so a plain hash cannot be turned back. */
export function hashOfSecret(secret: string): string {
	return createHash("sha256").update(secret).digest("base64url");
}
