import * as z from "zod";
import type { Env } from "../../platform/env.ts";

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

const Settings = z.strictObject({
	/** Its address, exactly as its own discovery document names it; `http:` only on this machine. */
	issuer: z.url().refine((issuer) => issuer.startsWith("https://") || isLocal(issuer), { message: "https, please" }),
	clientId: z.string().min(1),
	/** Absent: a public client, for which PKCE alone vouches. */
	clientSecret: z.string().min(1).optional(),
	/** The claim of the ID token that carries the staff number. */
	staffIdClaim: z.string().min(1).default("preferred_username"),
	scope: z.string().default("openid profile"),
});
export type IdentityProviderSettings = z.infer<typeof Settings>;

/** What the bank's identity provider is and how we are known there; null when none is connected. */
export function identityProviderOf(env: Env): IdentityProviderSettings | null {
	const text = env.IDENTITY_PROVIDER ?? "";
	if (text === "") return null;
	try {
		return Settings.parse(JSON.parse(text));
	} catch (error) {
		// Neither the text nor what stands in it goes into a log: it holds a secret.
		const at = error instanceof z.ZodError ? error.issues.map(({ path }) => path.join(".")) : "not JSON";
		console.error(JSON.stringify({ message: "IDENTITY_PROVIDER cannot be used", at }));
		return null;
	}
}

/** Whether an address is on this machine, where nobody can listen in between. */
export function isLocal(address: string): boolean {
	const url = URL.parse(address);
	return url !== null && url.protocol === "http:" && LOCAL_HOSTS.includes(url.hostname);
}
