import type { ENDPOINTS, EndpointName, Input, Output } from "../schema/api.ts";
import { type ClientProblem, OFFLINE } from "./client-problem.ts";
import { authorizationOf, type Credential } from "./credential.ts";

/** A row of the endpoint table, spelled out at the call so that no schema is loaded at run time. */
export type Route<Name extends EndpointName> = {
	readonly name: Name;
	readonly method: (typeof ENDPOINTS)[Name]["method"];
	readonly path: (typeof ENDPOINTS)[Name]["path"];
};

type Given<Type> = { [Key in keyof Type as Type[Key] extends undefined ? never : Key]: Type[Key] };
/** The parts (`params`, `query`, `body`) that the endpoint takes. */
export type CallInput<Name extends EndpointName> = Given<Input<Name>>;

export type CallResult<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly problem: ClientProblem };

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
	const { params, query, body } = input as { params?: Fields; query?: Fields; body?: unknown };
	// A page of another origin could not add this one: it tells our pages from those that only borrow the cookie.
	const headers: Record<string, string> = { "x-tingtang-client": "1" };
	if (credential !== null) headers.authorization = authorizationOf(credential);
	if (options.commandId !== undefined) headers["idempotency-key"] = options.commandId;
	if (options.version !== undefined) headers["if-match"] = String(options.version);
	if (body !== undefined) headers["content-type"] = "application/json";
	try {
		const response = await fetch(`${options.origin ?? ""}/api${pathOf(route.path, params)}${searchOf(query)}`, {
			method: route.method,
			headers,
			signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
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

type Fields = Record<string, unknown>;

function pathOf(path: string, params: Fields = {}): string {
	return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

function searchOf(query: Fields = {}): string {
	const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
	return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}

/** A gateway in between may answer in its own words; then the status alone is known. */
function problemOf(document: unknown, { status, headers }: Response): ClientProblem {
	const isProblem = typeof document === "object" && document !== null && "code" in document && "title" in document;
	const problem = isProblem ? (document as ClientProblem) : { ...OFFLINE, status };
	const seconds = Number(headers.get("retry-after"));
	return seconds > 0 ? { ...problem, retryAfterMs: seconds * 1_000 } : problem;
}
