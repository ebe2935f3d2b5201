import * as z from "zod";
import { API_ROOT } from "../../rules/api-root.ts";
import { ENDPOINTS } from "../../schema/endpoint/api.ts";
import type { Endpoint } from "../../schema/endpoint/endpoint.ts";
import { Problem } from "../../schema/problem.ts";

type Promised = { readonly method: string; readonly path: RegExp; readonly name: string; readonly answer: z.ZodType };

let promised: readonly Promised[] | undefined;

/** Every endpoint with a JSON answer; the JSON schema of an answer knows no property that is not named in it. */
function allPromised(): readonly Promised[] {
	promised ??= Object.entries<Endpoint>(ENDPOINTS).flatMap(([name, { method, path, output }]) => {
		if (output === undefined) return [];
		const schema = z.toJSONSchema(output, { io: "output", unrepresentable: "any" });
		const shape = new RegExp(`^${API_ROOT}${path.replaceAll(/:\w+/g, "[^/]+")}$`);
		return [{ method, path: shape, name, answer: z.fromJSONSchema(schema as never) }];
	});
	return promised;
}

/**
 * Throws when an answer has a property too many or too few, or any that is not of its endpoint's schema; a problem likewise.
 * Gives the name of the endpoint whose answer it was; null for what is no endpoint's.
 */
export async function asPromised(method: string, address: string, response: Response): Promise<string | null> {
	const type = response.headers.get("Content-Type") ?? "";
	if (!/^application\/(problem\+)?json/.test(type) || method === "HEAD") return null;
	const { pathname } = new URL(address);
	const endpoint = allPromised().find((each) => each.method === method && each.path.test(pathname));
	const isProblem = type.startsWith("application/problem");
	const schema = isProblem ? Problem.strict() : endpoint?.answer;
	if (schema === undefined) return null;
	const text = await response.clone().text();
	const parsed = schema.safeParse(JSON.parse(text));
	if (parsed.success) return isProblem ? null : (endpoint?.name ?? null);
	throw new Error(
		`${method} ${pathname} answers what its schema does not promise: ${parsed.error}\n${text.slice(0, 500)}`,
	);
}
