import type { HolderActor } from "../../../schema/actor.ts";
import type { SessionToken } from "../../../schema/people/session.ts";
import type { Env } from "../../platform/env.ts";

type HolderKind = HolderActor["kind"];

/** How a token begins, and what kind of holder it names. */
const KINDS: Readonly<Record<string, HolderKind>> = { d: "device", a: "service" };

/** The object that keeps a person's or device's sessions, or a program's secrets. */
export function holderOf(env: Env, kind: HolderKind, id: string) {
	return env.HOLDER.getByName(`${kind}:${id}`);
}

/** The holder a session's token names, and its secret part. */
export function holderOfToken(env: Env, token: SessionToken) {
	const [kind = "", id = "", secret = ""] = token.split(".");
	return { holder: holderOf(env, KINDS[kind] ?? "staff", id), secret };
}

/**
 * Tells people's sessions, or programs' accounts, that what they may do is changing. Call before the bank's memory is changed and again after:
 * whichever call is lost, the other makes them look again.
 */
export async function profileChanged(env: Env, kind: "staff" | "service", ids: readonly string[]): Promise<void> {
	await Promise.all(ids.map((id) => holderOf(env, kind, id).profileChanged()));
}
