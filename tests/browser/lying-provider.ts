import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { startLocalServer } from "../../scripts/serve/local-server.ts";
import { CALLBACK, closed, listening } from "./identity-provider-server.ts";

const CLIENT_ID = "tingtang";
const HOUR_SECONDS = 3_600;

type Keys = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

/** How one answer of the provider differs from an honest one. */
export type Lie = {
	readonly claims?: Readonly<Record<string, unknown>>;
	/** Signed by a key the provider has not published. */
	readonly foreignKey?: true;
	/** Not signed at all. */
	readonly unsigned?: true;
	/** No ID token in the answer. */
	readonly missing?: true;
	/** What the provider adds when it is shown the access token. */
	readonly profile?: Readonly<Record<string, string>>;
};

/** A provider whose every answer a test chooses, and a worker that trusts it. */
export async function startWithLyingProvider() {
	const { server, issuer } = await listening();
	const worker = await startLocalServer({
		vars: { IDENTITY_PROVIDER: JSON.stringify({ issuer, clientId: CLIENT_ID }) },
		pages: false,
	});
	const [own, foreign] = [1, 2].map(() => generateKeyPairSync("rsa", { modulusLength: 2_048 })) as [Keys, Keys];
	const keys = { keys: [{ ...own.publicKey.export({ format: "jwk" }), alg: "RS256", kid: "1", use: "sig" }] };
	let token = async (): Promise<string | undefined> => undefined;
	let profile: Readonly<Record<string, string>> = {};
	server.on("request", async (request, response) => {
		const endpoint = (path: string) => issuer + path;
		const answers: Record<string, () => unknown> = {
			"/.well-known/openid-configuration": () => ({
				issuer,
				authorization_endpoint: endpoint("/authorize"),
				token_endpoint: endpoint("/token"),
				jwks_uri: endpoint("/keys"),
				userinfo_endpoint: endpoint("/profile"),
			}),
			"/keys": () => keys,
			"/profile": () => profile,
			"/token": async () => ({ access_token: "a", token_type: "bearer", id_token: await token() }),
		};
		response.setHeader("Content-Type", "application/json");
		response.end(JSON.stringify((await answers[request.url ?? ""]?.()) ?? {}));
	});

	/** Sets out, and comes back with an answer that tells this lie; what the worker says to it. */
	async function signIn(staffId: string, lie: Lie = {}): Promise<{ status: number; signedIn: boolean }> {
		const start = await fetch(`${worker.directUrl}/api/sign-in/identity-provider`, { redirect: "manual" });
		const asked = new URL(start.headers.get("Location") ?? "");
		const cookie = start.headers.get("Set-Cookie")?.split(";")[0] ?? "";
		const now = Math.floor(Date.now() / 1000);
		const claims = {
			...{ iss: issuer, aud: CLIENT_ID, sub: staffId, preferred_username: staffId, iat: now, exp: now + HOUR_SECONDS },
			nonce: asked.searchParams.get("nonce"),
			...lie.claims,
		};
		token = async () =>
			lie.missing
				? undefined
				: lie.unsigned
					? `${unsigned({ alg: "none" }, claims)}.`
					: signed(claims, (lie.foreignKey ? foreign : own).privateKey);
		profile = { sub: staffId, ...lie.profile };
		const back = new URL(worker.directUrl + CALLBACK);
		back.searchParams.set("code", "a-code");
		back.searchParams.set("state", asked.searchParams.get("state") ?? "");
		const answer = await fetch(back, { headers: { Cookie: cookie }, redirect: "manual" });
		const cookies = answer.headers.getSetCookie();
		return { status: answer.status, signedIn: cookies.some((each) => each.startsWith("__Host-tingtang=s.")) };
	}

	const stop = async () => {
		await worker.stop();
		await closed(server);
	};
	return { url: worker.directUrl, signIn, stop };
}

function signed(claims: object, key: KeyObject): string {
	const text = unsigned({ alg: "RS256", kid: "1" }, claims);
	return `${text}.${sign("RSA-SHA256", Buffer.from(text), key).toString("base64url")}`;
}

function unsigned(header: object, claims: object): string {
	return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
}
