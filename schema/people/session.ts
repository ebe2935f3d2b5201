import * as z from "zod";
import { PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS, PIN_FORM } from "../../rules/secret.ts";
import { DeviceActor, HolderActor } from "../actor.ts";
import { Bilingual, EpochMs, StaffId } from "../ids.ts";

/**
 * The secret of one session: `s.` or `d.` (person or device), whose it is, and 128 random bits in base64url; with `a.` a
 * program's own, which is good without any session. Only a hash of the random part is kept anywhere.
 */
export const SessionToken = z.string().regex(/^[sda]\.[a-z0-9][a-z0-9-]{0,31}\.[A-Za-z0-9_-]{22}$/);
export type SessionToken = z.infer<typeof SessionToken>;

/** What names a session without giving power over it. */
export const SessionId = z.string().regex(/^[A-Za-z0-9_-]{16}$/);
export type SessionId = z.infer<typeof SessionId>;

/** How the holder proved who they are. */
export const SignInMethod = z.enum(["password", "identity-provider", "device-key", "demo"]);
export type SignInMethod = z.infer<typeof SignInMethod>;

export const Password = z.string().min(PASSWORD_MIN_CHARS).max(PASSWORD_MAX_CHARS);
/** Unlocks a phone that is already signed in, and nothing else. */
export const Pin = z.string().regex(PIN_FORM);

/**
 * `carry: "cookie"` (the default) sets a `__Host-` cookie that no script can read; `"token"` answers with the token
 * itself, for programs that call the API.
 */
export const SignInBody = z.strictObject({
	/** However it is written: capitals and blanks around it do not count. */
	staffId: z.string().min(1).max(40),
	password: z.string().min(1).max(PASSWORD_MAX_CHARS),
	carry: z.enum(["cookie", "token"]).default("cookie"),
});
export type SignInBody = z.infer<typeof SignInBody>;

/** Who is signed in here, as what, and until when. */
export const SessionInfo = z.object({
	sessionId: SessionId,
	method: SignInMethod,
	holder: z.discriminatedUnion("kind", [
		z.object({ kind: z.literal("staff"), staffId: StaffId, name: Bilingual }),
		z.object({ kind: z.literal("device"), actor: DeviceActor, name: z.string() }),
	]),
	/** One actor for each role a person holds; a device has exactly one. */
	actors: z.array(HolderActor),
	startedAt: EpochMs,
	/** It ends by itself at `endsAt`, and before that when it is not used until `idleEndsAt`. */
	idleEndsAt: EpochMs,
	endsAt: EpochMs,
	/** Locked on this phone: only unlocking, reading this and signing out are possible. */
	locked: z.boolean(),
	hasPin: z.boolean(),
	/** A first password was given by somebody else: nothing but changing it is possible. */
	mustChangePassword: z.boolean(),
});
export type SessionInfo = z.infer<typeof SessionInfo>;

export const SessionRow = SessionInfo.pick({
	sessionId: true,
	method: true,
	startedAt: true,
	idleEndsAt: true,
	endsAt: true,
	locked: true,
}).extend({
	lastUsedAt: EpochMs,
	/** Browser and system as they named themselves, shortened. */
	label: z.string(),
	/** The one this was asked with. */
	current: z.boolean(),
});
export type SessionRow = z.infer<typeof SessionRow>;
