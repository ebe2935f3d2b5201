import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { ENDPOINTS } from "../../schema/endpoint/api.ts";

/** Who orders: a token, a staff number whose password is asked for, or, with neither, the demo's own operator. */
export type Orderer = { readonly token?: string | undefined; readonly staffId?: string | undefined };

/** Calls the API as an operator; the answer's JSON. Throws what the server said when it refuses. */
export async function operatorCall(
	base: string,
	{ token, staffId }: Orderer,
): Promise<(path: string, body?: object) => Promise<unknown>> {
	const ask = async (path: string, init: RequestInit): Promise<unknown> => {
		const response = await fetch(`${base}/api${path}`, init);
		const text = await response.text();
		if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
		return JSON.parse(text);
	};
	const json = { "Content-Type": "application/json" };
	const post = (path: string, body: object, headers: Record<string, string> = {}) =>
		ask(path, { method: "POST", headers: { ...json, ...headers }, body: JSON.stringify(body) });
	const signedIn = async (): Promise<string> => {
		if (staffId === undefined) {
			const told = await post("/demo/tokens", { kind: "staff", role: "head-office-operator" });
			return ENDPOINTS.demoToken.output.parse(told).token;
		}
		const told = await post("/session", { staffId, password: await passwordOf(staffId), carry: "token" });
		return ENDPOINTS.signIn.output.parse(told).token ?? "";
	};
	const headers = { Authorization: `Bearer ${token ?? (await signedIn())}` };
	return (path, body) => (body === undefined ? ask(path, { headers }) : post(path, body, headers));
}

/** Asks on the terminal; what is typed is not shown. */
async function passwordOf(staffId: string): Promise<string> {
	process.stderr.write(`${staffId} 的密码 · password: `);
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const terminal = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
	const typed = await terminal.question("");
	terminal.close();
	process.stderr.write("\n");
	return typed;
}
