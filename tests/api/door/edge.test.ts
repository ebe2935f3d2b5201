import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { Problem } from "../../../schema/problem.ts";
import { createApp } from "../../../worker/api/app.ts";
import type { Env } from "../../../worker/platform/env.ts";
import { AUDITOR, bearer, call, OPERATOR, staffAt, token } from "../callers.ts";

const app = createApp();
const LIMITED: Env = { ...env, SESSION_REQUESTS_PER_SECOND: "2", ADDRESS_REQUESTS_PER_SECOND: "1" };

function ask(path: string, headers: Record<string, string>, bindings: Env = LIMITED) {
	return app.request(`http://tingtang.test/api${path}`, { headers }, bindings);
}

async function until(times: number, question: () => Response | Promise<Response>): Promise<Map<number, number>> {
	const statuses = new Map<number, number>();
	for (let count = 0; count < times; count++) {
		const { status } = await question();
		statuses.set(status, (statuses.get(status) ?? 0) + 1);
	}
	return statuses;
}

describe("every answer of the API", () => {
	it("[SEC-1] carries the headers that keep a browser from making a page of it", async ({ expect }) => {
		const answers = [
			await call("/health"),
			await call("/openapi.json"),
			await call("/nothing"),
			await call("/branches"),
			await call("/branches", { headers: await bearer(AUDITOR) }),
			await call("/branches", { method: "PUT" }),
			await call("/ledger/export", { headers: await bearer(AUDITOR) }),
			await call("/session", { method: "POST", body: "x".repeat(1_000_000) }),
		];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 401, 200, 405, 200, 413]);
		for (const { headers } of answers) {
			expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; frame-ancestors 'none'");
			expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
			expect(headers.get("Referrer-Policy")).toBe("no-referrer");
			expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
			expect(headers.get("Strict-Transport-Security")).toContain("max-age=");
			expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
			expect(headers.get("Server")).toBeNull();
		}
	});

	it("[SEC-2] that is a problem says nothing of the inside", async ({ expect }) => {
		const secret = "SELECT secret FROM inside";
		const broken = new Proxy(env.DB, {
			get() {
				throw new Error(secret);
			},
		});
		const response = await ask("/branches", await bearer(OPERATOR), { ...env, DB: broken });
		expect(response.status).toBe(500);
		expect(response.headers.get("Content-Type")).toContain("application/problem+json");
		expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
		const text = await response.text();
		const problem = Problem.strict().parse(JSON.parse(text));
		expect(problem.code).toBe("unexpected");
		expect(text).not.toMatch(/SELECT|secret|stack|\.ts|worker\/| at /);
	});
});

describe("whoever calls too often", () => {
	it("[SEC-3] without a session waits, by address; others go on", async ({ expect }) => {
		const flood = { "CF-Connecting-IP": "203.0.113.7" };
		const statuses = await until(40, () => ask("/branches", flood));
		expect(statuses.get(401)).toBeGreaterThanOrEqual(20);
		expect(statuses.get(429)).toBeGreaterThanOrEqual(15);
		const refused = await ask("/health", flood);
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThanOrEqual(1);
		expect(Problem.parse(await refused.json()).code).toBe("too-many-requests");
		expect((await ask("/health", { "CF-Connecting-IP": "203.0.113.8" })).status).toBe(200);
	});

	it("[SEC-3] without a session waits where no address is named as well; a session goes on", async ({ expect }) => {
		const statuses = await until(400, () => ask("/health", {}));
		expect(statuses.get(429)).toBeGreaterThanOrEqual(100);
		expect((await ask("/branches", await bearer(OPERATOR))).status).toBe(200);
	});

	it("[SEC-3] with a forged token counts as without one; a session beside it at the same address goes on", async ({
		expect,
	}) => {
		const address = { "CF-Connecting-IP": "203.0.113.9" };
		const forged = { ...address, Authorization: `Bearer s.nobody.${"x".repeat(22)}` };
		expect((await until(40, () => ask("/branches", forged))).get(429)).toBeGreaterThanOrEqual(15);
		const session = { ...address, ...(await bearer(OPERATOR)) };
		expect((await ask("/branches", session)).status).toBe(200);
	});

	it("[SEC-3] with one session waits, whatever addresses it comes from; another session goes on", async ({
		expect,
	}) => {
		const actor = staffAt("branch-head", "sh-edge");
		const authorization = `Bearer ${await token(actor)}`;
		let calls = 0;
		const statuses = await until(70, () => {
			calls += 1;
			return ask("/branches", { Authorization: authorization, "CF-Connecting-IP": `198.51.100.${calls}` });
		});
		expect(statuses.get(429)).toBeGreaterThanOrEqual(20);
		expect((await ask("/branches", await bearer(actor))).status).toBe(200);
	});
});
