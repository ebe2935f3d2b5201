import type { Context } from "hono";
import { detectFromHeader } from "hono/language";
import { type Problem, type ProblemCode, problem } from "../../schema/problem.ts";
import type { AppEnv } from "./serve.ts";

type More = Pick<Problem, "detail" | "errors"> & { readonly retryAfterMs?: number | undefined };

/** Which of the two languages somebody reads; Chinese where they name neither. */
const LANGUAGES = {
	supportedLanguages: ["zh", "en"],
	fallbackLanguage: "zh",
	lookupFromHeaderKey: "accept-language",
	ignoreCase: true,
} as Parameters<typeof detectFromHeader>[1];

/** What HTTP asks of an answer with this status (RFC 9110). */
const OF_STATUS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
	401: { "WWW-Authenticate": 'Bearer realm="tingtang", Link realm="tingtang"' },
	426: { Upgrade: "websocket" },
};

/** A problem as an HTTP answer, `title` in the language asked for; the request id lets support find what happened. */
export function problemResponse(context: Context<AppEnv>, code: ProblemCode, more: More = {}): Response {
	const { retryAfterMs, ...about } = more;
	const said = problem(code, { ...about, requestId: context.get("requestId") });
	const isEnglish = detectFromHeader(context, LANGUAGES) === "en";
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
