import { env } from "cloudflare:workers";
import { beforeAll, describe, it } from "vitest";
import { ENDPOINTS, type Endpoint, type EndpointName } from "../../schema/api.ts";
import { Problem } from "../../schema/problem.ts";
import { aBranch, MONDAY_10 } from "../branch/a-branch.ts";
import { AUDITOR, bearer, call, deviceAt, OPERATOR, staffAt, token } from "./callers.ts";

const table = Object.entries(ENDPOINTS) as [EndpointName, Endpoint][];
const guarded = table.filter(([, endpoint]) => endpoint.permission !== "public");
const upgrades = (endpoint: Endpoint) => endpoint.output === undefined;

/** A path with every name filled in. */
function pathOf(endpoint: Endpoint, branchId: string): string {
	return endpoint.path
		.replace(":branchId", branchId)
		.replace(":ticketId", "20261123-A001")
		.replace(":businessDay", "2026-11-23");
}

function initOf(endpoint: Endpoint, headers: Record<string, string>, body: string = "{}"): RequestInit {
	const key: Record<string, string> = endpoint.idempotent ? { "Idempotency-Key": crypto.randomUUID() } : {};
	return { method: endpoint.method, headers: { ...key, ...headers }, ...(endpoint.body === undefined ? {} : { body }) };
}

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
		const forged = await token(OPERATOR, { secret: "another secret that is just as long as the real one" });
		const expired = await token(OPERATOR, { expiresAt: MONDAY_10 - 86_400_000_000 });
		for (const [headers, code] of [
			[{}, "not-signed-in"],
			[{ Authorization: "Bearer nonsense" }, "not-signed-in"],
			[{ Authorization: `Bearer ${forged}` }, "not-signed-in"],
			[{ Authorization: `Bearer ${expired}` }, "session-expired"],
		] as [Record<string, string>, string][]) {
			const response = await call(path, initOf(endpoint, headers));
			expect(response.status).toBe(401);
			expect((await problemOf(response)).code).toBe(code);
		}
	});

	it.for(guarded)("[DOOR-1] %s refuses whoever does not hold its permission", async ([name, endpoint], { expect }) => {
		// A display may look and nothing else; a guard may not read what the live door is no part of.
		const actor = name === "live" ? staffAt("human-resources", branchId) : deviceAt("display", branchId);
		const response = await call(pathOf(endpoint, branchId), initOf(endpoint, await bearer(actor)));
		expect(response.status).toBe(403);
		expect((await problemOf(response)).code).toBe("not-permitted");
	});

	const local = guarded.filter(([, endpoint]) => endpoint.params !== undefined);
	it.for(local)("[DOOR-1] %s refuses another branch's people", async ([name, endpoint], { expect }) => {
		const role = name === "setClock" || name === "renewEpoch" ? "head-office-operator" : "branch-head";
		const holder = name === "verifyReport" || name === "commits" ? "auditor" : role;
		const actor = staffAt(holder, "bj-elsewhere");
		const response = await call(pathOf(endpoint, branchId), initOf(endpoint, await bearer(actor)));
		expect(response.status).toBe(403);
		expect((await problemOf(response)).code).toBe("wrong-place");
	});

	const bodied = table.filter(([, endpoint]) => endpoint.body !== undefined);
	it.for(bodied)(
		"[DOOR-2] %s answers a malformed or oversized body with what to do",
		async ([, endpoint], { expect }) => {
			const headers = await bearer(OPERATOR);
			const path = pathOf(endpoint, branchId);
			for (const [body, status] of [
				["{", 400],
				["", 400],
				["null", 422],
				["[]", 422],
				['{"type":7}', 422],
				["x".repeat(1_000_000), 413],
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

	it.for(local)("[DOOR-2] %s refuses a branch id that cannot be one", async ([, endpoint], { expect }) => {
		const response = await call(pathOf(endpoint, "NOT%20A%20BRANCH"), initOf(endpoint, await bearer(OPERATOR)));
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
		const { createApp } = await import("../../worker/api/app.ts");
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

	it("[DOOR-5] without a proper secret no token is good", async ({ expect }) => {
		const { createApp } = await import("../../worker/api/app.ts");
		const ask = (secret: string | undefined) =>
			createApp().request("http://tingtang.test/api/branches", { headers: { Authorization: "Bearer x.y.z" } }, {
				...env,
				TOKEN_SECRET: secret,
			} as typeof env);
		for (const secret of [undefined, "", "short"]) expect((await ask(secret)).status).toBe(401);
	});

	it("[DOOR-1] an auditor reads but never acts", async ({ expect }) => {
		const headers = { ...(await bearer(AUDITOR)), "Idempotency-Key": crypto.randomUUID() };
		const body = JSON.stringify({ command: { type: "close-day" } });
		const response = await call(`/branches/${branchId}/commands`, { method: "POST", headers, body });
		expect((await problemOf(response)).code).toBe("not-permitted");
	});
});
