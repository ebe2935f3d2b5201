import { beforeAll, describe, it } from "vitest";
import { z } from "zod";
import { ENDPOINTS, type EndpointName } from "../../../schema/endpoint/api.ts";
import { bodyMaxBytes } from "../../../schema/endpoint/body-limit.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import { Command } from "../../../schema/hall/command.ts";
import { BODY_MAX_BYTES } from "../../../schema/limits.ts";
import { Problem } from "../../../schema/problem.ts";
import { aBranch } from "../../branch/a-branch.ts";
import { escaped, largestOf } from "../../schema/largest-value.ts";
import { allowedActor, initOf, pathOf } from "../any-call.ts";
import { bearer, call, staffAt } from "../callers.ts";

const bodied = (Object.entries(ENDPOINTS) as [EndpointName, Endpoint][]).filter(([, { body }]) => body !== undefined);
const LONG = ["configure", "change-staff"];
const short = Command.options.filter(({ shape }) => !LONG.includes(shape.type.value));

/** With its length said beforehand, or as a stream whose end nobody knows. */
const WAYS: readonly ((text: string) => BodyInit)[] = [(text) => text, (text) => new Blob([text]).stream()];
const UNREAD = ["unsupported-media-type", "body-too-large", "malformed-body", "invalid-input"];

describe("the largest body that its schema takes", () => {
	let branchId = "";
	beforeAll(async () => {
		branchId = (await aBranch()).branchId;
	});

	async function codeOf(endpoint: Endpoint, headers: Record<string, string>, body: BodyInit): Promise<string> {
		const response = await call(pathOf(endpoint, branchId), initOf(endpoint, headers, body));
		const { success, data } = Problem.safeParse(await response.json());
		return success ? data.code : "done";
	}

	it.for(bodied)(
		"[DOOR-8] %s is read to its last byte, and not one byte more",
		async ([name, endpoint], { expect }) => {
			const headers = await bearer(allowedActor(endpoint.longBody ?? endpoint.permission, branchId));
			const body = JSON.stringify(largestOf(endpoint.body ?? z.never()));
			const limit = bodyMaxBytes(name, true);
			expect(UNREAD).not.toContain(await codeOf(endpoint, headers, body));
			const full = escaped(body).padEnd(limit);
			for (const sent of WAYS) {
				expect(UNREAD).not.toContain(await codeOf(endpoint, headers, sent(full)));
				expect(await codeOf(endpoint, headers, sent(`${full} `))).toBe("body-too-large");
			}
		},
	);

	it.for(short.map((option) => [option.shape.type.value, option] as const))(
		"[DOOR-8] of the command %s is read also of who may send no configuration",
		async ([, option], { expect }) => {
			const headers = await bearer(staffAt("lobby-manager", branchId));
			const expectation = largestOf(ENDPOINTS.sendCommand.body.shape.expect);
			const body = escaped(JSON.stringify({ command: largestOf(option), expect: expectation }));
			expect(UNREAD).not.toContain(await codeOf(ENDPOINTS.sendCommand, headers, body));
			expect(await codeOf(ENDPOINTS.sendCommand, headers, body.padEnd(BODY_MAX_BYTES + 1))).toBe("body-too-large");
		},
	);
});
