import type { Context } from "hono";
import type { Hono } from "hono/tiny";
import type * as z from "zod";
import { API_ROOT } from "../../../rules/api-root.ts";
import type { HolderActor } from "../../../schema/actor.ts";
import { ENDPOINTS, type EndpointName, type Output } from "../../../schema/endpoint/api.ts";
import { bodyMaxBytes } from "../../../schema/endpoint/body-limit.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import { CommandId } from "../../../schema/ids.ts";
import type { Problem, ProblemCode } from "../../../schema/problem.ts";
import { inputErrors } from "../../../schema/text/input-errors.ts";
import type { Env } from "../../platform/env.ts";
import { authenticate, type Caller } from "./authenticate.ts";
import { actorFor } from "./authorise.ts";
import { type Act, announce, type LedgerOutcome } from "./ledger-entry.ts";
import { isAllowedOrigin, isFromOurPage, originOf } from "./origin.ts";
import { problemResponse } from "./problem-response.ts";
import { type Allowance, allowanceOf } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";
import { revalidated } from "./revalidate.ts";
import { isUpgrade, refuseUpgrade } from "./upgrade.ts";

export type AppEnv = { Bindings: Env; Variables: { requestId: string; allowance?: Allowance; isPage?: true } };

type Parsed<Name extends EndpointName, Part extends "params" | "query" | "body"> = (typeof ENDPOINTS)[Name] extends {
	readonly [Key in Part]: infer Schema extends z.ZodType;
}
	? z.output<Schema>
	: undefined;

/** One call that has been checked: who calls, from where, and with what. */
export type Call<Name extends EndpointName> = {
	readonly env: Env;
	readonly request: Request;
	/** Made at the door; stands in a problem, in the log and in the ledger. */
	readonly requestId: string;
	/** Null only where the endpoint is open to everybody. */
	readonly caller: Caller | null;
	/**
	 * The role in which the caller may do this: it holds the endpoint's permission at the place in the address. Null for
	 * the holder of a link, and where the endpoint is open to everybody.
	 */
	readonly actor: HolderActor | null;
	/** Wall-clock time. */
	readonly now: number;
	/** Of the record that is to be changed; present where the endpoint is versioned. */
	readonly version: number;
	/** Present where the endpoint is idempotent. */
	readonly commandId: string;
	/** True where the endpoint is handled although its entry could not be written. */
	readonly unwritten: boolean;
	readonly params: Parsed<Name, "params">;
	readonly query: Parsed<Name, "query">;
	readonly body: Parsed<Name, "body">;
};

type RefusedMore = Pick<Problem, "detail" | "errors"> & {
	/** Told in the `Retry-After` header, in whole seconds. */
	readonly retryAfterMs?: number | undefined;
};

export class Refused {
	readonly code: ProblemCode;
	readonly more: RefusedMore;

	constructor(code: ProblemCode, more: RefusedMore = {}) {
		this.code = code;
		this.more = more;
	}
}

export type Handler<Name extends EndpointName> = (call: Call<Name>) => Promise<Output<Name> | Refused | Response>;

/** Puts one endpoint of the table on the app: authenticate, allow, parse, run one verb, answer. */
export function serve<Name extends EndpointName>(app: Hono<AppEnv>, name: Name, handle: Handler<Name>): void {
	const endpoint: Endpoint = ENDPOINTS[name];
	app.on(endpoint.method, API_ROOT + endpoint.path, async (context) => {
		const call = await check(name, context);
		if (call instanceof Refused) {
			const opens = endpoint.output === undefined && isUpgrade(context.req.raw);
			return opens ? refuseUpgrade(call.code) : problemResponse(context, call.code, call.more);
		}
		// The table's own schemas made these values, so they are what the table says they are.
		const checked = call as Call<Name>;
		const { env } = checked;
		const result = isOnRecord(endpoint, checked.body)
			? await onRecord(env, [actOf(checked, name, checked)], (unwritten) => handle({ ...checked, unwritten }), endpoint)
			: await handle(checked);
		if (result instanceof Response) return result;
		if (result instanceof Refused) return problemResponse(context, result.code, result.more);
		if (endpoint.method === "GET") return revalidated(context.req.raw, result, endpoint.revalidated === true);
		return context.json(result, 200, { "Cache-Control": "no-store" });
	});
}

/** A dry run does nothing that could be on record. */
function isOnRecord({ audit }: Endpoint, body: unknown): boolean {
	const isDryRun = typeof body === "object" && body !== null && "dryRun" in body && body.dryRun === true;
	return audit !== undefined && !isDryRun;
}

/** What a call does, as the ledger is told: the endpoint's own act, or one that it does on the way. */
export function actOf(
	{ requestId, actor, caller, now }: Pick<Call<EndpointName>, "requestId" | "actor" | "caller" | "now">,
	act: EndpointName,
	{ params, body }: Pick<Act, "params" | "body">,
): Act {
	const sessionId = caller?.kind === "session" ? caller.sessionId : undefined;
	return { act, now, requestId, actor, sessionId, params, body };
}

/**
 * Writes down what is about to be done, does it, and writes down what came of it. What cannot be written is not done,
 * unless it is to be done `evenUnwritten`.
 */
export async function onRecord<Value>(
	env: Env,
	acts: readonly [Act, ...Act[]],
	work: (unwritten: boolean) => Promise<Value | Refused>,
	{ evenUnwritten = false }: { readonly evenUnwritten?: boolean } = {},
): Promise<Value | Refused> {
	const announced = await announce(env, acts);
	if (announced === null && !evenUnwritten) return new Refused("not-ready");
	try {
		const result = await work(announced === null);
		await announced?.settle(outcomeOf(result));
		return result;
	} catch (error) {
		await announced?.settle("unknown:unexpected");
		throw error;
	}
}

function outcomeOf(result: unknown): LedgerOutcome {
	if (result instanceof Refused) {
		// A store that gave no answer may have done what it was asked.
		return result.code === "not-ready" ? "unknown:not-ready" : `refused:${result.code}`;
	}
	if (result instanceof Response && !result.ok) return "unknown:unexpected";
	const isNotApplied = typeof result === "object" && result !== null && "applied" in result && !result.applied;
	return isNotApplied ? "refused:invalid-input" : "done";
}

type Unchecked = Omit<Call<EndpointName>, "params" | "query" | "body"> & {
	readonly params: unknown;
	readonly query: unknown;
	readonly body: unknown;
};

async function check(name: EndpointName, context: Context<AppEnv>): Promise<Unchecked | Refused> {
	const endpoint: Endpoint = ENDPOINTS[name];
	const { env } = context;
	const request = context.req.raw;
	const now = Date.now();
	if (endpoint.demoOnly && env.DEMO_MODE !== "true") return new Refused("demo-off");
	const caller = await callerFor(endpoint, request, env, now);
	const allowance = allowanceOf(request, caller, env, now);
	context.set("allowance", allowance);
	if (allowance.waitMs > 0) return new Refused("too-many-requests", { retryAfterMs: allowance.waitMs });
	if (typeof caller === "string") return new Refused(caller);
	const params = parsePart(endpoint.params, context.req.param(), "params");
	if (params instanceof Refused) return params;
	const actor = caller === null ? null : actorFor(endpoint.permission, caller, context.req.param());
	if (typeof actor === "string") return new Refused(actor);
	const query = parsePart(endpoint.query, context.req.query(), "query");
	if (query instanceof Refused) return query;
	const commandId = endpoint.idempotent ? commandIdOf(request) : "";
	if (commandId instanceof Refused) return commandId;
	const version = endpoint.versioned ? versionOf(request) : 0;
	if (version instanceof Refused) return version;
	const body = endpoint.body === undefined ? { value: undefined } : await readBody(request, limitFor(name, caller));
	if (typeof body === "string") return new Refused(body);
	const parsedBody = parsePart(endpoint.body, body.value, "body");
	if (parsedBody instanceof Refused) return parsedBody;
	const requestId = context.get("requestId");
	const checked = { env, request, requestId, caller, actor, now, commandId, version, unwritten: false };
	return { ...checked, params, query, body: parsedBody };
}

/** Bytes read of a caller's body: few of a caller who could not send a long one anywhere. */
function limitFor(name: EndpointName, caller: Caller | null): number {
	const { longBody }: Endpoint = ENDPOINTS[name];
	const lacks = longBody !== undefined && (caller === null || typeof actorFor(longBody, caller, {}) === "string");
	return bodyMaxBytes(name, !lacks);
}

/** Who calls, if they may call at all from where they are and as their session stands; null where everybody may. */
async function callerFor(
	endpoint: Endpoint,
	request: Request,
	env: Env,
	now: number,
): Promise<Caller | null | ProblemCode> {
	const origin = originOf(request);
	if (origin !== null && !isUpgrade(request) && !isAllowedOrigin(origin, request, env)) return "foreign-origin";
	if (endpoint.permission === "public") return null;
	const caller = await authenticate(request, env, now);
	if (typeof caller === "string" || caller.kind === "link") return caller;
	if (caller.carriedBy === "cookie" && !isFromOurPage(request, env)) return "foreign-origin";
	if (endpoint.whileLocked) return caller;
	if (caller.locked) return "session-locked";
	return caller.mustChangePassword ? "password-change-needed" : caller;
}

function parsePart(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
	if (schema === undefined) return undefined;
	const parsed = schema.safeParse(value);
	return parsed.success ? parsed.data : new Refused("invalid-input", { errors: inputErrors(parsed.error, part) });
}

function commandIdOf(request: Request): string | Refused {
	const header = request.headers.get("Idempotency-Key");
	if (header === null) return new Refused("idempotency-key-missing");
	// The IETF's draft writes the key as a string of structured fields, which stands in quotes.
	const parsed = CommandId.safeParse(/^"(.*)"$/.exec(header)?.[1] ?? header);
	return parsed.success
		? parsed.data
		: new Refused("invalid-input", {
				errors: [{ path: "headers.Idempotency-Key", message: "8-64 of A-Z a-z 0-9 _ -" }],
			});
}

/** As `If-Match: 3` or `"3"`: what the caller read before changing it. */
function versionOf(request: Request): number | Refused {
	const header = request.headers.get("If-Match");
	if (header === null) return new Refused("version-missing");
	const version = Number(/^"?(\d{1,12})"?$/.exec(header.trim())?.[1] ?? Number.NaN);
	return Number.isInteger(version)
		? version
		: new Refused("invalid-input", {
				errors: [{ path: "headers.If-Match", message: "the version as a whole number" }],
			});
}
