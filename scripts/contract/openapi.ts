import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { API_ROOT } from "../../rules/api-root.ts";
import { holds } from "../../rules/holding.ts";
import { PERMISSIONS, type PermissionRow } from "../../rules/permission.ts";
import type { EndpointName } from "../../schema/endpoint/api.ts";
import { BRANCH_ENDPOINTS } from "../../schema/endpoint/branch-endpoints.ts";
import { CASE_ENDPOINTS } from "../../schema/endpoint/case-endpoints.ts";
import { CONFIGURATION_ENDPOINTS } from "../../schema/endpoint/configuration-endpoints.ts";
import { DEMO_ENDPOINTS } from "../../schema/endpoint/demo-endpoints.ts";
import { DEVICE_ENDPOINTS } from "../../schema/endpoint/device-endpoints.ts";
import type { Endpoint } from "../../schema/endpoint/endpoint.ts";
import { SUMMARIES } from "../../schema/endpoint/endpoint-summaries.ts";
import { FORECAST_ENDPOINTS } from "../../schema/endpoint/forecast-endpoint.ts";
import { IDENTITY_PROVIDER_ENDPOINTS } from "../../schema/endpoint/identity-provider-endpoints.ts";
import { LEDGER_ENDPOINTS } from "../../schema/endpoint/ledger-endpoints.ts";
import { PEOPLE_ENDPOINTS } from "../../schema/endpoint/people-endpoints.ts";
import { PRIVACY_ENDPOINTS } from "../../schema/endpoint/privacy-endpoints.ts";
import { RESTORE_ENDPOINTS } from "../../schema/endpoint/restore-endpoints.ts";
import { SERVICE_ACCOUNT_ENDPOINTS } from "../../schema/endpoint/service-account-endpoints.ts";
import { SESSION_ENDPOINTS } from "../../schema/endpoint/session-endpoints.ts";
import { CommandId } from "../../schema/ids.ts";
import { CLIENT_HEADER, SESSION_COOKIE } from "../../worker/api/door/session-cookie.ts";
import { EXAMPLES } from "./openapi-examples.ts";
import { COMMON_RESPONSES, HEADERS, responsesOf } from "./openapi-responses.ts";
import { namedSchemas, withoutUnused } from "./schema-names.ts";

/** Of the contract, not of the build; docs/api.md says when which part of it rises. */
export const API_VERSION = "1.1.0";

/** The endpoints by what they are about. */
const TAGS: readonly (readonly [name: string, description: string, endpoints: Readonly<Record<string, Endpoint>>])[] = [
	["branches", "Branches: their live hall, commands, reports and commits", BRANCH_ENDPOINTS],
	["sessions", "Signing in and out, and who is signed in where", SESSION_ENDPOINTS],
	["identity provider", "Signing in through the bank's own OpenID Connect provider", IDENTITY_PROVIDER_ENDPOINTS],
	["people", "People, their roles, and the institution tree", PEOPLE_ENDPOINTS],
	["devices", "Screens, kiosks and pads: pairing and proof", DEVICE_ENDPOINTS],
	[
		"forecasts",
		"What a branch expects: customers in the days to come, and waits with one more counter",
		FORECAST_ENDPOINTS,
	],
	["restores", "A branch or the database set back to an earlier moment", RESTORE_ENDPOINTS],
	["service accounts", "Accounts of programs, with a scope, a place and an end", SERVICE_ACCOUNT_ENDPOINTS],
	["ledger", "Who did what, in a chain that shows tampering", LEDGER_ENDPOINTS],
	["personal data", "Who a customer is, what is held of one, and the keys that seal it", PRIVACY_ENDPOINTS],
	["cases", "Cases: what has an owner and a next step, such as a problem of the day", CASE_ENDPOINTS],
	["configuration", "Sections of the configuration, their versions, and what holds where", CONFIGURATION_ENDPOINTS],
	["demo", "Exists in demo mode only", DEMO_ENDPOINTS],
];

const DESCRIPTION = `The door of the lobby system. Every refusal is \`application/problem+json\` (RFC 9457) in Chinese and English.
Programs sign in at \`POST ${API_ROOT}/session\` with \`"carry": "token"\` and send the token as \`Authorization: Bearer\`;
a service account sends its secret so, and never signs in. A command carries
an \`Idempotency-Key\`: sent again, it gets the first answer again. A change of a record carries in \`If-Match\` the \`version\` that was read.
The live protocol is described in \`${API_ROOT}/asyncapi.json\`.`;

/** The OpenAPI 3.1 document of the whole door, made from the endpoint table and nothing else. */
export function openApiDocument() {
	const paths: ZodOpenApiPathsObject = {};
	for (const [tag, , endpoints] of TAGS) {
		for (const [name, endpoint] of Object.entries(endpoints)) {
			const path = API_ROOT + endpoint.path.replaceAll(/:(\w+)/g, "{$1}");
			paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, tag, endpoint) };
		}
	}
	const document = createDocument({
		openapi: "3.1.0",
		info: {
			title: "Tingtang 厅堂",
			version: API_VERSION,
			description: DESCRIPTION,
			license: { name: "Apache-2.0", identifier: "Apache-2.0" },
		},
		servers: [{ url: "/", description: "The origin that this document comes from" }],
		tags: TAGS.map(([name, description]) => ({ name, description })),
		paths,
		components: {
			schemas: namedSchemas(),
			responses: COMMON_RESPONSES,
			headers: HEADERS,
			securitySchemes: {
				token: { type: "http", scheme: "bearer", description: "A session's token, as `POST /api/session` gives it" },
				service: {
					type: "http",
					scheme: "bearer",
					description: "A service account's secret, as `POST /api/nodes/{nodeId}/service-accounts` gives it once",
				},
				cookie: {
					type: "apiKey",
					in: "cookie",
					name: SESSION_COOKIE,
					description: "The same, where no script reads it",
				},
				page: { type: "apiKey", in: "header", name: CLIENT_HEADER, description: "Any value, beside the cookie" },
				link: { type: "apiKey", in: "header", name: "Authorization", description: "`Link <ticket link>`" },
			},
		},
	});
	const { schemas = {}, ...components } = document.components ?? {};
	const used = withoutUnused({ ...document, components }, schemas);
	return shortNamed({ ...document, components: { ...components, schemas: used } });
}

/** What is only ever answered needs no ending that tells it from what is sent. */
function shortNamed<Document extends { readonly components: { readonly schemas: object } }>(
	document: Document,
): Document {
	const { schemas } = document.components;
	const text = JSON.stringify(document).replaceAll(
		/"(#\/components\/schemas\/)?(\w+)Output"/g,
		(whole, start = "", name) => (name in schemas ? whole : `"${start}${name}"`),
	);
	return JSON.parse(text) as Document;
}

function operationOf(operationId: string, tag: string, endpoint: Endpoint): ZodOpenApiOperationObject {
	const example = EXAMPLES[operationId];
	return {
		operationId,
		tags: [tag],
		summary: SUMMARIES[operationId as EndpointName],
		description: `Permission: \`${endpoint.permission}\`${endpoint.demoOnly ? "; only in demo mode" : ""}`,
		security: securityOf(endpoint),
		requestParams: {
			...(endpoint.params === undefined ? {} : { path: endpoint.params }),
			...(endpoint.query === undefined ? {} : { query: endpoint.query }),
			...headersOf(endpoint),
		},
		...(endpoint.body === undefined
			? {}
			: {
					requestBody: {
						required: true,
						content: {
							"application/json": { schema: endpoint.body, ...(example?.body && { examples: example.body }) },
						},
					},
				}),
		responses: responsesOf(endpoint, example?.answer),
	};
}

const KEY = CommandId.meta({
	description: "One for each intention; sent again, it gets the first answer again. May stand in quotes",
	example: "0b0c9a5e-8f0e-4f9d-9d0a-5d6f4f6f2f10",
});
const VERSION = z
	.string()
	.regex(/^"?\d{1,12}"?$/)
	.meta({ description: "The `version` that was read; another since then is refused with 412", example: '"3"' });

const KNOWN_ETAG = z.string().meta({ description: "An `ETag` of before: 304 says that nothing has changed" });

function headersOf({ idempotent, versioned, method, output }: Endpoint) {
	const isRead = method === "GET" && output !== undefined;
	if (!idempotent && !versioned && !isRead) return {};
	return {
		header: z.object({
			...(idempotent && { "Idempotency-Key": KEY }),
			...(versioned && { "If-Match": VERSION }),
			...(isRead && { "If-None-Match": KNOWN_ETAG.optional() }),
		}),
	};
}

function securityOf({ permission }: Endpoint): Record<string, string[]>[] {
	if (permission === "public") return [];
	const mayCustomer = holds({ kind: "customer", ticketId: "00000000-A000" }, permission);
	const { services }: PermissionRow = PERMISSIONS[permission];
	const mayProgram = services === undefined ? [] : [{ service: [] }];
	return [{ token: [] }, { cookie: [], page: [] }, ...mayProgram, ...(mayCustomer ? [{ link: [] }] : [])];
}
