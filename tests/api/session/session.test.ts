import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, it, vi } from "vitest";
import { REVOCATION_MAX_MS } from "../../../schema/limits.ts";
import type { SessionRow } from "../../../schema/people/session.ts";
import { aBranch, HOUR_MS, MINUTE_MS, MONDAY_10 } from "../../branch/a-branch.ts";
import { LiveClient } from "../../branch/live-client.ts";
import { bearer, call, OPERATOR } from "../callers.ts";
import { aPerson, codeOf, PASSWORD, send, signedIn, signIn } from "./a-person.ts";

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: MONDAY_10 });
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe("a session", () => {
	it("[ACC-4] ends when it is not used, and at its absolute end", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const idle = await signedIn(staffId);
		pass(4 * HOUR_MS);
		expect(await codeOf(await send("/session", "GET", idle))).toBe("session-expired");
		const busy = await signedIn(staffId);
		for (let hour = 0; hour < 11; hour++) {
			pass(HOUR_MS);
			expect((await send("/session", "GET", busy)).status).toBe(200);
		}
		pass(HOUR_MS);
		expect(await codeOf(await send("/session", "GET", busy))).toBe("session-expired");
	});

	it("[ACC-5] is locked and unlocked by PIN, and ended by guessing", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const person = await signedIn(staffId);
		expect(await codeOf(await send("/session/lock", "POST", person))).toBe("no-pin");
		const set = (pin: string, password = PASSWORD) => send("/session/pin", "PUT", person, { password, pin });
		expect(await codeOf(await set("802941", "wrong password"))).toBe("sign-in-failed");
		expect(await codeOf(await set("123456"))).toBe("weak-pin");
		expect((await set("802941")).status).toBe(200);
		const live = await LiveClient.open({ branchId, audience: "staff", credential: `token.${person.token}` });
		expect((await send("/session/lock", "POST", person)).status).toBe(200);
		await live.until("the close", () => false);
		expect(await codeOf(await send(`/branches/${branchId}/status`, "GET", person))).toBe("session-locked");
		const locked = await LiveClient.open({ branchId, audience: "staff", credential: `token.${person.token}` });
		expect(locked.closed?.reason).toBe("session-locked");
		const unlock = (pin: string) => send("/session/unlock", "POST", person, { pin });
		expect(await codeOf(await unlock("111111"))).toBe("wrong-pin");
		expect((await unlock("802941")).status).toBe(200);
		expect((await send(`/branches/${branchId}/status`, "GET", person)).status).toBe(200);
		await send("/session/lock", "POST", person);
		const codes: string[] = [];
		for (let tries = 0; tries < 5; tries++) codes.push(await codeOf(await unlock("111111")));
		expect(codes).toEqual([...Array(4).fill("wrong-pin"), "session-expired"]);
		expect(await codeOf(await unlock("802941"))).toBe("session-expired");
	});

	it("[ACC-6] is listed and ended by its holder, and by an administrator of the place only", async ({ expect }) => {
		const [{ branchId }, other] = [await aBranch(), await aBranch()];
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const [phone, desk] = [await signedIn(staffId), await signedIn(staffId)];
		const { rows } = await (await send("/sessions", "GET", phone)).json<{ rows: SessionRow[] }>();
		expect(rows.map((row) => row.current).sort()).toEqual([false, true]);
		const deskId = rows.find((row) => !row.current)?.sessionId;
		expect((await send(`/sessions/${deskId}`, "DELETE", phone)).status).toBe(200);
		pass(30_000);
		expect(await codeOf(await send("/session", "GET", desk))).toBe("session-expired");
		const stranger = await signedIn(await aPerson([{ role: "branch-head", nodeId: other.branchId }]));
		// To somebody of another branch the person does not exist, whatever is asked.
		const path = (who: string) => [`/people/${who}/sessions`, `/people/${who}/sessions/abcdefghijklmnop`];
		for (const who of [staffId, "nobody-at-all"]) {
			const [all, one] = path(who) as [string, string];
			for (const [method, at] of [
				["GET", all],
				["DELETE", all],
				["DELETE", one],
			] as const) {
				expect([method, await codeOf(await send(at, method, stranger))]).toEqual([method, "unknown-person"]);
			}
		}
		const colleague = await signedIn(await aPerson([{ role: "open-teller", nodeId: branchId }]));
		expect(await codeOf(await send(`/people/${staffId}/sessions`, "DELETE", colleague))).toBe("not-permitted");
		const head = await signedIn(await aPerson([{ role: "branch-head", nodeId: branchId }]));
		expect(await (await send(`/people/${staffId}/sessions`, "DELETE", head)).json()).toEqual({ ended: 1 });
		pass(30_000);
		expect(await codeOf(await send("/session", "GET", phone))).toBe("session-expired");
	});

	it("[ACC-7] stops within 60 s of its end: commands, tickets and sockets", async ({ expect }) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const person = await signedIn(staffId);
		const credential = `token.${person.token}`;
		const live = await LiveClient.open({ branchId, audience: "staff", credential });
		expect((await send(`/branches/${branchId}/status`, "GET", person)).status).toBe(200);
		const head = await signedIn(await aPerson([{ role: "branch-head", nodeId: branchId }]));
		await send(`/people/${staffId}/sessions`, "DELETE", head);
		await live.until("the close", () => false);
		expect(live.closed).toEqual({ code: 4099, reason: "session-expired" });
		// An isolate may go on believing for a while, and no longer than this.
		pass(REVOCATION_MAX_MS);
		expect(await codeOf(await send(`/branches/${branchId}/status`, "GET", person))).toBe("session-expired");
		const again = await LiveClient.open({ branchId, audience: "staff", credential });
		expect(again.closed?.reason).toBe("session-expired");
	});

	it("[ACC-7] closes its sockets although the branch could not be told at first", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const person = await signedIn(staffId);
		const live = await LiveClient.open({ branchId, audience: "staff", credential: `token.${person.token}` });
		const deaf = vi.spyOn(env.BRANCH, "getByName").mockImplementation(() => {
			throw new Error("unreachable");
		});
		const holder = env.HOLDER.getByName(`staff:${staffId}`);
		expect(await holder.end()).toBe(1);
		await scheduler.wait(20);
		expect(live.closed).toBeNull();
		deaf.mockRestore();
		pass(MINUTE_MS / 2);
		await runDurableObjectAlarm(holder);
		await live.until("the close", () => false);
		expect(live.closed?.reason).toBe("session-expired");
	});

	it("[ACC-8] loses a role that is taken away: its sockets connect anew, and it may no more", async ({ expect }) => {
		const { branchId } = await aBranch();
		const roles = [
			{ role: "lobby-manager", nodeId: branchId },
			{ role: "auditor", nodeId: "bank" },
		];
		const staffId = await aPerson(roles);
		const person = await signedIn(staffId);
		expect((await send("/branches", "GET", person)).status).toBe(200);
		const live = await LiveClient.open({ branchId, audience: "staff", credential: `token.${person.token}` });
		const operator = await bearer(OPERATOR);
		const change = await call(`/people/${staffId}`, {
			method: "PUT",
			headers: { ...operator, "Content-Type": "application/json", "If-Match": "1" },
			body: JSON.stringify({ name: { zh: "测试", en: "Test" }, assignments: roles.slice(0, 1) }),
		});
		expect(change.status).toBe(200);
		await live.until("the close", () => false);
		expect(live.closed?.code).toBe(4002);
		pass(30_000);
		expect(await codeOf(await send("/branches", "GET", person))).toBe("not-permitted");
		const again = await LiveClient.open({ branchId, audience: "staff", credential: `token.${person.token}` });
		expect(again.closed).toBeNull();
		again.close();
	});

	it("[ACC-9] goes on for hours while D1 is down: commands, new sockets, lock and unlock", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const person = await signedIn(staffId);
		await send("/session/pin", "PUT", person, { password: PASSWORD, pin: "802941" });
		vi.spyOn(env.DB, "prepare").mockImplementation(() => {
			throw new Error("D1 is away");
		});
		for (let hour = 0; hour < 3; hour++) {
			pass(HOUR_MS);
			expect((await send(`/branches/${branchId}/status`, "GET", person)).status).toBe(200);
			const live = await LiveClient.open({ branchId, audience: "staff", credential: `token.${person.token}` });
			expect(live.closed).toBeNull();
			live.close();
		}
		expect((await send("/session/lock", "POST", person)).status).toBe(200);
		expect((await send("/session/unlock", "POST", person, { pin: "802941" })).status).toBe(200);
	});

	it("[ACC-13] of somebody with two roles acts in the one that may, on either transport, and puts it on record", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const staffId = await aPerson([
			{ role: "guard", nodeId: branchId },
			{ role: "lobby-manager", nodeId: branchId },
			{ role: "auditor", nodeId: "bank" },
		]);
		const person = await signedIn(staffId);
		const command = { type: "issue-ticket" as const, services: ["cash"] };
		const byHttp = await call(`/branches/${branchId}/commands`, {
			method: "POST",
			headers: { ...person.headers, "Idempotency-Key": "two-roles-http" },
			body: JSON.stringify({ command }),
		});
		expect(byHttp.status).toBe(200);
		const live = await LiveClient.open({ branchId, audience: "staff", credential: `token.${person.token}` });
		expect(await live.command({ commandId: "two-roles-socket", command })).toMatchObject({ status: "done" });
		live.close();
		const commits = await (await send(`/branches/${branchId}/commits/2026-11-23`, "GET", person)).json<{
			rows: { actor: unknown }[];
		}>();
		expect(commits.rows).toHaveLength(2);
		for (const { actor } of commits.rows) expect(actor).toMatchObject({ staffId, role: "lobby-manager" });
	});

	it("[ACC-6] [ACC-13] of somebody who administers two branches reaches the people of both", async ({ expect }) => {
		const [east, west] = [await aBranch(), await aBranch()];
		const head = await signedIn(
			await aPerson([east, west].map(({ branchId }) => ({ role: "branch-head" as const, nodeId: branchId }))),
		);
		for (const { branchId } of [east, west]) {
			const staffId = await aPerson([{ role: "guard", nodeId: branchId }]);
			await signedIn(staffId);
			expect(await (await send(`/people/${staffId}/sessions`, "DELETE", head)).json()).toEqual({ ended: 1 });
		}
	});

	it("[ACC-10] carried by a cookie counts only for pages of our own", async ({ expect }) => {
		const { branchId } = await aBranch();
		const staffId = await aPerson([{ role: "lobby-manager", nodeId: branchId }]);
		const response = await signIn(staffId, PASSWORD, "cookie");
		const Cookie = (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
		const client = { "x-tingtang-client": "1" };
		const tried: [Record<string, string>, string, number][] = [
			[{ Cookie }, "GET", 403],
			[{ Cookie, ...client }, "GET", 200],
			[{ Cookie, ...client }, "POST", 403],
			[{ Cookie, Origin: "http://tingtang.test" }, "POST", 403],
			[{ Cookie, ...client, Origin: "http://tingtang.test.evil.example" }, "POST", 403],
			[{ Cookie, ...client, Origin: "https://tingtang.test" }, "POST", 403],
			[{ Cookie, ...client, Origin: "null" }, "POST", 403],
			[{ Cookie, ...client, Origin: "http://tingtang.test" }, "POST", 409],
		];
		for (const [headers, method, status] of tried) {
			const path = method === "GET" ? "/session" : "/session/lock";
			expect([headers, (await call(path, { method, headers })).status]).toEqual([headers, status]);
		}
	});
});
