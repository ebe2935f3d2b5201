import type { ZodOpenApiComponentsObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { Endpoint } from "../../schema/endpoint/endpoint.ts";
import { PROBLEMS, Problem, type ProblemCode } from "../../schema/problem.ts";

type References = Readonly<Record<string, { readonly $ref: string }>>;

const REQUEST_ID: References = { "X-Request-Id": { $ref: "#/components/headers/RequestId" } };
const ALLOWANCE: References = {
	RateLimit: { $ref: "#/components/headers/RateLimit" },
	"RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
};
const ETAG: References = { ETag: { $ref: "#/components/headers/ETag" } };
/** What HTTP asks of a status, and where waiting helps, for how long. */
const OF_STATUS: Readonly<Record<number, References>> = {
	401: { "WWW-Authenticate": { $ref: "#/components/headers/WwwAuthenticate" } },
	405: { Allow: { $ref: "#/components/headers/Allow" } },
	426: { Upgrade: { $ref: "#/components/headers/Upgrade" } },
	429: { "Retry-After": { $ref: "#/components/headers/RetryAfter" }, ...ALLOWANCE },
};

const TEXT = { type: "string" } as const;

/** The headers that answers carry. */
export const HEADERS: NonNullable<ZodOpenApiComponentsObject["headers"]> = {
	RequestId: { description: "By which support finds the call again", schema: TEXT },
	ETag: { description: "Send it back as `If-None-Match`: 304 says that nothing has changed", schema: TEXT },
	WwwAuthenticate: { description: "`Bearer`, or `Link` for a customer's ticket", schema: TEXT },
	Allow: { description: "The methods of this address", schema: TEXT },
	Upgrade: { description: "The protocol to change to", schema: TEXT },
	RateLimit: { description: 'What is left of the allowance: `"session";r=3999;t=1`', schema: TEXT },
	RateLimitPolicy: { description: 'The allowance itself: `"session";q=4000;w=20`', schema: TEXT },
	RetryAfter: { description: "Seconds to wait", schema: TEXT },
};

/** Refusals of many endpoints, with the codes that each stands for. */
const SHARED = {
	NotSignedIn: ["not-signed-in", "session-expired"],
	NotAllowed: ["session-locked", "password-change-needed", "foreign-origin", "not-permitted", "wrong-place"],
	ForeignOrigin: ["foreign-origin"],
	MalformedBody: ["malformed-body"],
	MethodNotAllowed: ["method-not-allowed"],
	BodyTooLarge: ["body-too-large"],
	UnsupportedMediaType: ["unsupported-media-type"],
	InvalidInput: ["invalid-input"],
	TooManyRequests: ["too-many-requests"],
	Unexpected: ["unexpected"],
	NotReady: ["not-ready"],
} as const satisfies Readonly<Record<string, readonly [ProblemCode, ...ProblemCode[]]>>;

/** Each shared refusal, written once. */
export const COMMON_RESPONSES: NonNullable<ZodOpenApiComponentsObject["responses"]> = Object.fromEntries(
	Object.entries(SHARED).map(([name, codes]) => [name, refusal(PROBLEMS[codes[0]][0], codes)]),
);

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
	if (endpoint.redirects)
		return {
			"303": { description: "The browser goes on to another page", headers: REQUEST_ID },
		} as ZodOpenApiResponsesObject;
	if (endpoint.output === undefined && endpoint.file === undefined) {
		return { "101": { description: "The connection is open; what is said on it: `/api/asyncapi.json`" } };
	}
	const isRead = endpoint.method === "GET" && endpoint.output !== undefined;
	const headers = { ...REQUEST_ID, ...ALLOWANCE, ...(isRead && ETAG) };
	const content = endpoint.output
		? { "application/json": { schema: endpoint.output, ...(examples && { examples }) } }
		: { [endpoint.file ?? ""]: { schema: { type: "string" as const } } };
	const done = { description: endpoint.output ? "Done" : "A file", headers, content };
	const same = { description: "What `If-None-Match` names is still so", headers };
	return { "200": done, ...(isRead && { "304": same }) } as ZodOpenApiResponsesObject;
}

/** Problems grouped by their status, each with its code and what to do. */
function refusals(endpoint: Endpoint): ZodOpenApiResponsesObject {
	const byStatus = new Map<number, ProblemCode[]>();
	for (const code of endpoint.problems) {
		const [status] = PROBLEMS[code];
		byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
	}
	return Object.fromEntries(
		[...byStatus].map(([status, codes]) => [String(status), sharedRefusal(codes) ?? refusal(status, codes)]),
	) as ZodOpenApiResponsesObject;
}

function sharedRefusal(codes: readonly ProblemCode[]): { readonly $ref: string } | null {
	const wanted = [...new Set(codes)].sort().join();
	const found = Object.entries(SHARED).find(([, shared]) => [...shared].sort().join() === wanted);
	return found === undefined ? null : { $ref: `#/components/responses/${found[0]}` };
}

function refusal(status: number, codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
	const lines = codes.map((code) => `\`${code}\` ${PROBLEMS[code][1]} / ${PROBLEMS[code][2]}`);
	const headers = { ...REQUEST_ID, ...OF_STATUS[status] };
	const content = { "application/problem+json": { schema: Problem } };
	return { description: lines.join("\n\n"), headers, content } as ZodOpenApiResponseObject;
}
