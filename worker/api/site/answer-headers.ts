import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../door/serve.ts";
import { API_HEADERS } from "./security-headers.ts";

/** By which support finds a call again; the same id stands in a problem, in the log and in the ledger. */
export const REQUEST_ID_HEADER = "X-Request-Id";

/**
 * Puts on every answer of the API what each carries; a connection that is being upgraded takes
 * none, and a page comes with its own.
 */
export const answerHeaders: MiddlewareHandler<AppEnv> = async (context, next) => {
	await next();
	const { status, headers } = context.res;
	if (status === 101 || context.get("isPage")) return;
	// Set on the answer itself: Hono's own way would copy the answer for each of them.
	for (const [name, value] of API_HEADERS) headers.set(name, value);
	headers.set(REQUEST_ID_HEADER, context.get("requestId"));
	const allowance = context.get("allowance");
	if (allowance === undefined) return;
	headers.set("RateLimit-Policy", allowance.policy);
	headers.set("RateLimit", allowance.left);
};
