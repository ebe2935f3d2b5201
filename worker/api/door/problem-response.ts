import type { Context } from "hono";
import { type Problem, type ProblemCode, problem } from "../../../schema/problem.ts";
import { readsEnglish } from "./language.ts";
import type { AppEnv } from "./serve.ts";

type More = Pick<Problem, "detail" | "errors"> & { readonly retryAfterMs?: number | undefined };

/** What HTTP asks of an answer with this status (RFC 9110). */
const OF_STATUS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
	401: { "WWW-Authenticate": 'Bearer realm="tingtang", Link realm="tingtang"' },
	426: { Upgrade: "websocket" },
};

/** A problem as an HTTP answer, `title` in the language asked for; the request id lets support find what happened. */
export function problemResponse(context: Context<AppEnv>, code: ProblemCode, more: More = {}): Response {
	const { retryAfterMs, ...about } = more;
	const said = problem(code, { ...about, requestId: context.get("requestId") });
	const isEnglish = readsEnglish(context.req.header("Accept-Language") ?? "");
	const body = isEnglish ? { ...said, title: said.titleEn, titleZh: said.title } : said;
	return new Response(JSON.stringify(body satisfies Problem), {
		status: body.status,
		headers: {
			"Content-Type": "application/problem+json; charset=utf-8",
			"Content-Language": isEnglish ? "en" : "zh",
			Vary: "Accept-Language",
			"Cache-Control": "no-store",
			...OF_STATUS[body.status],
			...(retryAfterMs === undefined ? {} : { "Retry-After": String(Math.ceil(retryAfterMs / 1000)) }),
		},
	});
}
