import type { HolderActor } from "../../schema/actor.ts";
import type { SessionToken } from "../../schema/session.ts";
import type { Env } from "../env.ts";

type HolderKind = HolderActor["kind"];

/** The object that keeps a person's or device's sessions. */
export function holderOf(env: Env, kind: HolderKind, id: string) {
	return env.HOLDER.getByName(`${kind}:${id}`);
}

/** The holder a session's token names, and its secret part. */
export function holderOfToken(env: Env, token: SessionToken) {
	const [kind, id = "", secret = ""] = token.split(".");
	return { holder: holderOf(env, kind === "d" ? "device" : "staff", id), secret };
}

/**
 * Tells people's sessions that what they may do is changing. Call before the bank's memory is changed and again after:
 * whichever call is lost, the other makes them look again.
 */
export async function profileChanged(env: Env, staffIds: readonly string[]): Promise<void> {
	await Promise.all(staffIds.map((staffId) => holderOf(env, "staff", staffId).profileChanged()));
}
