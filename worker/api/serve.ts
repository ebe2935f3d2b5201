import type { Context, Hono } from "hono";
import type { z } from "zod";
import type { Actor } from "../../schema/actor.ts";
import { ENDPOINTS, type Endpoint, type EndpointName, type Output } from "../../schema/api.ts";
import { CommandId } from "../../schema/ids.ts";
import type { Problem, ProblemCode } from "../../schema/problem.ts";
import { holds, isWithin } from "../domain/may.ts";
import type { Env } from "../env.ts";
import { authenticate, type Caller } from "./authenticate.ts";
import { problemResponse } from "./problem-response.ts";
import { readBody } from "./read-body.ts";
import { isUpgrade, refuseUpgrade } from "./upgrade.ts";

export type AppEnv = { Bindings: Env; Variables: { requestId: string } };

type Parsed<Name extends EndpointName, Part extends "params" | "query" | "body"> = (typeof ENDPOINTS)[Name] extends {
	readonly [Key in Part]: infer Schema extends z.ZodType;
}
	? z.output<Schema>
	: undefined;

/** One call that has been checked: who calls, from where, and with what. */
export type Call<Name extends EndpointName> = {
	readonly env: Env;
	readonly request: Request;
	/** Null only where the endpoint is open to everybody. */
	readonly caller: Caller | null;
	/** Wall-clock time. */
	readonly now: number;
	/** Present where the endpoint is idempotent. */
	readonly commandId: string;
	readonly params: Parsed<Name, "params">;
	readonly query: Parsed<Name, "query">;
	readonly body: Parsed<Name, "body">;
};

export class Refused {
	readonly code: ProblemCode;
	readonly more: Pick<Problem, "detail" | "errors">;

	constructor(code: ProblemCode, more: Pick<Problem, "detail" | "errors"> = {}) {
		this.code = code;
		this.more = more;
	}
}

export type Handler<Name extends EndpointName> = (call: Call<Name>) => Promise<Output<Name> | Refused | Response>;

/** Puts one endpoint of the table on the app: authenticate, allow, parse, run one verb, answer. */
export function serve<Name extends EndpointName>(app: Hono<AppEnv>, name: Name, handle: Handler<Name>): void {
	const endpoint: Endpoint = ENDPOINTS[name];
	app.on(endpoint.method, `/api${endpoint.path}`, async (context) => {
		const requestId = context.get("requestId");
		const call = await check(endpoint, context);
		if (call instanceof Refused) {
			const opens = endpoint.output === undefined && isUpgrade(context.req.raw);
			return opens ? refuseUpgrade(call.code) : problemResponse(call.code, requestId, call.more);
		}
		// The table's own schemas made these values, so they are what the table says they are.
		const result = await handle(call as Call<Name>);
		if (result instanceof Response) return result;
		if (result instanceof Refused) return problemResponse(result.code, requestId, result.more);
		return context.json(result, 200, { "Cache-Control": "no-store" });
	});
}

type Unchecked = Omit<Call<EndpointName>, "params" | "query" | "body"> & {
	readonly params: unknown;
	readonly query: unknown;
	readonly body: unknown;
};

async function check(endpoint: Endpoint, context: Context<AppEnv>): Promise<Unchecked | Refused> {
	const { env } = context;
	const request = context.req.raw;
	const now = Date.now();
	if (endpoint.demoOnly && env.DEMO_MODE !== "true") return new Refused("demo-off");
	const caller = endpoint.permission === "public" ? null : await authenticate(request, env, now);
	if (typeof caller === "string") return new Refused(caller);
	const params = parsePart(endpoint.params, context.req.param(), "params");
	if (params instanceof Refused) return params;
	const denied = caller === null ? null : deny(endpoint, caller, context.req.param("branchId"));
	if (denied !== null) return new Refused(denied);
	const query = parsePart(endpoint.query, context.req.query(), "query");
	if (query instanceof Refused) return query;
	const commandId = endpoint.idempotent ? commandIdOf(request) : "";
	if (commandId instanceof Refused) return commandId;
	const body = endpoint.body === undefined ? { value: undefined } : await readBody(request);
	if (typeof body === "string") return new Refused(body);
	const parsedBody = parsePart(endpoint.body, body.value, "body");
	if (parsedBody instanceof Refused) return parsedBody;
	return { env, request, caller, now, commandId, params, query, body: parsedBody };
}

function parsePart(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
	if (schema === undefined) return undefined;
	const parsed = schema.safeParse(value);
	return parsed.success ? parsed.data : new Refused("invalid-input", { errors: errorsOf(parsed.error, part) });
}

const ERRORS_MAX = 20;

function errorsOf(error: z.ZodError, part: string): { path: string; message: string }[] {
	return error.issues.slice(0, ERRORS_MAX).map(({ path, message }) => ({ path: [part, ...path].join("."), message }));
}

/** Null when allowed. A ticket's link is good for its own branch only, which that branch itself finds out. */
function deny(endpoint: Endpoint, caller: Caller, branchId: string | undefined): ProblemCode | null {
	const actor: Actor | null = caller.kind === "token" ? caller.actor : null;
	if (actor === null) {
		const anyCustomer: Actor = { kind: "customer", ticketId: "00000000-A000" };
		return holds(anyCustomer, endpoint.permission) ? null : "not-permitted";
	}
	if (!holds(actor, endpoint.permission)) return "not-permitted";
	const place = "place" in actor ? actor.place : null;
	return branchId === undefined || place === null || isWithin(place, branchId) ? null : "wrong-place";
}

function commandIdOf(request: Request): string | Refused {
	const header = request.headers.get("Idempotency-Key");
	if (header === null) return new Refused("idempotency-key-missing");
	const parsed = CommandId.safeParse(header);
	return parsed.success
		? parsed.data
		: new Refused("invalid-input", {
				errors: [{ path: "headers.Idempotency-Key", message: "8-64 of A-Z a-z 0-9 _ -" }],
			});
}
