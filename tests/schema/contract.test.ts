import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { ENDPOINTS } from "../../schema/endpoint/api.ts";
import { AT_DOOR, COMMON, type Endpoint, OF_BODY } from "../../schema/endpoint/endpoint.ts";
import { ClientFrame, ServerFrame } from "../../schema/hall/protocol.ts";
import { PROBLEMS, type ProblemCode } from "../../schema/problem.ts";
import { asyncApiDocument } from "../../scripts/contract/asyncapi.ts";
import { openApiDocument } from "../../scripts/contract/openapi.ts";
import { EXAMPLES } from "../../scripts/contract/openapi-examples.ts";

/** A gateway or a generator that reads the document at each start should not wait for it. */
const OPENAPI_MAX_CHARS = 380_000;

type Operation = {
	tags: string[];
	security: Record<string, string[]>[];
	parameters?: { in: string; name: string; required?: boolean }[];
	responses: Record<string, object>;
};

const document = openApiDocument();
const operations = Object.values(document.paths ?? {}).flatMap((item) =>
	Object.values(item as Record<string, Operation & { operationId: string }>),
);
const operationOf = (name: string) => operations.find(({ operationId }) => operationId === name);
const headersOf = (name: string) =>
	(operationOf(name)?.parameters ?? [])
		.filter((each) => each.in === "header")
		.map((each) => [each.name, each.required]);

/** Every reference in a document points at something in it. */
function danglingIn(whole: object): string[] {
	const pointers = [...JSON.stringify(whole).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = ""]) => pointer);
	const found = (pointer: string) =>
		pointer
			.split("/")
			.slice(1)
			.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], whole);
	return pointers.filter((pointer) => found(pointer) === undefined);
}

describe("the OpenAPI document", () => {
	it("[DOOR-4] says each thing once, by its name", () => {
		const text = JSON.stringify(document);
		expect(text.length).toBeLessThan(OPENAPI_MAX_CHARS);
		expect(danglingIn(document)).toEqual([]);
		expect(text.match(/"titleEn":\{/g)).toHaveLength(1);
		expect(Object.keys(document.components.schemas)).toEqual(
			expect.arrayContaining(["Problem", "Person", "Command", "IssueTicket", "BranchConfiguration"]),
		);
	});

	it("[DOOR-4] names the headers without which a call is refused", () => {
		for (const [name, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
			const needed = [
				...(endpoint.idempotent ? [["Idempotency-Key", true]] : []),
				...(endpoint.versioned ? [["If-Match", true]] : []),
			];
			expect([name, headersOf(name).filter(([, required]) => required)]).toEqual([name, needed]);
		}
		expect(Object.values<Endpoint>(ENDPOINTS).filter(({ versioned }) => versioned).length).toBeGreaterThanOrEqual(5);
	});

	it("[DOOR-4] has a place, a way in and every refusal for each endpoint", () => {
		expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(ENDPOINTS).sort());
		for (const { operationId, tags, security, responses } of operations) {
			expect([operationId, tags.length]).toEqual([operationId, 1]);
			expect(Object.keys(responses)).toEqual(expect.arrayContaining(["405", "500"]));
			const isPublic = (ENDPOINTS as Record<string, Endpoint>)[operationId]?.permission === "public";
			expect([operationId, security.some((way) => "cookie" in way)]).toEqual([operationId, !isPublic]);
		}
		expect(document.servers).toHaveLength(1);
	});

	it("[DOOR-14] names whatever the door itself may say before an endpoint is asked", () => {
		for (const [name, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
			const { permission, params, query, body, idempotent, versioned, demoOnly } = endpoint;
			const said: readonly ProblemCode[] = [
				...AT_DOOR,
				...(permission === "public" ? [] : COMMON),
				...(params || query ? (["invalid-input"] as const) : []),
				...(body ? OF_BODY : []),
				...(idempotent ? (["idempotency-key-missing", "invalid-input"] as const) : []),
				...(versioned ? (["version-missing", "invalid-input"] as const) : []),
				...(demoOnly ? (["demo-off"] as const) : []),
			];
			expect([name, said.filter((code) => !endpoint.problems.includes(code))]).toEqual([name, []]);
			const described = operationOf(name)?.responses ?? {};
			expect(Object.keys(described)).toEqual(expect.arrayContaining(said.map((code) => String(PROBLEMS[code][0]))));
		}
	});

	it("[DOOR-4] calls an id by its own name, not by that of another thing", () => {
		const text = JSON.stringify(operationOf("changePerson")?.parameters);
		expect(text).not.toContain("DeviceId");
	});

	it("[DOOR-4] tells a command by its type", () => {
		const command = document.components.schemas.Command as {
			discriminator?: { propertyName: string; mapping: object };
		};
		expect(command.discriminator?.propertyName).toBe("type");
		expect(command.discriminator?.mapping).toHaveProperty("issue-ticket", "#/components/schemas/IssueTicket");
	});

	it("[DOOR-4] tells which of three or more things one is by one field, wherever a choice stands", () => {
		const untold: string[] = [];
		let told = 0;
		JSON.stringify(document, (key, value: { oneOf?: unknown[]; anyOf?: unknown[]; discriminator?: object } | null) => {
			if ((value?.oneOf ?? value?.anyOf ?? []).length < 3) return value;
			if (value?.discriminator === undefined) untold.push(`${key}: ${JSON.stringify(value).slice(0, 200)}`);
			else told += 1;
			return value;
		});
		expect(untold).toEqual([]);
		expect(told).toBeGreaterThanOrEqual(8);
	});

	it("[DOOR-4] gives an example for every body, and only what the door would take", () => {
		const bodied = Object.entries<Endpoint>(ENDPOINTS).filter(([, { body }]) => body !== undefined);
		expect(bodied.filter(([name]) => EXAMPLES[name]?.body === undefined).map(([name]) => name)).toEqual([]);
		for (const [name, { body = {}, answer = {} }] of Object.entries(EXAMPLES)) {
			const endpoint = (ENDPOINTS as Record<string, Endpoint>)[name];
			for (const [schema, given] of [
				[endpoint?.body, body],
				[endpoint?.output, answer],
			] as const) {
				for (const { summary, value } of Object.values(given)) {
					expect([name, summary, schema?.safeParse(value).error?.issues]).toEqual([name, summary, undefined]);
				}
			}
		}
	});
});

describe("the AsyncAPI document", () => {
	const live = asyncApiDocument();
	const messages = Object.keys(live.components.messages);

	it("[DOOR-4] describes every frame that either side may say", () => {
		expect(danglingIn(live)).toEqual([]);
		const frames = (union: { options: readonly z.ZodObject[] }) =>
			union.options.map(({ shape }) => (shape.type as z.ZodLiteral<string>).value);
		const named = Object.values(live.components.messages).flatMap((message) =>
			"name" in message ? [message.name] : [],
		);
		expect(named.sort()).toEqual([...frames(ClientFrame), ...frames(ServerFrame)].sort());
		const said = Object.values(live.operations).flatMap((operation) => operation.messages.map(({ $ref }) => $ref));
		expect(said.map((ref) => ref.split("/").at(-1)).sort()).toEqual(messages.sort());
	});

	it("[DOOR-4] means one thing by one name, whichever side says it", () => {
		const { schemas } = live.components as unknown as { schemas: Record<string, { properties: object }> };
		expect(schemas.CommandMessage?.properties).toHaveProperty("commandId");
		expect(schemas.AnswerFrame?.properties).toHaveProperty("answer");
		expect(schemas.ViewFrame?.properties).toHaveProperty("collections");
		expect(schemas).toHaveProperty("IssueTicket");
		expect(schemas).toHaveProperty("StaffView");
	});
});
