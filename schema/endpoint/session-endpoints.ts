import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import {
	CHANGE_PASSWORD,
	END_SESSION,
	END_SESSION_OF_PERSON,
	END_SESSIONS_OF_PERSON,
	LIVE_TICKET,
	LOCK,
	SESSION,
	SESSIONS,
	SESSIONS_OF_PERSON,
	SET_PIN,
	SIGN_IN,
	SIGN_OUT,
	UNLOCK,
} from "../../rules/routes/session.ts";
import { LiveTicket, LiveTicketBody } from "../hall/live-ticket.ts";
import { EpochMs, StaffId } from "../ids.ts";
import { Password, Pin, SessionId, SessionInfo, SessionRow, SessionToken, SignInBody } from "../people/session.ts";
import { AT_DOOR, AtBranch, COMMON, Done, type Endpoint, OF_BODY, WITH_BODY } from "./endpoint.ts";

const AtPerson = z.object({ staffId: StaffId });

/** Signing in and out, one's own sessions, and those an administrator may end. */
export const SESSION_ENDPOINTS = {
	signIn: {
		...SIGN_IN,
		permission: ROUTE_PERMISSIONS.signIn,
		body: SignInBody,
		output: z.object({
			expiresAt: EpochMs,
			mustChangePassword: z.boolean(),
			/** Only when it was asked for; otherwise the cookie carries it. */
			token: SessionToken.optional(),
		}),
		problems: [...AT_DOOR, ...OF_BODY, "sign-in-failed", "too-many-tries", "not-ready"],
	},
	session: {
		...SESSION,
		permission: ROUTE_PERMISSIONS.session,
		output: SessionInfo,
		whileLocked: true,
		problems: COMMON,
	},
	signOut: {
		...SIGN_OUT,
		permission: ROUTE_PERMISSIONS.signOut,
		output: Done,
		whileLocked: true,
		audit: "change",
		evenUnwritten: true,
		problems: COMMON,
	},
	changePassword: {
		...CHANGE_PASSWORD,
		permission: ROUTE_PERMISSIONS.changePassword,
		body: z.strictObject({ current: z.string().min(1).max(128), next: Password }),
		output: Done,
		whileLocked: true,
		audit: "change",
		problems: [...WITH_BODY, "sign-in-failed", "too-many-tries", "weak-password"],
	},
	setPin: {
		...SET_PIN,
		permission: ROUTE_PERMISSIONS.setPin,
		body: z.strictObject({ password: z.string().min(1).max(128), pin: Pin }),
		output: Done,
		audit: "change",
		problems: [...WITH_BODY, "sign-in-failed", "too-many-tries", "weak-pin"],
	},
	lock: {
		...LOCK,
		permission: ROUTE_PERMISSIONS.lock,
		output: Done,
		whileLocked: true,
		audit: "change",
		evenUnwritten: true,
		problems: [...COMMON, "no-pin"],
	},
	unlock: {
		...UNLOCK,
		permission: ROUTE_PERMISSIONS.unlock,
		body: z.strictObject({ pin: Pin }),
		output: Done,
		whileLocked: true,
		audit: "change",
		problems: [...WITH_BODY, "wrong-pin", "no-pin"],
	},
	sessions: {
		...SESSIONS,
		permission: ROUTE_PERMISSIONS.sessions,
		output: z.object({ rows: z.array(SessionRow) }),
		problems: COMMON,
	},
	endSession: {
		...END_SESSION,
		permission: ROUTE_PERMISSIONS.endSession,
		params: z.object({ sessionId: SessionId }),
		output: Done,
		audit: "change",
		evenUnwritten: true,
		problems: [...COMMON, "unknown-session"],
	},
	sessionsOfPerson: {
		...SESSIONS_OF_PERSON,
		permission: ROUTE_PERMISSIONS.sessionsOfPerson,
		params: AtPerson,
		output: z.object({ rows: z.array(SessionRow) }),
		problems: [...COMMON, "unknown-person"],
	},
	endSessionsOfPerson: {
		...END_SESSIONS_OF_PERSON,
		permission: ROUTE_PERMISSIONS.endSessionsOfPerson,
		params: AtPerson,
		output: z.object({ ended: z.number().int() }),
		audit: "change",
		evenUnwritten: true,
		problems: [...COMMON, "unknown-person"],
	},
	endSessionOfPerson: {
		...END_SESSION_OF_PERSON,
		permission: ROUTE_PERMISSIONS.endSessionOfPerson,
		params: AtPerson.extend({ sessionId: SessionId }),
		output: Done,
		audit: "change",
		evenUnwritten: true,
		problems: [...COMMON, "unknown-person", "unknown-session"],
	},
	liveTicket: {
		...LIVE_TICKET,
		permission: ROUTE_PERMISSIONS.liveTicket,
		params: AtBranch,
		body: LiveTicketBody,
		output: LiveTicket,
		problems: [...WITH_BODY, "unknown-ticket", "branch-not-configured", "too-many-sockets"],
	},
} as const satisfies Record<string, Endpoint>;
