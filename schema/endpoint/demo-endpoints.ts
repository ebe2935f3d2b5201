import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import { DEMO, DEMO_TOKEN, SET_CLOCK } from "../../rules/routes/demo.ts";
import { ClockBody, DemoInfo, DemoToken, DemoTokenBody } from "../people/demo.ts";
import { AT_DOOR, AtBranch, type Endpoint, OF_BODY, WITH_BODY } from "./endpoint.ts";

/** The demo's own door: none of it exists unless demo mode is on. */
export const DEMO_ENDPOINTS = {
	demo: {
		...DEMO,
		permission: ROUTE_PERMISSIONS.demo,
		output: DemoInfo,
		demoOnly: true,
		problems: [...AT_DOOR, "demo-off"],
	},
	demoToken: {
		...DEMO_TOKEN,
		permission: ROUTE_PERMISSIONS.demoToken,
		body: DemoTokenBody,
		output: DemoToken,
		demoOnly: true,
		problems: [...AT_DOOR, ...OF_BODY, "demo-off", "not-ready"],
	},
	setClock: {
		...SET_CLOCK,
		permission: ROUTE_PERMISSIONS.setClock,
		params: AtBranch,
		body: ClockBody,
		output: z.object({ at: z.number().int(), speed: z.number() }),
		demoOnly: true,
		problems: [...WITH_BODY, "demo-off"],
	},
} as const satisfies Record<string, Endpoint>;
