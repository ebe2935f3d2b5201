import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { isListedOrigin, originOf } from "../door/origin.ts";
import type { AppEnv } from "../door/serve.ts";
import { CLIENT_HEADER } from "../door/session-cookie.ts";
import { isUpgrade } from "../door/upgrade.ts";
import { REQUEST_ID_HEADER } from "./answer-headers.ts";

const PREFLIGHT_KEPT_SECONDS = 600;

const allowed = cors({
	origin: (origin) => origin,
	credentials: true,
	allowMethods: ["GET", "HEAD", "POST", "PUT", "DELETE"],
	allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", CLIENT_HEADER],
	exposeHeaders: [
		...[REQUEST_ID_HEADER, "Retry-After", "RateLimit", "RateLimit-Policy", "ETag", "Content-Disposition"],
		...["Allow", "WWW-Authenticate", "Content-Language", "Deprecation", "Sunset"],
	],
	maxAge: PREFLIGHT_KEPT_SECONDS,
});

/** Lets pages of the origins that the bank has listed read answers, and tells them beforehand. Nobody else's: they get no such header. */
export const crossOrigin: MiddlewareHandler<AppEnv> = (context, next) => {
	const origin = originOf(context.req.raw);
	if (origin === null || isUpgrade(context.req.raw) || !isListedOrigin(origin, context.env)) return next();
	return allowed(context, next);
};
