import type { Result } from "../../rules/result.ts";
import type { EndpointName, Output } from "../../schema/endpoint/api.ts";
import { abortAfter } from "./abort-after.ts";
import { addressOf, type CallInput, type Route } from "./address-of.ts";
import { type ClientProblem, OFFLINE } from "./client-problem.ts";
import { authorizationOf, type Credential } from "./credential.ts";

/** What a page hears of an endpoint: its value, or the problem to show. */
export type CallResult<Value> = Result<Value, { readonly problem: ClientProblem }>;

export type CallOptions = {
	/** Sent as `Idempotency-Key`; the same id again gets the first answer again. */
	readonly commandId?: string;
	/** Sent as `If-Match`: the version that was read. */
	readonly version?: number;
	/** Scheme, host and port; the page's own by default. */
	readonly origin?: string;
};

export const CALL_TIMEOUT_MS = 10_000;

/** Calls one endpoint. Never throws: no answer within `CALL_TIMEOUT_MS` is the problem `offline`. */
export async function call<Name extends EndpointName>(
	route: Route<Name>,
	input: CallInput<Name>,
	credential: Credential | null,
	options: CallOptions = {},
): Promise<CallResult<Output<Name>>> {
	const { body } = input as { body?: unknown };
	// A page of another origin could not add this one: it tells our pages from those that only borrow the cookie.
	// Problems come in both languages whatever is asked; so asked, `title` is the Chinese one.
	const headers: Record<string, string> = { "x-tingtang-client": "1", "accept-language": "zh" };
	if (credential !== null) headers.authorization = authorizationOf(credential);
	if (options.commandId !== undefined) headers["idempotency-key"] = options.commandId;
	if (options.version !== undefined) headers["if-match"] = String(options.version);
	if (body !== undefined) headers["content-type"] = "application/json";
	try {
		const response = await fetch((options.origin ?? "") + addressOf(route, input), {
			method: route.method,
			headers,
			signal: abortAfter(CALL_TIMEOUT_MS),
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const document: unknown = await response.json();
		// The door parses what it sends against the endpoint's own schema.
		if (response.ok) return { ok: true, value: document as Output<Name> };
		return { ok: false, problem: problemOf(document, response) };
	} catch {
		return { ok: false, problem: OFFLINE };
	}
}

/** A gateway in between may answer in its own words; then the status alone is known. */
function problemOf(document: unknown, { status, headers }: Response): ClientProblem {
	const isProblem = typeof document === "object" && document !== null && "code" in document && "title" in document;
	const problem = isProblem ? (document as ClientProblem) : { ...OFFLINE, status };
	const seconds = Number(headers.get("retry-after"));
	return seconds > 0 ? { ...problem, retryAfterMs: seconds * 1_000 } : problem;
}
