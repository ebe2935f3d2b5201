import { type Problem, type ProblemCode, problem } from "../../schema/problem.ts";

type More = Pick<Problem, "detail" | "errors"> & { readonly retryAfterMs?: number | undefined };

/** A problem as an HTTP answer; the request id lets support find what happened. */
export function problemResponse(code: ProblemCode, requestId: string, more: More = {}): Response {
	const { retryAfterMs, ...about } = more;
	const body = problem(code, { ...about, requestId });
	return new Response(JSON.stringify(body), {
		status: body.status,
		headers: {
			"Content-Type": "application/problem+json; charset=utf-8",
			"Cache-Control": "no-store",
			...(retryAfterMs === undefined ? {} : { "Retry-After": String(Math.ceil(retryAfterMs / 1000)) }),
		},
	});
}
