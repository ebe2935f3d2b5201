import type { ProblemCode } from "../../schema/problem.ts";

/** A value or a refusal: errors lose their properties on the way out of an object, values do not. */
export type Result<Value> =
	| { readonly ok: true; readonly value: Value }
	| {
			readonly ok: false;
			readonly code: ProblemCode;
			/** How long to wait before trying again. */
			readonly retryAfterMs?: number;
	  };

export function done<Value>(value: Value): Result<Value> {
	return { ok: true, value };
}

export function refused(code: ProblemCode, retryAfterMs?: number): Result<never> {
	return { ok: false, code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
