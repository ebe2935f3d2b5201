import type { HolderActor } from "../../../schema/actor.ts";
import type { SignInMethod } from "../../../schema/people/session.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import { idOf } from "../../domain/people/identity.ts";
import { FREE_FAILURES } from "../../domain/session/sign-in-tries.ts";
import { holderOfToken } from "../door/holder-stub.ts";
import { noteRefusedSignIn, noteSignIn } from "../door/ledger-entry.ts";
import { type Call, Refused } from "../door/serve.ts";

type Circumstances = Pick<Call<"signIn">, "env" | "requestId" | "now"> & {
	readonly method: SignInMethod;
	/** Browser and system in a few words. */
	readonly device: string;
};

/** Writes down that a session has begun; null when that is done. If it cannot be written, the session is ended and the sign-in refused. */
export async function signedInOnRecord(
	token: string,
	{ env, ...circumstances }: Circumstances,
): Promise<Refused | null> {
	const { holder, secret } = holderOfToken(env, token);
	const session = await holder.check(secret);
	const actor: HolderActor | undefined = session?.actors[0];
	if (session === null || actor === undefined) return new Refused("not-ready");
	const { sessionId } = session;
	const seq = await noteSignIn(env, { ...circumstances, staffId: idOf(actor), known: true, actor, sessionId });
	if (seq !== null) return null;
	await holder.end(sessionId);
	return new Refused("not-ready");
}

/**
 * Writes down a refused sign-in. For a staff number of this bank the first failures in a row get an entry each; later ones, and
 * those with a staff number that nobody has, are added up in one entry a minute. It is one call each time, so that the time taken
 * does not tell which.
 */
export function refusedOnRecord(
	staffId: string,
	{ code, known, failures }: { readonly code: ProblemCode; readonly known: boolean; readonly failures: number },
	{ env, ...circumstances }: Circumstances,
): Promise<void> {
	const summed = !known || failures > FREE_FAILURES;
	return noteRefusedSignIn(env, { ...circumstances, staffId, known, actor: null, refused: code }, summed);
}
