import { SELF } from "cloudflare:test";
import { SignJWT } from "jose";
import type { Role, TokenActor } from "../../schema/actor.ts";

/** The address is never looked up: requests go straight to the worker. */
const ORIGIN = "http://tingtang.test";
/** The same as the `workerd` project binds. */
const SECRET = "a secret that only the tests know, 32 bytes or more";
const HOUR_MS = 3_600_000;

export function call(path: string, init: RequestInit = {}): Promise<Response> {
	return SELF.fetch(new Request(`${ORIGIN}/api${path}`, init));
}

/** A token as the door itself would sign it; `secret` and `expiresAt` make bad ones. */
export function token(
	actor: TokenActor,
	{ secret = SECRET, expiresAt = Date.now() + HOUR_MS }: { secret?: string; expiresAt?: number } = {},
): Promise<string> {
	return new SignJWT({ actor })
		.setProtectedHeader({ alg: "HS256" })
		.setIssuer("tingtang")
		.setExpirationTime(Math.floor(expiresAt / 1000))
		.sign(new TextEncoder().encode(secret));
}

export async function bearer(actor: TokenActor): Promise<Record<string, string>> {
	return { Authorization: `Bearer ${await token(actor)}` };
}

export function staffAt(role: Role, branchId: string, staffId: string = role): TokenActor {
	return { kind: "staff", role, staffId, place: { kind: "branch", branchId } };
}

export const OPERATOR: TokenActor = {
	kind: "staff",
	role: "head-office-operator",
	staffId: "operator",
	place: { kind: "bank" },
};

export const AUDITOR: TokenActor = { kind: "staff", role: "auditor", staffId: "auditor", place: { kind: "bank" } };

export function deviceAt(purpose: "display" | "kiosk" | "counter-pad", branchId: string): TokenActor {
	return { kind: "device", purpose, deviceId: `${purpose}-1`, place: { kind: "branch", branchId } };
}
