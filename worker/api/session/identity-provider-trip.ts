import * as z from "zod";
import { cookieOf } from "../door/session-cookie.ts";

/** How long somebody may take at the identity provider. */
const TRIP_MAX_SECONDS = 600;
const COOKIE = "__Host-tingtang-trip";

const Trip = z.strictObject({
	state: z.string().min(20).max(200),
	nonce: z.string().min(20).max(200),
	verifier: z.string().min(43).max(128),
	/** A page of this system. */
	next: z.string().max(500),
});
/** What is remembered of somebody who went to the identity provider, until they come back. */
export type Trip = z.infer<typeof Trip>;

/**
 * Kept in the browser that set out and nowhere else. It is not sealed: nobody but that browser's user could read or
 * change it, since `__Host-` keeps every other host from planting one, and a state of their own making gains them nothing.
 * Lax, not Strict: coming back begins at another site.
 */
export function tripCookie(trip: Trip): string {
	const value = btoa(JSON.stringify(trip)).replaceAll("=", "");
	return `${COOKIE}=${value}; Path=/; Max-Age=${TRIP_MAX_SECONDS}; Secure; HttpOnly; SameSite=Lax`;
}

export function endedTripCookie(): string {
	return `${COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`;
}

/** Null when nobody set out from this browser, or too long ago. */
export function tripOf(request: Request): Trip | null {
	const value = cookieOf(request, COOKIE);
	if (value === null) return null;
	try {
		return Trip.parse(JSON.parse(atob(value)));
	} catch {
		return null;
	}
}

/** The page to go on to as a path of this system; its start page when `next` leads anywhere else. */
export function ownPage(next: string, origin: string): string {
	if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(next)) return "/";
	const url = URL.parse(next, origin);
	// Written with dots, a path may still come out with the two slashes that begin another host.
	const isPath = url !== null && !url.pathname.startsWith("//") && !url.pathname.startsWith("/api");
	const ours = isPath && url.origin === origin;
	return ours ? `${url.pathname}${url.search}${url.hash}` : "/";
}
