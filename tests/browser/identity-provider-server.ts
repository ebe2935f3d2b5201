import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { type LocalServer, startLocalServer } from "../../scripts/serve/local-server.ts";

export const CALLBACK = "/api/sign-in/identity-provider/callback";
const CLIENT = { clientId: "tingtang", clientSecret: "known to the bank's provider and to us" };

/** A server on a free port of this machine that answers nothing until it is told how. */
export async function listening(): Promise<{ server: Server; issuer: string }> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { server, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export function closed(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}

/**
 * A real OpenID Connect provider where everybody signs in with any password, and a worker that trusts it. The staff
 * number is what was typed.
 */
export async function startWithProvider(options: { readonly pages: boolean }) {
	const { server, issuer } = await listening();
	const vars = { IDENTITY_PROVIDER: JSON.stringify({ issuer, ...CLIENT }) };
	const worker: LocalServer = await startLocalServer({ vars, pages: options.pages });
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: CLIENT.clientId,
				client_secret: CLIENT.clientSecret,
				redirect_uris: [worker.url + CALLBACK],
				grant_types: ["authorization_code"],
				response_types: ["code"],
			},
		],
		claims: { openid: ["sub"], profile: ["preferred_username"] },
		conformIdTokenClaims: false,
		cookies: { keys: ["only for this test"] },
		pkce: { required: () => true },
		features: { devInteractions: { enabled: true } },
		findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, preferred_username: id }) }),
		// A bank does not ask its staff whether the bank may know their number.
		loadExistingGrant: async ({ oidc }) => {
			const grant = new oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: oidc.session?.accountId ?? "" });
			grant.addOIDCScope("openid profile");
			await grant.save();
			return grant;
		},
	});
	server.on("request", provider.callback());
	const stop = async () => {
		await worker.stop();
		await closed(server);
	};
	return { url: worker.url, issuer, stop };
}

/** Adds an auditor by the API, as an operator of the demo. */
export async function addAuditor(url: string, staffId: string): Promise<void> {
	await asOperator(url, "POST", "/people", {
		staffId,
		name: { zh: "张伟", en: "Zhang Wei" },
		assignments: [{ role: "auditor", nodeId: "bank" }],
	});
}

export async function asOperator(url: string, method: string, path: string, body?: unknown, version?: number) {
	const json = { "Content-Type": "application/json" };
	const who = JSON.stringify({ kind: "staff", role: "head-office-operator" });
	const demo = { method: "POST", headers: json, body: who };
	const { token } = (await (await fetch(`${url}/api/demo/tokens`, demo)).json()) as { token: string };
	const match: Record<string, string> = version === undefined ? {} : { "If-Match": String(version) };
	const headers = { Authorization: `Bearer ${token}`, ...json, ...match };
	const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
	const response = await fetch(`${url}/api${path}`, init);
	if (!response.ok) throw new Error(await response.text());
}
