import { afterAll, beforeAll, describe, it } from "vitest";
import { addAuditor } from "../identity-provider-server.ts";
import { type Lie, startWithLyingProvider } from "../lying-provider.ts";

const LONG_AGO_SECONDS = 1_000_000_000;

describe("what an identity provider says", () => {
	let system: Awaited<ReturnType<typeof startWithLyingProvider>>;
	beforeAll(async () => {
		system = await startWithLyingProvider();
		await addAuditor(system.url, "lied-about");
	});
	afterAll(() => system.stop());

	it("[PPL-12] is believed when everything holds", async ({ expect }) => {
		expect(await system.signIn("lied-about")).toEqual({ status: 303, signedIn: true });
	});

	it("[PPL-12] is asked for when the token itself does not carry the staff number", async ({ expect }) => {
		const claims = { preferred_username: undefined };
		const honest = { claims, profile: { preferred_username: "lied-about" } };
		expect(await system.signIn("lied-about", honest)).toEqual({ status: 303, signedIn: true });
	});

	const NO_NUMBER = { preferred_username: undefined };
	const lies: [string, Lie][] = [
		["a signature of another key", { foreignKey: true }],
		["no signature", { unsigned: true }],
		["no token", { missing: true }],
		["another nonce", { claims: { nonce: "n".repeat(43) } }],
		["another issuer", { claims: { iss: "https://evil.example" } }],
		["another audience", { claims: { aud: "another-client" } }],
		["a token that is over", { claims: { exp: LONG_AGO_SECONDS } }],
		["no staff number", { claims: NO_NUMBER }],
		["the profile of another", { claims: NO_NUMBER, profile: { sub: "x", preferred_username: "lied-about" } }],
		["a staff number that is none", { claims: { preferred_username: { toString: "lied-about" } } }],
		["somebody the bank does not know", { claims: { preferred_username: "somebody-else" } }],
	];
	it.for(lies)("[PPL-12] is refused with %s", async ([, lie], { expect }) => {
		expect(await system.signIn("lied-about", lie)).toEqual({ status: 401, signedIn: false });
	});
});
