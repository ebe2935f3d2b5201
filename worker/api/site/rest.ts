import type { Context } from "hono";
import { API_ROOT } from "../../../rules/api-root.ts";
import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import { originOf } from "../door/origin.ts";
import { problemResponse } from "../door/problem-response.ts";
import type { AppEnv } from "../door/serve.ts";
import { DOCUMENTS } from "./documents.ts";

/** Answers what no endpoint has taken: an address that is none, a method it does not know, or the question which it knows. */
export function answerRest(context: Context<AppEnv>): Response {
	const methods: string[] = Object.values<Endpoint>(ENDPOINTS)
		.filter(({ path }) => hasShape(API_ROOT + path, context.req.path))
		.map(({ method }) => method);
	if (DOCUMENTS.includes(context.req.path)) methods.push("GET");
	if (methods.length === 0) return problemResponse(context, "not-found");
	const reads = methods.includes("GET") ? ["HEAD"] : [];
	const allow = [...new Set([...methods, ...reads, "OPTIONS"])].join(", ");
	const answer =
		context.req.method === "OPTIONS" ? optionsAnswer(context) : problemResponse(context, "method-not-allowed");
	answer.headers.set("Allow", allow);
	return answer;
}

/** A page of ours, outside the API, for an address that has none: in both languages, with the way back. */
export async function answerPageNotFound(context: Context<AppEnv>): Promise<Response> {
	const page = await context.env.ASSETS.fetch(new URL("/404", context.req.url));
	if (!page.ok) return problemResponse(context, "not-found");
	context.set("isPage", true);
	const headers = new Headers(page.headers);
	headers.set("Cache-Control", "no-store");
	return new Response(page.body, { status: 404, headers });
}

/** Listed origins have had their answer before this. A page of another asks in vain. */
function optionsAnswer(context: Context<AppEnv>): Response {
	return originOf(context.req.raw) === null
		? new Response(null, { status: 204 })
		: problemResponse(context, "foreign-origin");
}

/** Whether a path has the shape of a pattern with `:names`. */
function hasShape(pattern: string, path: string): boolean {
	const wanted = pattern.split("/");
	const parts = path.split("/");
	return wanted.length === parts.length && wanted.every((each, at) => each.startsWith(":") || each === parts[at]);
}
