import { ENDPOINTS } from "../../schema/endpoint/api.ts";

/**
 * Reads the API as an auditor: with the token given, else with one from the demo's door. The answer's JSON; throws what
 * the server said when it refuses.
 */
export async function auditorCall(
	base: string,
	token: string | undefined,
): Promise<(path: string) => Promise<unknown>> {
	async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
		const response = await fetch(`${base}/api${path}`, init);
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return response.json();
	}
	async function demoToken(): Promise<string> {
		const body = JSON.stringify({ kind: "staff", role: "auditor" });
		return ENDPOINTS.demoToken.output.parse(
			await ask("/demo/tokens", { method: "POST", headers: { "Content-Type": "application/json" }, body }),
		).token;
	}
	const headers = { Authorization: `Bearer ${token ?? (await demoToken())}` };
	return (path) => ask(path, { headers });
}
