import { cookieOf } from "../door/session-cookie.ts";

const COOKIE = "__Host-tingtang-browser";
const SECRET = /^[A-Za-z0-9_-]{22}$/;

/** The secret by which a person's object knows a browser again in which that person has signed in; null: none yet. */
export function browserSecretOf(request: Request): string | null {
	const secret = cookieOf(request, COOKIE);
	return secret !== null && SECRET.test(secret) ? secret : null;
}

/** Gives a browser its secret, or makes it last on. It opens nothing: a password from there is just not a stranger's. */
export function browserCookie(secret: string, keepMs: number): string {
	const seconds = Math.floor(keepMs / 1_000);
	return `${COOKIE}=${secret}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`;
}
