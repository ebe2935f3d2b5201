import * as z from "zod";
import {
	createDocument,
	type ZodOpenApiOperationObject,
	type ZodOpenApiPathsObject,
	type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { API_ROOT } from "../../rules/api-root.ts";
import { ENDPOINTS } from "../../schema/api.ts";
import type { Endpoint } from "../../schema/endpoint.ts";
import { CommandId } from "../../schema/ids.ts";
import { PROBLEMS, Problem } from "../../schema/problem.ts";

/** The OpenAPI 3.1 document of the whole door, made from the endpoint table and nothing else. */
export function openApiDocument() {
	const paths: ZodOpenApiPathsObject = {};
	for (const [name, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
		const path = API_ROOT + endpoint.path.replaceAll(/:(\w+)/g, "{$1}");
		paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
	}
	return createDocument({
		openapi: "3.1.0",
		info: {
			title: "Tingtang 厅堂",
			version: "0.1.0",
			description: "The door of the lobby system. Every refusal is application/problem+json in Chinese and English.",
		},
		paths,
		components: {
			securitySchemes: {
				token: { type: "http", scheme: "bearer", description: "A session's token, as `POST /api/session` gives it" },
				link: { type: "apiKey", in: "header", name: "Authorization", description: "`Link <ticket link>`" },
			},
		},
	});
}

function operationOf(operationId: string, endpoint: Endpoint): ZodOpenApiOperationObject {
	const header = endpoint.idempotent ? { header: z.object({ "Idempotency-Key": CommandId }) } : {};
	return {
		operationId,
		summary: endpoint.summary,
		description: `Permission: \`${endpoint.permission}\`${endpoint.demoOnly ? "; only in demo mode" : ""}`,
		security: endpoint.permission === "public" ? [] : [{ token: [] }, { link: [] }],
		requestParams: {
			...(endpoint.params === undefined ? {} : { path: endpoint.params }),
			...(endpoint.query === undefined ? {} : { query: endpoint.query }),
			...header,
		},
		...(endpoint.body === undefined
			? {}
			: { requestBody: { content: { "application/json": { schema: endpoint.body } } } }),
		responses: { ...success(endpoint), ...refusals(endpoint) },
	};
}

function success(endpoint: Endpoint): ZodOpenApiResponsesObject {
	if (endpoint.redirects) return { "303": { description: "The browser goes on to another page" } };
	if (endpoint.file) {
		const content = { [endpoint.file]: { schema: { type: "string" as const } } };
		return { "200": { description: "A file", content } };
	}
	if (endpoint.output === undefined) return { "101": { description: "The connection is open" } };
	return { "200": { description: "Done", content: { "application/json": { schema: endpoint.output } } } };
}

/** Problems grouped by their status, each with its code and what to do. */
function refusals(endpoint: Endpoint): ZodOpenApiResponsesObject {
	const byStatus = new Map<number, string[]>();
	for (const code of endpoint.problems) {
		const [status, zh, en] = PROBLEMS[code];
		byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\` ${zh} / ${en}`]);
	}
	return Object.fromEntries(
		[...byStatus].map(([status, lines]) => [
			String(status),
			{ description: lines.join("\n\n"), content: { "application/problem+json": { schema: Problem } } },
		]),
	);
}
