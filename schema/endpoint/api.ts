import type * as z from "zod";
import { BRANCH_ENDPOINTS } from "./branch-endpoints.ts";
import { CASE_ENDPOINTS } from "./case-endpoints.ts";
import { CONFIGURATION_ENDPOINTS } from "./configuration-endpoints.ts";
import { DEMO_ENDPOINTS } from "./demo-endpoints.ts";
import { DEVICE_ENDPOINTS } from "./device-endpoints.ts";
import type { Endpoint } from "./endpoint.ts";
import { FORECAST_ENDPOINTS } from "./forecast-endpoint.ts";
import { IDENTITY_PROVIDER_ENDPOINTS } from "./identity-provider-endpoints.ts";
import { LEDGER_ENDPOINTS } from "./ledger-endpoints.ts";
import { PEOPLE_ENDPOINTS } from "./people-endpoints.ts";
import { PRIVACY_ENDPOINTS } from "./privacy-endpoints.ts";
import { RESTORE_ENDPOINTS } from "./restore-endpoints.ts";
import { SERVICE_ACCOUNT_ENDPOINTS } from "./service-account-endpoints.ts";
import { SESSION_ENDPOINTS } from "./session-endpoints.ts";

/** Every endpoint there is. */
export const ENDPOINTS = {
	...BRANCH_ENDPOINTS,
	...FORECAST_ENDPOINTS,
	...SESSION_ENDPOINTS,
	...IDENTITY_PROVIDER_ENDPOINTS,
	...PEOPLE_ENDPOINTS,
	...DEVICE_ENDPOINTS,
	...SERVICE_ACCOUNT_ENDPOINTS,
	...LEDGER_ENDPOINTS,
	...PRIVACY_ENDPOINTS,
	...RESTORE_ENDPOINTS,
	...CASE_ENDPOINTS,
	...CONFIGURATION_ENDPOINTS,
	...DEMO_ENDPOINTS,
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;
export type Input<Name extends EndpointName> = {
	params: (typeof ENDPOINTS)[Name] extends { params: infer P extends z.ZodType } ? z.input<P> : undefined;
	query: (typeof ENDPOINTS)[Name] extends { query: infer Q extends z.ZodType } ? z.input<Q> : undefined;
	body: (typeof ENDPOINTS)[Name] extends { body: infer B extends z.ZodType } ? z.input<B> : undefined;
};
export type Output<Name extends EndpointName> = (typeof ENDPOINTS)[Name] extends { output: infer O extends z.ZodType }
	? z.output<O>
	: never;
