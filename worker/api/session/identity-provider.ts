import * as oauth from "oauth4webapi";
import { API_ROOT } from "../../../rules/api-root.ts";
import { COME_FROM_IDENTITY_PROVIDER } from "../../../rules/routes/identity-provider.ts";
import { StaffId } from "../../../schema/ids.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import { holderOf } from "../door/holder-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { sessionCookie } from "../door/session-cookie.ts";
import { type IdentityProviderSettings, identityProviderOf, isLocal } from "./identity-provider-settings.ts";
import { endedTripCookie, ownPage, type Trip, tripCookie, tripOf } from "./identity-provider-trip.ts";
import { signedInOnRecord } from "./sign-in-record.ts";
import { enter } from "./stranger-gate.ts";
import { userAgentLabel } from "./user-agent-label.ts";

const CALLBACK = API_ROOT + COME_FROM_IDENTITY_PROVIDER.path;
/** What the provider says of itself is asked for again after this. */
const DISCOVERY_KEEP_MS = 600_000;
const ANSWER_TIMEOUT_MS = 10_000;

type Discovered = {
	readonly server: oauth.AuthorizationServer;
	readonly keys: oauth.JWKSCacheInput;
	readonly askedAt: number;
};
const discovered = new Map<string, Discovered>();

export const goToIdentityProvider: Handler<"goToIdentityProvider"> = async ({ env, request, query, now }) => {
	const settings = identityProviderOf(env);
	if (settings === null) return new Refused("identity-provider-off");
	const { origin } = new URL(request.url);
	const next = ownPage(query.next, origin);
	const entry = enter("identity-provider", request, env, now);
	if (entry.waitMs > 0) return failed(request, next, "too-many-requests", "too many tries that came to nothing");
	try {
		const { server } = await discover(settings, now);
		entry.giveBack();
		const trip = newTrip(next);
		const address = await authorizationUrl(server, settings, trip, origin);
		return redirect(address, [tripCookie(trip)]);
	} catch (error) {
		return failed(request, next, "not-ready", error);
	}
};

export const comeFromIdentityProvider: Handler<"comeFromIdentityProvider"> = async ({
	env,
	request,
	requestId,
	now,
}) => {
	const settings = identityProviderOf(env);
	if (settings === null) return new Refused("identity-provider-off");
	const trip = tripOf(request);
	const { origin } = new URL(request.url);
	if (trip === null) return failed(request, "/", "identity-provider-failed", "nobody set out from this browser");
	const next = ownPage(trip.next, origin);
	// The trip may be of a stranger's own making: what comes of it costs a question to the provider.
	const entry = enter("identity-provider", request, env, now);
	if (entry.waitMs > 0) return failed(request, next, "too-many-requests", "too many tries that came to nothing");
	try {
		const staffId = await provenStaffId(settings, trip, new URL(request.url), now);
		entry.giveBack();
		if (staffId === null) return failed(request, next, "identity-provider-failed", "no staff number in the token");
		const device = userAgentLabel(request);
		const opened = await holderOf(env, "staff", staffId).signInByIdentityProvider({ label: device });
		if (!opened.ok) return failed(request, next, opened.code, "not a person who may sign in");
		const { token, expiresAt } = opened.value;
		const circumstances = { env, requestId, now, method: "identity-provider", device } as const;
		const unwritten = await signedInOnRecord(token, circumstances);
		if (unwritten !== null) return failed(request, next, unwritten.code, "not on record");
		// The page is a static file that needs no cookie; what it asks for afterwards comes from our own site, so the
		// session's Strict cookie goes along although this journey began at another one.
		return redirect(next, [sessionCookie(token, expiresAt - now), endedTripCookie()]);
	} catch (error) {
		return failed(request, next, isRefusal(error) ? "identity-provider-failed" : "not-ready", error);
	}
};

function newTrip(next: string): Trip {
	return {
		state: oauth.generateRandomState(),
		nonce: oauth.generateRandomNonce(),
		verifier: oauth.generateRandomCodeVerifier(),
		next,
	};
}

async function authorizationUrl(
	server: oauth.AuthorizationServer,
	settings: IdentityProviderSettings,
	trip: Trip,
	origin: string,
): Promise<string> {
	if (server.authorization_endpoint === undefined) throw new Error("the provider names no place to sign in");
	const url = new URL(server.authorization_endpoint);
	const challenge = await oauth.calculatePKCECodeChallenge(trip.verifier);
	for (const [name, value] of Object.entries({
		client_id: settings.clientId,
		redirect_uri: origin + CALLBACK,
		response_type: "code",
		scope: settings.scope,
		state: trip.state,
		nonce: trip.nonce,
		code_challenge: challenge,
		code_challenge_method: "S256",
	})) {
		url.searchParams.set(name, value);
	}
	return url.href;
}

/** The staff number the provider vouches for: state, issuer, code, PKCE, audience, nonce, times and signature all hold. */
async function provenStaffId(
	settings: IdentityProviderSettings,
	trip: Trip,
	callback: URL,
	now: number,
): Promise<string | null> {
	const { server, keys } = await discover(settings, now);
	const client: oauth.Client = { client_id: settings.clientId };
	const answer = oauth.validateAuthResponse(server, client, callback, trip.state);
	const proof = clientProof(server, settings);
	const options = optionsFor(settings);
	const redirectUri = callback.origin + CALLBACK;
	const response = await oauth.authorizationCodeGrantRequest(
		...([server, client, proof, answer, redirectUri, trip.verifier, options] as const),
	);
	const rules = { expectedNonce: trip.nonce, requireIdToken: true };
	const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, rules);
	// Without this the library trusts the connection the token came over, and not its signature.
	await oauth.validateApplicationLevelSignature(server, response, { ...options, [oauth.jwksCache]: keys });
	const claims = oauth.getValidatedIdTokenClaims(tokens);
	let claim = claims?.[settings.staffIdClaim];
	if (claim === undefined && claims !== undefined && server.userinfo_endpoint !== undefined) {
		// A strict provider keeps a profile out of the token and hands it over when it is shown the access token.
		const profile = await oauth.userInfoRequest(server, client, tokens.access_token, options);
		claim = (await oauth.processUserInfoResponse(server, client, claims.sub, profile))[settings.staffIdClaim];
	}
	const staffId = StaffId.safeParse(typeof claim === "string" ? claim.trim().toLowerCase() : null);
	return staffId.success ? staffId.data : null;
}

function clientProof(server: oauth.AuthorizationServer, { clientSecret }: IdentityProviderSettings): oauth.ClientAuth {
	if (clientSecret === undefined) return oauth.None();
	const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
	const basic = methods.includes("client_secret_basic");
	return basic ? oauth.ClientSecretBasic(clientSecret) : oauth.ClientSecretPost(clientSecret);
}

async function discover(settings: IdentityProviderSettings, now: number): Promise<Discovered> {
	const known = discovered.get(settings.issuer);
	if (known !== undefined && Math.abs(now - known.askedAt) < DISCOVERY_KEEP_MS) return known;
	const issuer = new URL(settings.issuer);
	const response = await oauth.discoveryRequest(issuer, { algorithm: "oidc", ...optionsFor(settings) });
	const server = await oauth.processDiscoveryResponse(issuer, response);
	const fresh = { server, keys: {}, askedAt: now };
	discovered.set(settings.issuer, fresh);
	return fresh;
}

function optionsFor({ issuer }: IdentityProviderSettings) {
	return {
		[oauth.allowInsecureRequests]: isLocal(issuer),
		signal: () => AbortSignal.timeout(ANSWER_TIMEOUT_MS),
	};
}

/** Whether the provider, or a check of what it said, refused; anything else is a connection that failed. */
function isRefusal(error: unknown): boolean {
	return [
		oauth.AuthorizationResponseError,
		oauth.ResponseBodyError,
		oauth.WWWAuthenticateChallengeError,
		oauth.OperationProcessingError,
	].some((kind) => error instanceof kind);
}

/** A person is brought back to the page they wanted, which says what went wrong; a program gets the problem itself. */
function failed(request: Request, next: string, code: ProblemCode, reason: unknown): Response | Refused {
	const why = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
	console.warn(JSON.stringify({ message: "signing in through the identity provider failed", code, why }));
	if (request.headers.get("Sec-Fetch-Mode") !== "navigate") return new Refused(code);
	const page = new URL(next, request.url);
	page.searchParams.set("problem", code);
	return redirect(page.pathname + page.search + page.hash, [endedTripCookie()]);
}

function redirect(address: string, cookies: readonly string[]): Response {
	const headers = new Headers({ Location: address, "Cache-Control": "no-store" });
	for (const cookie of cookies) headers.append("Set-Cookie", cookie);
	return new Response(null, { status: 303, headers });
}
