import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import * as actor from "../../schema/actor.ts";
import * as customer from "../../schema/customer/customer.ts";
import * as referral from "../../schema/customer/referral.ts";
import * as api from "../../schema/endpoint/api.ts";
import type { Endpoint } from "../../schema/endpoint/endpoint.ts";
import * as command from "../../schema/hall/command.ts";
import * as configuration from "../../schema/hall/configuration.ts";
import * as event from "../../schema/hall/event.ts";
import * as protocol from "../../schema/hall/protocol.ts";
import * as report from "../../schema/hall/report.ts";
import * as ticket from "../../schema/hall/ticket.ts";
import * as view from "../../schema/hall/view.ts";
import * as ids from "../../schema/ids.ts";
import * as demo from "../../schema/people/demo.ts";
import * as device from "../../schema/people/device.ts";
import * as problem from "../../schema/problem.ts";
import { count } from "../counts.ts";
import { seedOf } from "../domain/seed.ts";
import { anyOf } from "./any-of.ts";

const MODULES = {
	actor,
	command,
	configuration,
	customer,
	demo,
	device,
	event,
	ids,
	problem,
	protocol,
	referral,
	report,
	ticket,
	view,
};

type Named = [name: string, schema: z.ZodType];
const exported = Object.entries({ ...MODULES, api }).flatMap(([file, module]) =>
	Object.entries(module)
		.filter((entry): entry is Named => entry[1] instanceof z.ZodType)
		.map(([name, schema]): Named => [`${file}.ts ${name}`, schema]),
);
const answered = Object.entries(api.ENDPOINTS as Record<string, Endpoint>).flatMap(([name, { output, body }]) => [
	...(output === undefined ? [] : [[`${name} output`, output] satisfies Named]),
	...(body === undefined ? [] : [[`${name} body`, body] satisfies Named]),
]);
const SCHEMAS: Named[] = [...exported, ...answered];
/** Their values are made by one superordinate schema or describe text of the URL, which is not JSON. */
const FROM_THE_URL = new Set(["protocol.ts Handshake"]);

describe("every schema of a wire", () => {
	const seed = seedOf("round trips");

	it.each(SCHEMAS.filter(([name]) => !FROM_THE_URL.has(name)))(
		"[DOOR-4] %s takes what its JSON Schema describes, and it comes back from text as it went in",
		(_, schema) => {
			const property = fc.property(anyOf(schema), (value) => {
				const once = schema.parse(value);
				expect(schema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
				expect(once).toEqual(value);
			});
			fc.assert(property, { seed, numRuns: count(20, 200) });
		},
	);

	it.each(SCHEMAS)(
		"[DOOR-6] %s refuses what it is not, without throwing anything but its own list of faults",
		(_, schema) => {
			fc.assert(
				fc.property(fc.anything(), (value) => {
					const parsed = schema.safeParse(value);
					expect(parsed.success || parsed.error.issues.length > 0).toBe(true);
				}),
				{ seed, numRuns: count(20, 200) },
			);
		},
	);

	it("[LIVE-8] what may be said to a branch has no room for anything unknown", () => {
		for (const schema of [...command.Command.options, ...protocol.ClientFrame.options]) {
			fc.assert(
				fc.property(anyOf(schema as z.ZodType<object>), (value) => {
					expect(schema.safeParse({ ...value, link: "x" }).success).toBe(false);
				}),
				{ seed, numRuns: 5 },
			);
		}
	});

	it("[LIVE-4] the handshake is text of a URL: numbers come as digits", () => {
		const query = { protocol: "2", audience: "staff", epoch: "17", seq: "4" };
		expect(protocol.Handshake.parse(query)).toEqual({ protocol: 2, audience: "staff", epoch: 17, seq: 4 });
		for (const faulty of [{}, { protocol: "two", audience: "staff" }, { protocol: "2", audience: "thief" }]) {
			expect(protocol.Handshake.safeParse(faulty).success).toBe(false);
		}
	});
});
