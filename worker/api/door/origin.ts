import type { Env } from "../../platform/env.ts";
import { CLIENT_HEADER } from "./session-cookie.ts";

/** Whether a page of this origin may use the API: the one it is served from, and those the bank has listed. */
export function isAllowedOrigin(origin: string, request: Request, env: Env): boolean {
	return origin === new URL(request.url).origin || isListedOrigin(origin, env);
}

/** Whether the bank has listed this origin. */
export function isListedOrigin(origin: string, env: Env): boolean {
	return (env.ALLOWED_ORIGINS ?? "").split(",").some((each) => each.trim() === origin && origin !== "");
}

/** The page a request comes from; null for a program, which sends none. */
export function originOf(request: Request): string | null {
	return request.headers.get("Origin");
}

/**
 * Whether a call with a session cookie comes from a page that may use it: a page of this origin, or of one that the bank has
 * listed. Browsers send `Origin` with every writing call; a page of any other origin cannot add our header, because its
 * preflight is refused.
 */
export function isFromOurPage(request: Request, env: Env): boolean {
	const origin = originOf(request);
	if (origin !== null && !isAllowedOrigin(origin, request, env)) return false;
	if (origin === null && request.method !== "GET") return false;
	return request.headers.has(CLIENT_HEADER);
}
