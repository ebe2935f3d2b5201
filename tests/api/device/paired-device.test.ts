import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Device } from "../../../schema/people/device.ts";
import { aBranch, MINUTE_MS, newBranchId } from "../../branch/a-branch.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { aKeyPair, aPairedDevice, approver, post, refusal, sessionOf } from "../a-device.ts";
import { bearer, call, staffAt } from "../callers.ts";

function pass(ms: number): void {
	vi.setSystemTime(Date.now() + ms);
}

describe("a paired device", () => {
	let branchId = "";
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["Date"] });
		branchId = newBranchId();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it("[DEV-6] signs in by its key and may do what its purpose allows at its branch, and nothing else", async () => {
		const device = await aPairedDevice(approver(branchId), branchId);
		const { token, expiresInMs } = await sessionOf(await device.signIn(device.deviceId));
		expect(expiresInMs).toBeGreaterThan(MINUTE_MS);
		const headers = { Authorization: `Bearer ${token}` };
		const report = { version: "build-2", shows: "/display/?branch=sh-a" };
		expect((await post("/devices/self/report", report, headers)).status).toBe(200);
		expect((await post(`/branches/${branchId}/live-tickets`, { audience: "display" }, headers)).status).not.toBe(403);
		const elsewhere = await post("/branches/bj-elsewhere/live-tickets", { audience: "display" }, headers);
		expect(await refusal(elsewhere)).toBe("wrong-place");
		expect(await refusal(await call(`/branches/${branchId}/devices`, { headers }))).toBe("not-permitted");
	});

	it("[DEV-6] a challenge is good once, for one device, at one address, for a minute, and only with its own key", async () => {
		const device = await aPairedDevice(approver(branchId), branchId);
		const other = await aPairedDevice(approver(branchId), branchId);
		const stranger = await aKeyPair();
		const once = await device.challenge(device.deviceId);
		const cases: [string, () => Promise<Response>][] = [
			["another key", () => device.signIn(device.deviceId, { key: stranger.privateKey })],
			["the other device's key", () => other.signIn(device.deviceId)],
			["signed for another device", () => device.signIn(device.deviceId, { deviceId: other.deviceId })],
			[
				"signed for a look-alike address",
				() => device.signIn(device.deviceId, { origin: "http://tingtang.test.evil" }),
			],
			["a challenge nobody gave", () => device.signIn(device.deviceId, { challenge: "x".repeat(22) })],
			[
				"another device's challenge",
				async () => device.signIn(device.deviceId, { challenge: await other.challenge(other.deviceId) }),
			],
		];
		for (const [what, attempt] of cases)
			expect([what, await refusal(await attempt())]).toEqual([what, "device-proof-failed"]);
		expect((await device.signIn(device.deviceId, { challenge: once })).status).toBe(200);
		expect(await refusal(await device.signIn(device.deviceId, { challenge: once }))).toBe("device-proof-failed");
		const late = await device.challenge(device.deviceId);
		pass(2 * MINUTE_MS);
		expect(await refusal(await device.signIn(device.deviceId, { challenge: late }))).toBe("device-proof-failed");
		expect(await refusal(await call("/devices/nobody/challenge", { method: "POST" }))).toBe("device-not-paired");
		const foreign = { challenge: late, signature: "x".repeat(86) };
		const answer = await post(`/devices/${device.deviceId}/session`, foreign, { Origin: "https://evil.example" });
		expect(await refusal(answer)).toBe("foreign-origin");
	});

	it("[DEV-11] nothing a stranger does pushes out or uses up its challenge, and nothing is kept of a stranger's call", async () => {
		const device = await aPairedDevice(approver(branchId), branchId);
		const holder = env.HOLDER.getByName(`device:${device.deviceId}`);
		const kept = () =>
			runInDurableObject(holder, (_, { storage }) => storage.sql.exec("SELECT * FROM holder").toArray());
		const stranger = await aKeyPair();
		const own = await device.challenge(device.deviceId);
		const before = await kept();
		for (let calls = 0; calls < 40; calls++) await device.challenge(device.deviceId);
		// The very challenge, as one who listens might know it, and every way to spell it or make it last.
		for (const challenge of [own, `${own.slice(0, 3)}A${own.slice(4)}`, `${own}A`, own.slice(0, -1)]) {
			const answer = await device.signIn(device.deviceId, { challenge, key: stranger.privateKey });
			expect(await refusal(answer)).toBe("device-proof-failed");
		}
		expect(await kept()).toEqual(before);
		expect((await device.signIn(device.deviceId, { challenge: own })).status).toBe(200);
		expect(await refusal(await device.signIn(device.deviceId, { challenge: own }))).toBe("device-proof-failed");
	});

	it("[DEV-11] of many right answers to one challenge at once one opens a session, also after an eviction", async () => {
		const device = await aPairedDevice(approver(branchId), branchId);
		const own = await device.challenge(device.deviceId);
		await evictDurableObject(env.HOLDER.getByName(`device:${device.deviceId}`));
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => device.signIn(device.deviceId, { challenge: own })),
		);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		await evictDurableObject(env.HOLDER.getByName(`device:${device.deviceId}`));
		expect(await refusal(await device.signIn(device.deviceId, { challenge: own }))).toBe("device-proof-failed");
	});

	it("[DEV-11] one paired before challenges carried their own proof signs in as well", async () => {
		const device = await aPairedDevice(approver(branchId), branchId);
		const holder = () => env.HOLDER.getByName(`device:${device.deviceId}`);
		await runInDurableObject(holder(), (_, { storage }) => {
			const [row] = storage.sql.exec<{ body: string }>("SELECT body FROM holder").toArray();
			const { challengeKey: _key, answered: _answered, ...state } = JSON.parse(row?.body ?? "{}");
			const yesterday = { ...state, challenges: [{ challenge: "x".repeat(22), endsAt: Date.now() }] };
			storage.sql.exec("UPDATE holder SET body = ?", JSON.stringify(yesterday));
		});
		await evictDurableObject(holder());
		expect((await device.signIn(device.deviceId)).status).toBe(200);
	});

	it("[DEV-7] a revoked device is out at once for good, and its session within a minute", async () => {
		const person = approver(branchId);
		const device = await aPairedDevice(person, branchId);
		const { token } = await sessionOf(await device.signIn(device.deviceId));
		const headers = { Authorization: `Bearer ${token}` };
		const report = { version: "build-1", shows: "/display/" };
		expect((await post("/devices/self/report", report, headers)).status).toBe(200);
		const path = `/branches/${branchId}/devices/${device.deviceId}`;
		const revoke = async (at: string, role: "branch-head" | "lobby-manager") =>
			call(path, { method: "DELETE", headers: await bearer(staffAt(role, at, "the-head")) });
		expect(await refusal(await revoke(branchId, "lobby-manager"))).toBe("not-permitted");
		expect(await refusal(await revoke("bj-elsewhere", "branch-head"))).toBe("wrong-place");
		const revoked = Device.parse(await (await revoke(branchId, "branch-head")).json());
		expect(revoked).toMatchObject({ status: "revoked", revokedBy: "the-head" });
		expect(await refusal(await call(`/devices/${device.deviceId}/challenge`, { method: "POST" }))).toBe(
			"device-not-paired",
		);
		pass(MINUTE_MS);
		expect((await post("/devices/self/report", report, headers)).status).toBe(401);
		expect(await device.poll()).toEqual({ status: "denied" });
		// Again is as good as once, and the first stays on record.
		expect(Device.parse(await (await revoke(branchId, "branch-head")).json())).toEqual(revoked);
	});

	it("[DEV-7] a branch cannot touch a device of another branch by naming it under its own", async () => {
		const device = await aPairedDevice(approver(branchId), branchId);
		const sister = newBranchId();
		const path = `/branches/${sister}/devices/${device.deviceId}`;
		const headers = await bearer(staffAt("branch-head", sister));
		expect(await refusal(await call(path, { method: "DELETE", headers }))).toBe("unknown-device");
		const rename = { method: "PUT", headers: { ...headers, "If-Match": "1" }, body: '{"name":"x"}' };
		expect(await refusal(await call(path, rename))).toBe("unknown-device");
		expect((await device.signIn(device.deviceId)).status).toBe(200);
	});

	it("[DEV-10] it signs in and works on while the bank's memory is away", async () => {
		const branch = await aBranch();
		const device = await aPairedDevice(approver(branch.branchId), branch.branchId);
		const mend = breakMemory("rejects");
		try {
			const { token } = await sessionOf(await device.signIn(device.deviceId));
			const headers = { Authorization: `Bearer ${token}` };
			const path = `/branches/${branch.branchId}/live-tickets`;
			expect((await post(path, { audience: "display" }, headers)).status).toBe(200);
			const report = { version: "build-1", shows: "/display/" };
			expect(await refusal(await post("/devices/self/report", report, headers))).toBe("not-ready");
		} finally {
			mend();
		}
	});

	it("[DEV-8] the list tells when a device was last seen, what it runs and shows, page by page within one's place", async () => {
		const person = approver(branchId);
		const devices = [];
		for (const name of ["甲", "乙", "丙"]) devices.push(await aPairedDevice(person, branchId, { name }));
		await aPairedDevice(approver("bj-elsewhere"), "bj-elsewhere");
		const first = devices[0];
		const { token } = await sessionOf(await first!.signIn(first!.deviceId));
		const say = (version: string) =>
			post("/devices/self/report", { version, shows: "/display/" }, { Authorization: `Bearer ${token}` });
		const seenAt = Date.now();
		await say("build-7");
		pass(MINUTE_MS);
		await say("build-8");
		const headers = await bearer(staffAt("branch-head", branchId));
		const rows: Device[] = [];
		let cursor = "";
		do {
			const page = await call(`/devices?limit=2${cursor}`, { headers });
			const { rows: some, next } = (await page.json()) as { rows: unknown[]; next: string | null };
			rows.push(...some.map((row) => Device.parse(row)));
			cursor = next === null ? "" : `&cursor=${next}`;
		} while (cursor !== "");
		expect(rows.map(({ name }) => name).toSorted()).toEqual(["甲", "乙", "丙"].toSorted());
		const seen = rows.find(({ deviceId }) => deviceId === first!.deviceId);
		expect(seen).toMatchObject({ lastSeenAt: seenAt, clientVersion: "build-7", shows: "/display/" });
		expect(rows.filter(({ lastSeenAt }) => lastSeenAt === null)).toHaveLength(2);
	});

	it("[DEV-8] a name is changed by who has read it as it is", async () => {
		const device = await aPairedDevice(approver(branchId), branchId);
		const path = `/branches/${branchId}/devices/${device.deviceId}`;
		const rename = async (name: string, version: string | null) =>
			call(path, {
				method: "PUT",
				headers: { ...(await bearer(approver(branchId))), ...(version === null ? {} : { "If-Match": version }) },
				body: JSON.stringify({ name }),
			});
		expect(await refusal(await rename("新名字", null))).toBe("version-missing");
		expect(Device.parse(await (await rename("新名字", "1")).json())).toMatchObject({ name: "新名字", version: 2 });
		expect(await refusal(await rename("太晚了", "1"))).toBe("changed-since-read");
	});
});
