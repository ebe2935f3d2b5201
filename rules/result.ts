import type { ProblemCode } from "../schema/problem.ts";

/** Why something was not done, as far as the worker decides it; the door makes a problem document of it. */
export type RefusedWith = {
	readonly code: ProblemCode;
	/** How long to wait before trying again. */
	readonly retryAfterMs?: number;
};

/**
 * A value or a refusal, from the domain over the door to the pages. `Why` is what is known of the refusal: the code
 * inside the worker, the whole problem at a page. Values, because errors lose their properties on the way out of an object.
 */
export type Result<Value, Why = RefusedWith> =
	| { readonly ok: true; readonly value: Value }
	| ({ readonly ok: false } & Readonly<Why>);

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
	return { ok: true, value };
}

export function refused(code: ProblemCode, retryAfterMs?: number): Result<never> {
	return { ok: false, code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
