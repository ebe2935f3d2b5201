/**
 * `__Host-`: the browser takes it only over a secure connection (or from localhost), for this host alone and for every
 * path, so no neighbouring host can plant one.
 */
export const SESSION_COOKIE = "__Host-tingtang";

/** Sent by our own pages beside the cookie: a page of an origin that is neither ours nor listed cannot, for the browser asks first and is refused. */
export const CLIENT_HEADER = "x-tingtang-client";

/** Carries a session's token for so long, where no script can read it and no other site's page can send it. */
export function sessionCookie(token: string, maxAgeMs: number): string {
	const seconds = Math.max(0, Math.floor(maxAgeMs / 1000));
	return `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`;
}

/** Takes the session's cookie back. */
export function endedSessionCookie(): string {
	return sessionCookie("", 0);
}

/** The token in the session's cookie; null without one. */
export function sessionTokenOf(request: Request): string | null {
	return cookieOf(request, SESSION_COOKIE);
}

/** The value of one cookie; null when it is absent or empty. */
export function cookieOf(request: Request, name: string): string | null {
	for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
		const at = pair.indexOf("=");
		if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
	}
	return null;
}
