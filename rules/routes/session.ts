/** Signing in and out, one's own password, PIN and locked page; one's own sessions, and those of others; the ticket that opens a live connection. */

export const SIGN_IN = { name: "signIn", method: "POST", path: "/session" } as const;
export const SESSION = { name: "session", method: "GET", path: "/session" } as const;
export const SIGN_OUT = { name: "signOut", method: "DELETE", path: "/session" } as const;
export const CHANGE_PASSWORD = { name: "changePassword", method: "PUT", path: "/session/password" } as const;
export const SET_PIN = { name: "setPin", method: "PUT", path: "/session/pin" } as const;
export const LOCK = { name: "lock", method: "POST", path: "/session/lock" } as const;
export const UNLOCK = { name: "unlock", method: "POST", path: "/session/unlock" } as const;
export const SESSIONS = { name: "sessions", method: "GET", path: "/sessions" } as const;
export const END_SESSION = { name: "endSession", method: "DELETE", path: "/sessions/:sessionId" } as const;
export const SESSIONS_OF_PERSON = {
	name: "sessionsOfPerson",
	method: "GET",
	path: "/people/:staffId/sessions",
} as const;
export const END_SESSIONS_OF_PERSON = {
	name: "endSessionsOfPerson",
	method: "DELETE",
	path: "/people/:staffId/sessions",
} as const;
export const END_SESSION_OF_PERSON = {
	name: "endSessionOfPerson",
	method: "DELETE",
	path: "/people/:staffId/sessions/:sessionId",
} as const;
export const LIVE_TICKET = { name: "liveTicket", method: "POST", path: "/branches/:branchId/live-tickets" } as const;
