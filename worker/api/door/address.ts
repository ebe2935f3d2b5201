import { createHash } from "node:crypto";
import { blockOf } from "../../domain/session/network.ts";

/** Characters that stand for an address: enough to tell the addresses of one branch apart. */
const DIGEST_CHARS = 16;

/** The network address of a request as the platform names it; a local run has none. */
export function addressOf(request: Request): string {
	return request.headers.get("CF-Connecting-IP") ?? "local";
}

/** What counts as one address: an IPv6 network of 64 bits has a single owner, who has all its addresses. Null: none is named. */
export function addressBlock(request: Request): string | null {
	const address = request.headers.get("CF-Connecting-IP");
	return address === null ? null : blockOf(address);
}

/** Stands for an address where only sameness matters, so that the address itself is kept nowhere. */
export function addressDigest(request: Request): string {
	return createHash("sha256").update(addressOf(request)).digest("base64url").slice(0, DIGEST_CHARS);
}
