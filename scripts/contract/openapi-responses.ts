import type { ZodOpenApiComponentsObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { Endpoint } from "../../schema/endpoint.ts";
import { PROBLEMS, Problem, type ProblemCode } from "../../schema/problem.ts";

type References = Readonly<Record<string, { readonly $ref: string }>>;

const REQUEST_ID: References = { "X-Request-Id": { $ref: "#/components/headers/RequestId" } };
const ETAG: References = { ETag: { $ref: "#/components/headers/ETag" } };
/** What HTTP asks of a status, and where waiting helps, for how long. */
const OF_STATUS: Readonly<Record<number, References>> = {
	401: { "WWW-Authenticate": { $ref: "#/components/headers/WwwAuthenticate" } },
	405: { Allow: { $ref: "#/components/headers/Allow" } },
	426: { Upgrade: { $ref: "#/components/headers/Upgrade" } },
	429: { "Retry-After": { $ref: "#/components/headers/RetryAfter" } },
};

const TEXT = { type: "string" } as const;

/** The headers that answers carry. */
export const HEADERS: NonNullable<ZodOpenApiComponentsObject["headers"]> = {
	RequestId: { description: "By which support finds the call again", schema: TEXT },
	ETag: { description: "Send it back as `If-None-Match`: 304 says that nothing has changed", schema: TEXT },
	WwwAuthenticate: { description: "`Bearer`, or `Link` for a customer's ticket", schema: TEXT },
	Allow: { description: "The methods of this address", schema: TEXT },
	Upgrade: { description: "The protocol to change to", schema: TEXT },
	RetryAfter: { description: "Seconds to wait", schema: TEXT },
};

/** Refusals that every endpoint has. */
export const COMMON_RESPONSES: NonNullable<ZodOpenApiComponentsObject["responses"]> = {
	MethodNotAllowed: refusal(405, ["method-not-allowed"]),
	Unexpected: refusal(500, ["unexpected"]),
};

type Examples = Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;

/** What an endpoint answers: done, and each refusal by its status. */
export function responsesOf(endpoint: Endpoint, examples: Examples | undefined): ZodOpenApiResponsesObject {
	return {
		...success(endpoint, examples),
		...refusals(endpoint),
		"405": { $ref: "#/components/responses/MethodNotAllowed" },
		"500": { $ref: "#/components/responses/Unexpected" },
	} as ZodOpenApiResponsesObject;
}

function success(endpoint: Endpoint, examples: Examples | undefined): ZodOpenApiResponsesObject {
	if (endpoint.redirects) return { "303": { description: "The browser goes on to another page" } };
	if (endpoint.output === undefined && endpoint.file === undefined) {
		return { "101": { description: "The connection is open; what is said on it: `/api/asyncapi.json`" } };
	}
	const headers = { ...REQUEST_ID, ...(endpoint.revalidated && ETAG) };
	const content = endpoint.output
		? { "application/json": { schema: endpoint.output, ...(examples && { examples }) } }
		: { [endpoint.file ?? ""]: { schema: { type: "string" as const } } };
	const done = { description: endpoint.output ? "Done" : "A file", headers, content };
	const same = { description: "What `If-None-Match` names is still so", headers };
	return { "200": done, ...(endpoint.revalidated && { "304": same }) } as ZodOpenApiResponsesObject;
}

/** Problems grouped by their status, each with its code and what to do. */
function refusals(endpoint: Endpoint): ZodOpenApiResponsesObject {
	const byStatus = new Map<number, ProblemCode[]>();
	for (const code of endpoint.problems) {
		const [status] = PROBLEMS[code];
		byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
	}
	return Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), refusal(status, codes)]));
}

function refusal(status: number, codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
	const lines = codes.map((code) => `\`${code}\` ${PROBLEMS[code][1]} / ${PROBLEMS[code][2]}`);
	const headers = { ...REQUEST_ID, ...OF_STATUS[status] };
	const content = { "application/problem+json": { schema: Problem } };
	return { description: lines.join("\n\n"), headers, content } as ZodOpenApiResponseObject;
}
