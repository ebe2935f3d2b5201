import { BODY_MAX_BYTES } from "../limits.ts";
import { ENDPOINTS, type EndpointName } from "./api.ts";
import type { Endpoint } from "./endpoint.ts";
import { LARGEST_BODIES } from "./largest-bodies.ts";

/** Room for white space, and for what a client of tomorrow adds. */
const SPARE_BYTES = 4_096;

/**
 * How much of a body an endpoint reads: its largest valid one, however it is escaped. Who lacks the right to send a long
 * one (`longBody`) is read no further than any short body goes.
 */
export function bodyMaxBytes(name: EndpointName, mayBeLong: boolean): number {
	const { longBody }: Endpoint = ENDPOINTS[name];
	const largest = LARGEST_BODIES[name];
	if (largest === undefined) return 0;
	const limit = SPARE_BYTES + largest;
	return longBody === undefined || mayBeLong ? limit : Math.min(limit, BODY_MAX_BYTES);
}
