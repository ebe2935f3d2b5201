import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, it } from "vitest";
import { ENDPOINTS, type EndpointName } from "../../../schema/endpoint/api.ts";
import { bodyMaxBytes } from "../../../schema/endpoint/body-limit.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import { Problem } from "../../../schema/problem.ts";
import { aBranch } from "../../branch/a-branch.ts";
import { allowedActor, initOf, pathOf } from "../any-call.ts";
import { AUDITOR, bearer, call, OPERATOR, token } from "../callers.ts";

const table = Object.entries(ENDPOINTS) as [EndpointName, Endpoint][];
const guarded = table.filter(([, endpoint]) => endpoint.permission !== "public");
const upgrades = (endpoint: Endpoint) => endpoint.output === undefined;

async function problemOf(response: Response): Promise<Problem> {
	return Problem.parse(await response.json());
}

describe("every endpoint of the table", () => {
	let branchId = "";
	beforeAll(async () => {
		branchId = (await aBranch()).branchId;
	});

	it.for(guarded)("[DOOR-1] %s refuses a stranger, a forged and an expired token", async ([, endpoint], { expect }) => {
		const path = pathOf(endpoint, branchId);
		const real = await token(OPERATOR);
		const forged = `${real.slice(0, -22)}${"A".repeat(22)}`;
		const expired = await token(OPERATOR, -1);
		for (const [headers, code] of [
			[{}, "not-signed-in"],
			[{ Authorization: "Bearer nonsense" }, "not-signed-in"],
			[{ Authorization: `Bearer ${forged}` }, "session-expired"],
			[{ Authorization: `Bearer ${expired}` }, "session-expired"],
		] as [Record<string, string>, string][]) {
			const response = await call(path, initOf(endpoint, headers));
			expect(response.status).toBe(401);
			expect((await problemOf(response)).code).toBe(code);
		}
	});

	const bodied = table.filter(([, endpoint]) => endpoint.body !== undefined);
	it.for(bodied)(
		"[DOOR-2] %s answers a malformed or oversized body with what to do",
		async ([name, endpoint], { expect }) => {
			const headers = await bearer(allowedActor(endpoint.permission, branchId));
			const path = pathOf(endpoint, branchId);
			for (const [body, status] of [
				["{", 400],
				["", 400],
				["null", 422],
				["[]", 422],
				['{"type":7}', 422],
				["x".repeat(bodyMaxBytes(name, true) + 1), 413],
			] as [string, number][]) {
				const response = await call(path, initOf(endpoint, headers, body));
				expect([body.slice(0, 20), response.status]).toEqual([body.slice(0, 20), status]);
				const problem = await problemOf(response);
				expect(problem.title).toMatch(/[\u4e00-\u9fff]/);
				expect(problem.titleEn).toMatch(/[a-z]/);
				expect(problem.requestId).toBeTruthy();
				expect(response.headers.get("Content-Type")).toContain("application/problem+json");
			}
		},
	);

	const local = guarded.filter(([, { path }]) => path.includes(":branchId"));
	it.for(local)("[DOOR-2] %s refuses a branch id that cannot be one", async ([, endpoint], { expect }) => {
		const headers = await bearer(allowedActor(endpoint.permission, branchId));
		const response = await call(pathOf(endpoint, "NOT%20A%20BRANCH"), initOf(endpoint, headers));
		expect(response.status).toBe(422);
	});

	it.for(table.filter(([, endpoint]) => !upgrades(endpoint)))(
		"[DOOR-4] %s is in the OpenAPI document with its parameters and answers",
		async ([name, endpoint], { expect }) => {
			const document = (await (await call("/openapi.json")).json()) as {
				openapi: string;
				paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
			};
			expect(document.openapi).toBe("3.1.0");
			const operation =
				document.paths[`/api${endpoint.path.replaceAll(/:(\w+)/g, "{$1}")}`]?.[endpoint.method.toLowerCase()];
			expect(operation?.operationId).toBe(name);
			expect(Object.keys(operation?.responses ?? {})).toContain("200");
		},
	);

	it("[DOOR-2] unknown addresses and methods are problems too", async ({ expect }) => {
		expect((await problemOf(await call("/nothing/here"))).code).toBe("not-found");
		expect((await problemOf(await call("/branches", { method: "DELETE" }))).code).toBe("method-not-allowed");
	});

	it("[DOOR-5] with demo mode off there is no demo door and no clock", async ({ expect }) => {
		const { createApp } = await import("../../../worker/api/app.ts");
		const closed = { ...env, DEMO_MODE: "false" };
		const ask = (path: string, init: RequestInit) =>
			createApp().request(`http://tingtang.test/api${path}`, init, closed);
		expect((await ask("/demo", {})).status).toBe(404);
		const tokens = await ask("/demo/tokens", { method: "POST", body: '{"kind":"staff","role":"auditor"}' });
		expect((await problemOf(tokens)).code).toBe("demo-off");
		const clock = await ask(`/branches/${branchId}/clock`, {
			method: "PUT",
			headers: await bearer(OPERATOR),
			body: '{"kind":"real"}',
		});
		expect((await problemOf(clock)).code).toBe("demo-off");
	});

	it("[DOOR-5] with demo mode off no demo session is opened, and one opened before counts no more", async ({
		expect,
	}) => {
		const opened = await token(OPERATOR);
		const holder = env.HOLDER.getByName(`staff:${opened.split(".")[1]}`);
		await runInDurableObject(holder, (instance) => {
			Object.assign(instance, { env: { ...env, DEMO_MODE: "false" } });
			expect(instance.check(opened.split(".")[2] ?? "")).toBeNull();
			expect(instance.openForDemo(OPERATOR, "a test", 1_000)).toEqual({ ok: false, code: "demo-off" });
		});
		expect((await call("/branches", { headers: { Authorization: `Bearer ${opened}` } })).status).toBe(401);
	});

	it("[DOOR-1] an auditor reads but never acts", async ({ expect }) => {
		const headers = { ...(await bearer(AUDITOR)), "Idempotency-Key": crypto.randomUUID() };
		const body = JSON.stringify({ command: { type: "close-day" } });
		const response = await call(`/branches/${branchId}/commands`, { method: "POST", headers, body });
		expect((await problemOf(response)).code).toBe("not-permitted");
	});
});
