/** Signing in through the bank's own identity provider; a browser opens both as pages. */

export const GO_TO_IDENTITY_PROVIDER = {
	name: "goToIdentityProvider",
	method: "GET",
	path: "/sign-in/identity-provider",
} as const;
export const COME_FROM_IDENTITY_PROVIDER = {
	name: "comeFromIdentityProvider",
	method: "GET",
	path: "/sign-in/identity-provider/callback",
} as const;
