import type { HolderActor } from "../../schema/actor.ts";
import type { ProblemCode } from "../../schema/problem.ts";
import type { SignInMethod } from "../../schema/session.ts";
import type { Env } from "../env.ts";
import { memoryOf } from "../records/memory.ts";
import { profileOf } from "../records/person.ts";
import { holderOfToken } from "./holder-stub.ts";
import { noteSignIn } from "./ledger-entry.ts";
import { type Call, Refused } from "./serve.ts";

type Circumstances = Pick<Call<"signIn">, "env" | "requestId" | "now"> & {
	readonly method: SignInMethod;
	/** Browser and system in a few words. */
	readonly device: string;
};

/** Writes down that a session has begun; null when that is done. What cannot be written ends again and is refused. */
export async function signedInOnRecord(
	token: string,
	{ env, ...circumstances }: Circumstances,
): Promise<Refused | null> {
	const { holder, secret } = holderOfToken(env, token);
	const session = await holder.check(secret);
	const actor: HolderActor | undefined = session?.actors[0];
	if (session === null || actor === undefined) return new Refused("not-ready");
	const { sessionId } = session;
	const staffId = actor.kind === "staff" ? actor.staffId : actor.deviceId;
	const seq = await noteSignIn(env, { ...circumstances, staffId, known: true, actor, sessionId });
	if (seq !== null) return null;
	await holder.end(sessionId);
	return new Refused("not-ready");
}

/** Writes down that a password was wrong. Whether the number is anybody's is looked up either way, so that the time tells nothing. */
export async function refusedOnRecord(
	staffId: string,
	refused: ProblemCode,
	{ env, ...circumstances }: Circumstances,
): Promise<void> {
	const known = await isKnown(env, staffId);
	await noteSignIn(env, { ...circumstances, staffId, known, actor: null, refused });
}

async function isKnown(env: Env, staffId: string): Promise<boolean> {
	try {
		return (await profileOf(memoryOf(env.DB), staffId)) !== null;
	} catch {
		return false;
	}
}
