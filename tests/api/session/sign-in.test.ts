import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, it, vi } from "vitest";
import type { SessionInfo } from "../../../schema/people/session.ts";
import { aBranch, MONDAY_10 } from "../../branch/a-branch.ts";
import { call } from "../callers.ts";
import { aPerson, codeOf, PASSWORD, send, signedIn, signIn } from "./a-person.ts";

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: MONDAY_10 });
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe("signing in", () => {
	it("[ACC-1] takes staff number and password, and answers with a token of which only a hash is kept", async ({
		expect,
	}) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const person = await signedIn(staffId.toUpperCase());
		expect(person.token).toMatch(/^s\.[a-z0-9-]+\.[A-Za-z0-9_-]{22}$/);
		const info = await (await send("/session", "GET", person)).json<SessionInfo>();
		expect(info).toMatchObject({
			method: "password",
			holder: { kind: "staff", staffId, name: { zh: "测试" } },
			actors: [{ role: "lobby-manager", place: { kind: "branch", branchId } }],
			locked: false,
			mustChangePassword: false,
		});
		const secret = person.token.split(".")[2] ?? "";
		const holder = env.HOLDER.getByName(`staff:${staffId}`);
		const kept = await runInDurableObject(holder, (_, { storage }) =>
			JSON.stringify(storage.sql.exec("SELECT body FROM holder").toArray()),
		);
		expect(kept).toContain(info.sessionId);
		expect(kept).not.toContain(secret);
	});

	it("[ACC-1] sets a cookie that no script can read, and takes it back at the end", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const response = await signIn(staffId, PASSWORD, "cookie");
		const cookie = response.headers.get("Set-Cookie") ?? "";
		expect(cookie).toMatch(/^__Host-tingtang=s\..+; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Strict$/);
		expect(await response.json()).not.toHaveProperty("token");
		const headers = { Cookie: cookie.split(";")[0] ?? "", "x-tingtang-client": "1", Origin: "http://tingtang.test" };
		expect((await call("/session", { headers })).status).toBe(200);
		const out = await call("/session", { method: "DELETE", headers });
		expect(out.headers.get("Set-Cookie")).toContain("Max-Age=0");
		expect(await codeOf(await call("/session", { headers }))).toBe("session-expired");
	});

	it("[ACC-2] tells nobody whether a staff number is known: same words, same delay, same work", async ({ expect }) => {
		const { branchId } = await aBranch();
		const known = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const unknown = `nobody-${crypto.randomUUID().slice(0, 8)}`;
		const told = { [known]: [] as string[], [unknown]: [] as string[] };
		for (const staffId of [known, unknown]) {
			for (let tries = 0; tries < 6; tries++) {
				const response = await signIn(staffId, "wrong password");
				told[staffId]?.push(`${await codeOf(response)} ${response.headers.get("Retry-After")}`);
			}
		}
		expect(told[known]).toEqual(told[unknown]);
		expect(told[known]).toEqual([...Array(4).fill("sign-in-failed null"), "too-many-tries 2", "too-many-tries 2"]);
		expect(await codeOf(await signIn(known, PASSWORD))).toBe("too-many-tries");
		pass(2_001);
		expect((await signIn(known, PASSWORD)).status).toBe(200);
		// Success wipes the slate.
		expect(await codeOf(await signIn(known, "wrong password"))).toBe("sign-in-failed");
	});

	it("[ACC-2] counts tries made at the same time one by one", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const codes = await Promise.all(
			Array.from({ length: 12 }, async () => codeOf(await signIn(staffId, "wrong password"))),
		);
		expect(codes.filter((code) => code === "sign-in-failed").length).toBeLessThanOrEqual(4);
		expect(codes).toContain("too-many-tries");
	});

	it("[ACC-3] [ACC-19] with a first password leads to nothing but choosing another", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }], { mustChange: true });
		const person = await signedIn(staffId);
		expect(await codeOf(await send(`/branches/${branchId}/status`, "GET", person))).toBe("password-change-needed");
		const change = (next: string) => send("/session/password", "PUT", person, { current: PASSWORD, next });
		expect(await codeOf(await change(PASSWORD))).toBe("weak-password");
		expect(await codeOf(await change(`${staffId}-1234`))).toBe("weak-password");
		expect(await codeOf(await change("Dragon12345"))).toBe("weak-password");
		expect(await codeOf(await change(`tulip kettle ${branchId}`))).toBe("weak-password");
		const other = await signedIn(staffId);
		expect((await change("a better one 厅堂")).status).toBe(200);
		expect((await send(`/branches/${branchId}/status`, "GET", person)).status).toBe(200);
		expect(await codeOf(await send("/session", "GET", other))).toBe("session-expired");
		expect(await codeOf(await signIn(staffId, PASSWORD))).toBe("sign-in-failed");
		expect((await signIn(staffId, "a better one 厅堂")).status).toBe(200);
	});

	it("[ACC-1] is not possible while D1 is down, and costs no try", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		vi.spyOn(env.DB, "prepare").mockImplementation(() => {
			throw new Error("D1 is away");
		});
		for (let tries = 0; tries < 6; tries++) expect(await codeOf(await signIn(staffId, PASSWORD))).toBe("not-ready");
		vi.restoreAllMocks();
		expect((await signIn(staffId, PASSWORD)).status).toBe(200);
	});
});
