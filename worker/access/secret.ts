import { createHash, randomBytes } from "node:crypto";

/** A new secret: 128 random bits, base64url. */
export function newSecret(): string {
	return randomBytes(16).toString("base64url");
}

/** A random id; knowing it gives no right. */
export function newSessionId(): string {
	return randomBytes(12).toString("base64url");
}

/** What is stored of a secret. A secret is random and long, so a plain hash without salt cannot be turned back. */
export function hashOfSecret(secret: string): string {
	return createHash("sha256").update(secret).digest("base64url");
}
