import type * as z from "zod";
import { ENDPOINTS, type EndpointName, type Input, type Output } from "../../schema/endpoint/api.ts";
import { DemoToken, type DemoTokenBody } from "../../schema/people/demo.ts";
import { Problem } from "../../schema/problem.ts";
import { ConnectionLost } from "../branch-port.ts";

const CALL_TIMEOUT_MS = 20_000;
/** A token closer to its end than this is renewed rather than used. */
const RENEW_BEFORE_MS = 60_000;

/** Whom a call is made as: a demo token's wish, the link of one ticket, or nobody. */
export type Caller = DemoTokenBody | { readonly kind: "link"; readonly link: string } | null;

/** The bank as a whole: may configure branches, set their clocks and read everything. */
export const OPERATOR: Caller = { kind: "staff", role: "head-office-operator" };

/** The server answered with a problem document. */
export class ApiProblem extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		const { code, title, titleEn, detail, errors = [] } = problem;
		const fields = errors.map(({ path, message }) => `\n  ${path}: ${message}`).join("");
		super(`${code}: ${title} · ${titleEn}${detail ? ` (${detail})` : ""}${fields}`);
		this.problem = problem;
	}
}

export type Api = {
	/**
	 * Calls one endpoint of the contract. Throws `ApiProblem` when it was refused, `ConnectionLost` when no answer came
	 * or the server could not work: then the same call may be made again.
	 */
	call<Name extends EndpointName>(
		name: Name,
		caller: Caller,
		input: { [Part in keyof Input<Name> as Input<Name>[Part] extends undefined ? never : Part]: Input<Name>[Part] },
		idempotencyKey?: string,
	): Promise<Output<Name>>;
};

/** A client of the public API of the server at `base`, which keeps and renews its own demo tokens. */
export function createApi(base: string): Api {
	const tokens = new Map<string, Promise<DemoToken>>();

	async function authorization(caller: Caller): Promise<string | undefined> {
		if (caller === null) return undefined;
		if (caller.kind === "link") return `Link ${caller.link}`;
		const key = JSON.stringify(caller);
		const kept = await tokens.get(key)?.catch(() => null);
		if (kept && kept.expiresAt - Date.now() > RENEW_BEFORE_MS) return `Bearer ${kept.token}`;
		const renewed = fetchJson(`${base}/api${ENDPOINTS.demoToken.path}`, "POST", {}, caller).then((json) =>
			DemoToken.parse(json),
		);
		tokens.set(key, renewed);
		return `Bearer ${(await renewed).token}`;
	}

	const call: Api["call"] = async (name, caller, input, idempotencyKey) => {
		const endpoint: { method: string; path: string; output?: z.ZodType } = ENDPOINTS[name];
		const { params = {}, query = {}, body } = input as { params?: Fields; query?: Fields; body?: unknown };
		const url = new URL(
			`${base}/api${endpoint.path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(String(params[part])))}`,
		);
		for (const [field, value] of Object.entries(query))
			if (value !== undefined) url.searchParams.set(field, String(value));
		const headers = {
			...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
		};
		const send = async () => {
			const auth = await authorization(caller);
			return fetchJson(url, endpoint.method, auth === undefined ? headers : { ...headers, authorization: auth }, body);
		};
		const json = await send().catch((error: unknown) => {
			// A server that was restarted with another secret, or a clock that jumped: one new token, one more attempt.
			if (!(error instanceof ApiProblem) || error.problem.status !== 401 || caller?.kind === "link") throw error;
			tokens.delete(JSON.stringify(caller));
			return send();
		});
		// The endpoint's own schema has just made it an Output<Name>; the table's type cannot say so for a generic name.
		return (endpoint.output?.parse(json) ?? json) as Output<typeof name>;
	};
	return { call };
}

type Fields = Record<string, unknown>;

async function fetchJson(
	url: string | URL,
	method: string,
	headers: Record<string, string>,
	body?: unknown,
): Promise<unknown> {
	let response: Response;
	let text: string;
	try {
		response = await fetch(url, {
			method,
			headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
			signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		text = await response.text();
	} catch (error) {
		throw new ConnectionLost(`${method} ${url}: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (response.ok) return JSON.parse(text);
	const problem = Problem.safeParse(parseOrNull(text));
	if (response.status >= 500 || !problem.success) throw new ConnectionLost(`${method} ${url}: ${response.status}`);
	throw new ApiProblem(problem.data);
}

/** A gateway in between answers in its own words. */
function parseOrNull(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
