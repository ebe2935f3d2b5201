/** Whose pages one may be sent on to. */
const PAGES = ["/", "/staff/", "/counter/", "/console/", "/display/", "/kiosk/", "/pair/", "/approve/"];

/**
 * Where to go after signing in, as a whole address: only a page of our own origin, however `next` is written. Null for
 * anything else, for the address may come from a stranger's link.
 */
export function safeNext(next: string | null, origin: string): string | null {
	if (next === null || !next.startsWith("/")) return null;
	try {
		const url = new URL(next, origin);
		if (url.origin !== origin || !PAGES.includes(url.pathname)) return null;
		// The whole address, not the path: one that begins with two slashes would name another host.
		return url.href;
	} catch {
		return null;
	}
}
