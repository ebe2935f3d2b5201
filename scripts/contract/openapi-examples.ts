import type { EndpointName } from "../../schema/endpoint/api.ts";
import { ACCESS_EXAMPLES } from "./examples/access-examples.ts";
import { BRANCH_EXAMPLES } from "./examples/branch-examples.ts";
import { DEVICE_EXAMPLES } from "./examples/device-examples.ts";
import type { Examples } from "./examples/example.ts";
import { RECORD_EXAMPLES } from "./examples/record-examples.ts";

/** Whole calls for whoever begins: every body has one, and each is what its endpoint's schema allows, as a test proves. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
	...ACCESS_EXAMPLES,
	...DEVICE_EXAMPLES,
	...BRANCH_EXAMPLES,
	...RECORD_EXAMPLES,
} satisfies Partial<Record<EndpointName, Examples>>;
