import { type Problem, type ProblemCode, problem } from "../../schema/problem.ts";

/** A problem as an HTTP answer; the request id lets support find what happened. */
export function problemResponse(
	code: ProblemCode,
	requestId: string,
	more: Pick<Problem, "detail" | "errors"> = {},
): Response {
	const body = problem(code, { ...more, requestId });
	return new Response(JSON.stringify(body), {
		status: body.status,
		headers: { "Content-Type": "application/problem+json; charset=utf-8", "Cache-Control": "no-store" },
	});
}
