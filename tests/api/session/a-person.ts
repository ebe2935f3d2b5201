import { env } from "cloudflare:workers";
import type { Problem } from "../../../schema/problem.ts";
import { hashPassword } from "../../../worker/access/password.ts";
import { addNode } from "../../../worker/records/bank/institution.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { rememberPassword } from "../../../worker/records/people/person.ts";
import { bearer, call, OPERATOR } from "../callers.ts";

export const PASSWORD = "correct horse 电池";
const NAME = { zh: "测试", en: "Test" };

export type SignedIn = { readonly staffId: string; readonly token: string; readonly headers: Record<string, string> };
let people = 0;

/** Somebody the bank knows, by the endpoint a head office uses; the first password is already changed. */
export async function aPerson(
	roles: readonly { role: string; nodeId: string }[],
	{ mustChange = false } = {},
): Promise<string> {
	people += 1;
	for (const { nodeId } of roles) {
		// The tree may have them already, from the person before.
		if (nodeId === "bank") continue;
		const region = nodeId.split("-")[0] ?? "";
		await addNode(memoryOf(env.DB), { nodeId: region, parentId: "bank", name: NAME }).catch(() => null);
		await addNode(memoryOf(env.DB), { nodeId, parentId: region, name: NAME }).catch(() => null);
	}
	const staffId = `p${people}-${crypto.randomUUID().slice(0, 8)}`;
	const response = await call("/people", {
		method: "POST",
		headers: { ...(await bearer(OPERATOR)), "Content-Type": "application/json" },
		body: JSON.stringify({ staffId, name: NAME, assignments: roles }),
	});
	if (!response.ok) throw new Error(await response.text());
	await rememberPassword(memoryOf(env.DB), staffId, hashPassword(PASSWORD), mustChange);
	return staffId;
}

export function signIn(staffId: string, password: string, carry = "token", headers = {}): Promise<Response> {
	return call("/session", {
		method: "POST",
		headers: { "Content-Type": "application/json", ...headers },
		body: JSON.stringify({ staffId, password, carry }),
	});
}

export async function signedIn(staffId: string, password = PASSWORD): Promise<SignedIn> {
	const response = await signIn(staffId, password);
	if (!response.ok) throw new Error(await response.text());
	const { token } = await response.json<{ token: string }>();
	return { staffId, token, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" } };
}

export const codeOf = async (response: Response) => (await response.json<Problem>()).code;
export const send = (path: string, method: string, { headers }: Pick<SignedIn, "headers">, body?: object) =>
	call(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
