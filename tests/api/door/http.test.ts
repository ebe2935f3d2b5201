import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import { Problem, type ProblemCode } from "../../../schema/problem.ts";
import { createApp } from "../../../worker/api/app.ts";
import type { Env } from "../../../worker/platform/env.ts";
import { aBranch } from "../../branch/a-branch.ts";
import { AUDITOR, bearer, call, deviceAt, OPERATOR, staffAt } from "../callers.ts";

const app = createApp();
const PARTNER = "https://portal.bank.example";
const LISTED: Env = { ...env, ALLOWED_ORIGINS: `https://other.bank.example, ${PARTNER}` };

function ask(path: string, init: RequestInit = {}, bindings: Env = LISTED) {
	return app.request(`http://tingtang.test${path}`, init, bindings);
}

async function codeOf(response: Response): Promise<ProblemCode> {
	return Problem.strict().parse(await response.json()).code;
}

describe("an answer says with HTTP's own headers what comes next", () => {
	it("[DOOR-9] 401 how to sign in, 405 what is allowed, 426 to what to change", async ({ expect }) => {
		const unknown = await call("/branches");
		expect(unknown.status).toBe(401);
		expect(unknown.headers.get("WWW-Authenticate")).toMatch(/^Bearer realm="tingtang"/);
		const failed = await call("/session", {
			method: "POST",
			body: JSON.stringify({ staffId: "nobody-here", password: "a wrong one" }),
		});
		expect([failed.status, failed.headers.has("WWW-Authenticate")]).toEqual([401, true]);
		const wrong = await call("/session/password", { method: "DELETE" });
		expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "PUT, OPTIONS"]);
		const several = await call("/session", { method: "PUT" });
		expect(new Set(several.headers.get("Allow")?.split(", "))).toEqual(
			new Set(["POST", "GET", "DELETE", "HEAD", "OPTIONS"]),
		);
		for (const document of ["/openapi.json", "/asyncapi.json"]) {
			const posted = await call(document, { method: "POST" });
			expect([posted.status, posted.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
		}
		const live = await call("/branches/sh-lujiazui/live?protocol=3&audience=staff");
		expect([live.status, live.headers.get("Upgrade")]).toEqual([426, "websocket"]);
	});

	it("[DOOR-9] every one carries a request id, which no caller can choose", async ({ expect }) => {
		const ids = new Set<string | null>();
		const calls = [
			["/api/health", {}],
			["/api/openapi.json", {}],
			["/api/nothing", {}],
			["/somewhere/else", { method: "POST" }],
			["/api/branches", { method: "PATCH" }],
			["/api/branches", { method: "OPTIONS" }],
			["/api/branches", { headers: await bearer(AUDITOR) }],
		] as const;
		for (const [path, init] of calls) {
			const headers = { "X-Request-Id": "mine", ...("headers" in init ? init.headers : {}) };
			ids.add((await ask(path, { ...init, headers })).headers.get("X-Request-Id"));
		}
		expect(ids.size).toBe(calls.length);
		for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
		const refused = await ask("/api/nothing");
		const { requestId } = Problem.parse(await refused.json());
		expect(refused.headers.get("X-Request-Id")).toBe(requestId);
	});

	it("[DOOR-9] HEAD answers like GET without its body, and OPTIONS what is allowed", async ({ expect }) => {
		const head = await call("/health", { method: "HEAD" });
		expect([head.status, await head.text()]).toEqual([200, ""]);
		const options = await call("/branches/sh-lujiazui/commands", { method: "OPTIONS" });
		expect([options.status, options.headers.get("Allow")]).toEqual([204, "POST, OPTIONS"]);
		expect((await call("/nothing", { method: "OPTIONS" })).status).toBe(404);
	});

	it("[DOOR-9] a body that is not said to be JSON is refused with 415", async ({ expect }) => {
		const body = JSON.stringify({ staffId: "nobody-here", password: "a wrong one" });
		const statuses: Record<string, number> = {};
		for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]) {
			const response = await ask("/api/session", { method: "POST", headers: { "Content-Type": type }, body });
			statuses[type] = response.status;
			expect(await codeOf(response)).toBe("unsupported-media-type");
		}
		expect(new Set(Object.values(statuses))).toEqual(new Set([415]));
		for (const type of ["application/json", "Application/JSON; charset=utf-8", "application/json;v=1"]) {
			const response = await ask("/api/session", { method: "POST", headers: { "Content-Type": type }, body });
			expect(await codeOf(response)).toBe("sign-in-failed");
		}
	});

	it("[DOOR-9] the key of a command may stand in quotes, as the IETF's draft writes it, and is the same key", async ({
		expect,
	}) => {
		const { branchId } = await aBranch();
		const key = crypto.randomUUID();
		const headers = await bearer(deviceAt("kiosk", branchId));
		const send = async (idempotencyKey: string) => {
			const body = JSON.stringify({ command: { type: "ask-for-help", reason: "device" } });
			const response = await call(`/branches/${branchId}/commands`, {
				method: "POST",
				headers: { ...headers, "Idempotency-Key": idempotencyKey },
				body,
			});
			return { status: response.status, text: await response.text() };
		};
		const first = await send(`"${key}"`);
		expect(first.status).toBe(200);
		expect(await send(key)).toEqual(first);
		expect((await send(`"${key}`)).status).toBe(422);
	});
});

describe("a refusal is written in the language asked for", () => {
	it.for([
		[undefined, "zh"],
		["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
		["en-GB", "en"],
		["en;q=0.4, zh;q=0.8", "zh"],
		["fr, en;q=0.5", "en"],
		["fr", "zh"],
		["en;q=0", "zh"],
		["\u00ff;;q=,", "zh"],
	] as const)("[DOOR-10] Accept-Language %s: %s, and the other beside it", async ([asked, language], { expect }) => {
		const response = await call("/nothing", { headers: asked === undefined ? {} : { "Accept-Language": asked } });
		const said = Problem.strict().parse(await response.json());
		expect(response.headers.get("Content-Language")).toBe(language);
		expect(response.headers.get("Vary")).toContain("Accept-Language");
		expect(said.titleEn).toMatch(/^Nothing is found/);
		expect(said.title).toBe(language === "en" ? said.titleEn : "没有找到该内容，请检查地址");
		expect(said.titleZh).toBe(language === "en" ? "没有找到该内容，请检查地址" : undefined);
	});
});

describe("pages of other origins", () => {
	const preflight = (origin: string) => ({
		method: "OPTIONS",
		headers: {
			Origin: origin,
			"Access-Control-Request-Method": "PUT",
			"Access-Control-Request-Headers": "authorization,content-type,if-match",
		},
	});

	it("[SEC-5] that the bank has listed may ask, and read the answer", async ({ expect }) => {
		const asked = await ask("/api/people/somebody", preflight(PARTNER));
		expect([asked.status, await asked.text()]).toEqual([204, ""]);
		expect(asked.headers.get("Access-Control-Allow-Origin")).toBe(PARTNER);
		expect(asked.headers.get("Access-Control-Allow-Credentials")).toBe("true");
		expect(asked.headers.get("Access-Control-Allow-Methods")).toContain("PUT");
		for (const name of ["Authorization", "Idempotency-Key", "If-Match", "x-tingtang-client"]) {
			expect(asked.headers.get("Access-Control-Allow-Headers")).toContain(name);
		}
		const headers = { Origin: PARTNER, ...(await bearer(AUDITOR)) };
		for (const [path, status] of [
			["/api/branches", 200],
			["/api/branches/sh-none/reports/2026-01-01", 404],
		] as const) {
			const answer = await ask(path, { headers });
			expect(answer.status).toBe(status);
			expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(PARTNER);
			expect(answer.headers.get("Access-Control-Expose-Headers")).toContain("X-Request-Id");
			expect(answer.headers.get("Vary")).toContain("Origin");
			expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
		}
	});

	it("[SEC-5] of any other origin are refused and read nothing, also when nothing is listed", async ({ expect }) => {
		const tries = [
			["https://evil.example", LISTED],
			[`${PARTNER}.evil.example`, LISTED],
			["null", LISTED],
			[PARTNER, env],
			["https://evil.example", { ...env, ALLOWED_ORIGINS: "" }],
		] as const;
		for (const [origin, bindings] of tries) {
			const asked = await ask("/api/branches", preflight(origin), bindings);
			expect(asked.status).toBe(403);
			const answer = await ask("/api/branches", { headers: { Origin: origin, ...(await bearer(AUDITOR)) } }, bindings);
			expect(answer.status).toBe(403);
			for (const { headers } of [asked, answer]) {
				expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
			}
		}
	});
});

describe("whoever is limited can see it coming", () => {
	it("[SEC-3] every answer says what is left of the allowance, and when it is whole again", async ({ expect }) => {
		const limited: Env = { ...env, SESSION_REQUESTS_PER_SECOND: "2", ADDRESS_REQUESTS_PER_SECOND: "1" };
		const headers = await bearer(staffAt("branch-head", "sh-limits"));
		const first = await ask("/api/branches", { headers }, limited);
		const second = await ask("/api/branches", { headers }, limited);
		expect(first.headers.get("RateLimit-Policy")).toBe('"session";q=40;w=20');
		expect(first.headers.get("RateLimit")).toBe('"session";r=39;t=1');
		expect(second.headers.get("RateLimit")).toMatch(/^"session";r=3[89];t=1$/);
		let stranger = await ask("/api/health", { headers: { "CF-Connecting-IP": "203.0.113.77" } }, limited);
		expect(stranger.headers.get("RateLimit")).toBe('"address";r=19;t=1');
		for (let calls = 0; calls < 25; calls++) {
			stranger = await ask("/api/health", { headers: { "CF-Connecting-IP": "203.0.113.77" } }, limited);
		}
		expect(stranger.status).toBe(429);
		expect(stranger.headers.get("RateLimit")).toMatch(/^"address";r=0;t=(19|20)$/);
		expect(stranger.headers.get("Retry-After")).toBe("1");
	});
});

describe("what is read", () => {
	it("[DOOR-11] is answered with 304 to whoever has it, and whole to whoever has another", async ({ expect }) => {
		const { branchId } = await aBranch();
		const headers = await bearer(staffAt("branch-head", branchId));
		for (const path of ["/reports", "/institution/nodes", "/openapi.json"]) {
			const whole = await call(path, { headers });
			const text = await whole.text();
			const etag = whole.headers.get("ETag") ?? "";
			expect([whole.status, etag]).toEqual([200, expect.stringMatching(/^W\/"[\w-]{22}"$/)]);
			expect(whole.headers.get("Cache-Control")).toBe("private, no-cache");
			for (const known of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
				const same = await call(path, { headers: { ...headers, "If-None-Match": known } });
				expect([same.status, await same.text(), same.headers.get("ETag")]).toEqual([304, "", etag]);
			}
			const other = await call(path, { headers: { ...headers, "If-None-Match": '"other"' } });
			expect([other.status, await other.text()]).toEqual([200, text]);
		}
	});

	it("[DOOR-11] is answered with 304 also where no browser may keep it", async ({ expect }) => {
		const { branchId } = await aBranch();
		for (const [path, actor] of [
			["/people", OPERATOR],
			[`/branches/${branchId}/configuration`, OPERATOR],
			[`/branches/${branchId}/reports`, OPERATOR],
			[`/branches/${branchId}/devices`, staffAt("branch-head", branchId)],
			["/service-accounts", OPERATOR],
		] as const) {
			const headers = await bearer(actor);
			const whole = await call(path, { headers });
			const etag = whole.headers.get("ETag") ?? "none";
			expect([whole.status, whole.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
			const same = await call(path, { headers: { ...headers, "If-None-Match": etag } });
			expect([same.status, await same.text(), same.headers.get("Cache-Control")]).toEqual([304, "", "no-store"]);
		}
	});

	it("[DOOR-11] is not answered so to who may not read it; nobody's data is kept by a browser", async ({ expect }) => {
		const { branchId } = await aBranch();
		const path = `/branches/${branchId}/configuration`;
		const asked = { "If-None-Match": "*" };
		expect((await call(path, { headers: asked })).status).toBe(401);
		const elsewhere = { ...asked, ...(await bearer(staffAt("branch-head", "sh-elsewhere"))) };
		expect((await call(path, { headers: elsewhere })).status).toBe(403);
		const people = await call("/people", { headers: await bearer(OPERATOR) });
		expect([people.status, people.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
	});
});

describe("whether the system is ready", () => {
	it("[DOOR-12] is told to operators and IT support: that the stores answer, or which does not", async ({ expect }) => {
		const headers = await bearer(OPERATOR);
		const ready = await call("/health/ready", { headers });
		expect(ready.status).toBe(200);
		expect(ENDPOINTS.readiness.output.strict().parse(await ready.json()).status).toBe("ready");
		const away = new Proxy(env.DB, {
			get() {
				throw new Error("D1_ERROR: away");
			},
		});
		const refused = await ask("/api/health/ready", { headers }, { ...env, DB: away });
		expect(refused.status).toBe(503);
		const { errors } = Problem.parse(await refused.json());
		expect(errors).toEqual([{ path: "database", message: "does not answer" }]);
		for (const actor of [AUDITOR, staffAt("branch-head", "sh-lujiazui"), deviceAt("kiosk", "sh-lujiazui")]) {
			expect((await call("/health/ready", { headers: await bearer(actor) })).status).toBe(403);
		}
		expect((await call("/health/ready")).status).toBe(401);
	});
});

describe("where to write to about a hole", () => {
	it("[SEC-6] is told where the bank has said so", async ({ expect }) => {
		const path = "/.well-known/security.txt";
		const said = await ask(path, {}, { ...env, SECURITY_CONTACT: "mailto:security@bank.example" });
		expect(said.headers.get("Content-Type")).toMatch(/^text\/plain/);
		const text = await said.text();
		expect(text).toContain("Contact: mailto:security@bank.example\n");
		const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? "");
		expect(expires).toBeGreaterThan(Date.now());
		expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
		expect(await codeOf(await ask(path, {}, env))).toBe("not-found");
	});
});
