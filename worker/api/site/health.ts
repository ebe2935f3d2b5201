import { memoryOf, tryWriting } from "../../records/memory.ts";
import { holderOfToken } from "../door/holder-stub.ts";
import { inTime } from "../door/in-time.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { identityProviderOf } from "../session/identity-provider-settings.ts";

/** A store that takes longer than this does not answer. */
const ANSWER_MAX_MS = 3_000;

export const health: Handler<"health"> = async ({ env }) => ({
	status: "ok",
	demo: env.DEMO_MODE === "true",
	identityProvider: identityProviderOf(env) !== null,
});

/** Asks each store something small: the database to write and forget a row, the caller's own object about the session. */
export const readiness: Handler<"readiness"> = async ({ env, caller }) => {
	if (caller?.kind !== "session") return new Refused("not-signed-in");
	const { holder, secret } = holderOfToken(env, caller.token);
	const [database, objects] = await Promise.all([
		timed(() => tryWriting(memoryOf(env.DB))),
		timed(async () => holder.check(secret)),
	]);
	if (database !== null && objects !== null) return { status: "ready", database, objects };
	const silent = [...(database === null ? ["database"] : []), ...(objects === null ? ["objects"] : [])];
	return new Refused("not-ready", { errors: silent.map((path) => ({ path, message: "does not answer" })) });
};

/** How long a store took; null when it failed or was not heard of in time. */
function timed(question: () => Promise<unknown>): Promise<{ readonly answeredInMs: number } | null> {
	const startedAt = Date.now();
	const answered = question().then(
		() => ({ answeredInMs: Date.now() - startedAt }),
		(error) => {
			console.error(JSON.stringify({ message: "a store does not answer", error: String(error) }));
			return null;
		},
	);
	return inTime(ANSWER_MAX_MS, answered);
}
