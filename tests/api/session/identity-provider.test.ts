import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { Problem } from "../../../schema/problem.ts";
import { createApp } from "../../../worker/api/app.ts";

async function ask(path: string, settings?: unknown) {
	const text = typeof settings === "string" ? settings : JSON.stringify(settings);
	const own = settings === undefined ? {} : { IDENTITY_PROVIDER: text };
	const response = await createApp().request(`http://tingtang.test/api/sign-in/${path}`, {}, { ...env, ...own });
	return Problem.parse(await response.json()).code;
}

const PROVIDER = { issuer: "https://sso.bank.example", clientId: "tingtang" };

describe("the bank's identity provider", () => {
	it.for([
		["not set", undefined],
		["empty", ""],
		["not JSON", "{"],
		["without a client", { issuer: PROVIDER.issuer }],
		["with a field too many", { ...PROVIDER, clientID: "x" }],
		["without TLS", { ...PROVIDER, issuer: "http://sso.bank.example" }],
		["without TLS, with a name like ours", { ...PROVIDER, issuer: "http://localhost.evil.example" }],
		["no address", { ...PROVIDER, issuer: "sso" }],
	] as const)("[PPL-12] %s, is off, and nobody is sent anywhere", async ([, settings], { expect }) => {
		expect(await ask("identity-provider", settings)).toBe("identity-provider-off");
		expect(await ask("identity-provider/callback?code=a&state=b", settings)).toBe("identity-provider-off");
	});

	it("[PPL-12] that does not answer is told from one that refuses", async ({ expect }) => {
		const nobody = { ...PROVIDER, issuer: "http://127.0.0.1:9" };
		expect(await ask("identity-provider", nobody)).toBe("not-ready");
		expect(await ask("identity-provider/callback?code=a&state=b", nobody)).toBe("identity-provider-failed");
	});
});
