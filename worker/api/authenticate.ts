import { jwtVerify, SignJWT } from "jose";
import { JWTExpired } from "jose/errors";
import { z } from "zod";
import { TokenActor } from "../../schema/actor.ts";
import { EpochMs, TicketLink } from "../../schema/ids.ts";
import type { ProblemCode } from "../../schema/problem.ts";
import { LINK_SUBPROTOCOL_PREFIX, SUBPROTOCOL, TOKEN_SUBPROTOCOL_PREFIX } from "../../schema/protocol.ts";
import type { Env } from "../env.ts";

/** Who calls: somebody with a token, or the holder of a ticket's link (which only its branch can resolve). */
export type Caller =
	| { readonly kind: "token"; readonly actor: TokenActor; readonly expiresAt: number }
	| { readonly kind: "link"; readonly link: string };

const ISSUER = "tingtang";
/** A shorter secret could be guessed. */
const SECRET_MIN_CHARS = 32;
/** Checked tokens are remembered by this isolate, so that a signature is verified once and not per command. */
const REMEMBERED_TOKENS_MAX = 5_000;

const Claims = z.object({ actor: TokenActor, exp: z.number() });
const Remembered = z.object({ actor: TokenActor, expiresAt: EpochMs });
const remembered = new Map<string, z.infer<typeof Remembered>>();

/** The caller of a request, from the `Authorization` header or, for sockets, the second subprotocol. */
export async function authenticate(request: Request, env: Env, now: number): Promise<Caller | ProblemCode> {
	const credential = credentialOf(request);
	if (credential === null) return "not-signed-in";
	if (credential.kind === "link") {
		return TicketLink.safeParse(credential.value).success ? { kind: "link", link: credential.value } : "unknown-ticket";
	}
	return callerOfToken(credential.value, env, now);
}

function credentialOf(request: Request): { kind: "token" | "link"; value: string } | null {
	const [scheme, value, ...rest] = (request.headers.get("Authorization") ?? "").split(" ");
	if (value !== undefined && rest.length === 0) {
		if (scheme === "Bearer") return { kind: "token", value };
		if (scheme === "Link") return { kind: "link", value };
	}
	const offered = (request.headers.get("Sec-WebSocket-Protocol") ?? "").split(",").map((each) => each.trim());
	if (offered[0] !== SUBPROTOCOL) return null;
	const second = offered[1] ?? "";
	if (second.startsWith(TOKEN_SUBPROTOCOL_PREFIX)) {
		return { kind: "token", value: second.slice(TOKEN_SUBPROTOCOL_PREFIX.length) };
	}
	if (second.startsWith(LINK_SUBPROTOCOL_PREFIX)) {
		return { kind: "link", value: second.slice(LINK_SUBPROTOCOL_PREFIX.length) };
	}
	return null;
}

async function callerOfToken(token: string, env: Env, now: number): Promise<Caller | ProblemCode> {
	const known = remembered.get(token);
	if (known !== undefined) return known.expiresAt > now ? { kind: "token", ...known } : "session-expired";
	const key = keyOf(env);
	if (key === null) return "not-signed-in";
	try {
		const { payload } = await jwtVerify(token, key, {
			issuer: ISSUER,
			algorithms: ["HS256"],
			currentDate: new Date(now),
		});
		const claims = Claims.safeParse(payload);
		if (!claims.success) return "not-signed-in";
		const checked = { actor: claims.data.actor, expiresAt: claims.data.exp * 1000 };
		if (remembered.size >= REMEMBERED_TOKENS_MAX) remembered.clear();
		remembered.set(token, checked);
		return { kind: "token", ...checked };
	} catch (error) {
		return error instanceof JWTExpired ? "session-expired" : "not-signed-in";
	}
}

/** A token that speaks for an actor until `expiresAt` (epoch ms); null when no proper secret is set. */
export async function signToken(actor: TokenActor, expiresAt: number, env: Env): Promise<string | null> {
	const key = keyOf(env);
	if (key === null) return null;
	return new SignJWT({ actor })
		.setProtectedHeader({ alg: "HS256" })
		.setIssuer(ISSUER)
		.setExpirationTime(Math.floor(expiresAt / 1000))
		.sign(key);
}

function keyOf(env: Env): Uint8Array | null {
	const secret = env.TOKEN_SECRET ?? "";
	return secret.length < SECRET_MIN_CHARS ? null : new TextEncoder().encode(secret);
}
