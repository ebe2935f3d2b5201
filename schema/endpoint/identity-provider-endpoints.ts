import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import { COME_FROM_IDENTITY_PROVIDER, GO_TO_IDENTITY_PROVIDER } from "../../rules/routes/identity-provider.ts";
import { AT_DOOR, type Endpoint } from "./endpoint.ts";

const PROBLEMS = [
	"identity-provider-off",
	"identity-provider-failed",
	...AT_DOOR,
	"invalid-input",
	"not-ready",
] as const;

/** Signing in through the bank's own identity provider; a browser opens both as pages. */
export const IDENTITY_PROVIDER_ENDPOINTS = {
	goToIdentityProvider: {
		...GO_TO_IDENTITY_PROVIDER,
		permission: ROUTE_PERMISSIONS.goToIdentityProvider,
		query: z.object({
			/** The page of this system to come back to. */
			next: z.string().max(500).default("/"),
		}),
		redirects: true,
		problems: PROBLEMS,
	},
	comeFromIdentityProvider: {
		...COME_FROM_IDENTITY_PROVIDER,
		permission: ROUTE_PERMISSIONS.comeFromIdentityProvider,
		query: z.object({
			code: z.string().max(4_000).optional(),
			state: z.string().max(200).optional(),
			iss: z.string().max(500).optional(),
			error: z.string().max(200).optional(),
		}),
		redirects: true,
		problems: PROBLEMS,
	},
} as const satisfies Record<string, Endpoint>;
