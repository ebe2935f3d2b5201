import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PAIRING_MAX_MS, PAIRING_POLL_EVERY_MS } from "../../../schema/limits.ts";
import { Device, PairingRequest } from "../../../schema/people/device.ts";
import { Problem, type ProblemCode } from "../../../schema/problem.ts";
import { WRONG_CODES_PER_PAIRING_MAX } from "../../../worker/records/device/pairing.ts";
import { FREE_TRIES_PER_BRANCH, FREE_TRIES_PER_PERSON } from "../../../worker/records/device/pairing-tries.ts";
import { aBranch, MINUTE_MS, newBranchId } from "../../branch/a-branch.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { aKeyPair, aNewDevice, aPairedDevice, decide, post, sessionOf } from "../a-device.ts";
import { bearer, call, staffAt } from "../callers.ts";

let made = 0;
/** Somebody who may approve, unknown to the limits of every other test. */
const approver = (branchId: string) => staffAt("lobby-manager", branchId, `approver-${++made}`);
const WRONG = "BBBBCCCC";

async function refusal(response: Response): Promise<ProblemCode> {
	return Problem.parse(await response.json()).code;
}

function pass(ms: number): void {
	vi.setSystemTime(Date.now() + ms);
}

describe("pairing a device", () => {
	let branchId = "";
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["Date"] });
		branchId = newBranchId();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it("[DEV-1] a new device gets two codes, shows one, and learns what became of it", async () => {
		const device = await aNewDevice();
		expect(device.userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
		expect(device.expiresInMs).toBe(PAIRING_MAX_MS);
		expect(await device.poll()).toEqual({ status: "pending" });
		const person = approver(branchId);
		const typed = `${device.userCode.slice(0, 4).toLowerCase()} - ${device.userCode.slice(4)}`;
		const seen = await decide(
			"inspection",
			person,
			branchId,
			{ userCode: typed },
			{ "CF-Connecting-IP": "203.0.113.99" },
		);
		expect(PairingRequest.parse(await seen.json())).toMatchObject({
			userCode: device.userCode,
			wish: { purpose: "display" },
			label: "Test browser 1",
			clientVersion: "build-1",
			network: "203.0.113.*",
			sameNetwork: true,
		});
		const approved = Device.parse(
			await (await decide("approval", person, branchId, { userCode: device.userCode })).json(),
		);
		expect(approved).toMatchObject({ branchId, name: "一楼大屏", purpose: "display", status: "active", version: 1 });
		pass(PAIRING_POLL_EVERY_MS);
		const answer = { status: "approved", deviceId: approved.deviceId, branchId };
		expect(await device.poll()).toMatchObject(answer);
		// The answer may have been lost on its way.
		expect(await device.poll()).toMatchObject(answer);
		pass(PAIRING_MAX_MS);
		expect(await device.poll()).toEqual({ status: "expired" });
	});

	it("[DEV-1] codes are kept as hashes only", async () => {
		const device = await aNewDevice();
		const { results } = await env.DB.prepare("SELECT * FROM pairings").all();
		const kept = JSON.stringify(results);
		expect(results.length).toBeGreaterThan(0);
		expect(kept).not.toContain(device.userCode);
		expect(kept).not.toContain(device.deviceCode);
	});

	it("[DEV-2] a code dies after ten minutes, and a device that asks too often is slowed down", async () => {
		const device = await aNewDevice();
		expect(await device.poll()).toEqual({ status: "pending" });
		expect(await device.poll()).toMatchObject({ status: "slow-down", pollEveryMs: PAIRING_POLL_EVERY_MS + 5_000 });
		pass(PAIRING_POLL_EVERY_MS + 5_000);
		expect(await device.poll()).toEqual({ status: "pending" });
		pass(PAIRING_MAX_MS);
		expect(await device.poll()).toEqual({ status: "expired" });
		const late = await decide("approval", approver(branchId), branchId, { userCode: device.userCode });
		expect(await refusal(late)).toBe("unknown-pairing");
		const invented = await post("/pairings/poll", { deviceCode: "x".repeat(43) });
		expect(await invented.json()).toEqual({ status: "expired" });
	});

	it("[DEV-3] of two who decide at the same time one wins, and exactly one device comes of it", async () => {
		for (let round = 0; round < 10; round++) {
			const device = await aNewDevice({ address: `198.51.${round}.7` });
			const answers = await Promise.all(
				Array.from({ length: 6 }, (_, index) =>
					decide(index % 3 === 2 ? "denial" : "approval", approver(branchId), branchId, { userCode: device.userCode }),
				),
			);
			const codes = await Promise.all(answers.map(async (answer) => (answer.ok ? "done" : refusal(answer))));
			expect(codes.toSorted()).toEqual(["done", ...Array(5).fill("pairing-decided")]);
			const denied = answers.findIndex((answer) => answer.ok) % 3 === 2;
			pass(PAIRING_POLL_EVERY_MS);
			expect((await device.poll()).status).toBe(denied ? "denied" : "approved");
			const { results } = await env.DB.prepare("SELECT 1 FROM devices WHERE branch_id = ?").bind(branchId).all();
			expect(results).toHaveLength(denied ? 0 : 1);
			await env.DB.prepare("DELETE FROM devices WHERE branch_id = ?").bind(branchId).run();
		}
	});

	it("[DEV-3] a denied device is told so, and nothing can be made of its code any more", async () => {
		const device = await aNewDevice();
		expect((await decide("denial", approver(branchId), branchId, { userCode: device.userCode })).ok).toBe(true);
		expect(await device.poll()).toEqual({ status: "denied" });
		expect(await refusal(await decide("inspection", approver(branchId), branchId, { userCode: device.userCode }))).toBe(
			"pairing-decided",
		);
	});

	it("[DEV-4] wrong codes cost a person more and more time, and a right one is looked at only after it", async () => {
		const device = await aNewDevice();
		const person = approver(branchId);
		for (let tries = 0; tries <= FREE_TRIES_PER_PERSON; tries++) {
			expect(await refusal(await decide("inspection", person, branchId, { userCode: WRONG }))).toBe("unknown-pairing");
		}
		let waitedMs = 0;
		for (let round = 1; round <= 3; round++) {
			const held = await decide("inspection", person, branchId, { userCode: device.userCode });
			expect(held.status).toBe(429);
			const seconds = Number(held.headers.get("Retry-After"));
			expect(seconds * 1000).toBeGreaterThan(waitedMs);
			waitedMs = seconds * 1000;
			pass(waitedMs);
			if (round < 3) await decide("inspection", person, branchId, { userCode: WRONG });
		}
		expect((await decide("inspection", person, branchId, { userCode: device.userCode })).status).toBe(200);
		expect((await decide("approval", person, branchId, { userCode: device.userCode })).status).toBe(200);
	});

	it("[DEV-4] many tries side by side cannot outrun the limit", async () => {
		const person = approver(branchId);
		const headers = await bearer(person);
		const path = `/branches/${branchId}/pairings/inspection`;
		const answers = await Promise.all(Array.from({ length: 40 }, () => post(path, { userCode: WRONG }, headers)));
		const looked = answers.filter((answer) => answer.status === 404);
		expect(looked).toHaveLength(FREE_TRIES_PER_PERSON + 1);
	});

	it("[DEV-4] a branch whose people guess in turn has to wait as well, and another branch has not", async () => {
		for (let tries = 0; tries <= FREE_TRIES_PER_BRANCH; tries++) {
			const answer = await decide("inspection", approver(branchId), branchId, { userCode: WRONG });
			expect(await refusal(answer)).toBe("unknown-pairing");
		}
		const device = await aNewDevice();
		expect(await refusal(await decide("approval", approver(branchId), branchId, { userCode: device.userCode }))).toBe(
			"too-many-tries",
		);
		const sister = newBranchId();
		expect((await decide("approval", approver(sister), sister, { userCode: device.userCode })).status).toBe(200);
	});

	it("[DEV-4] a code is worth nothing once too many wrong ones were typed anywhere", async () => {
		const device = await aNewDevice();
		await decide("inspection", approver(branchId), branchId, { userCode: WRONG });
		const add = env.DB.prepare("UPDATE pairing_tries SET tries = tries + ? WHERE subject = 'bank'");
		await add.bind(WRONG_CODES_PER_PAIRING_MAX).run();
		expect(await refusal(await decide("approval", approver(branchId), branchId, { userCode: device.userCode }))).toBe(
			"unknown-pairing",
		);
		expect(await device.poll()).toEqual({ status: "expired" });
		const next = await aNewDevice();
		expect((await decide("approval", approver(branchId), branchId, { userCode: next.userCode })).status).toBe(200);
	});

	it("[DEV-4] one network gets no more than sixty codes at a time", async () => {
		const body = { address: "192.0.2.55" };
		for (let index = 0; index < 60; index++) await aNewDevice(body);
		await expect(aNewDevice(body)).rejects.toThrow("too-many-requests");
		await aNewDevice({ address: "192.0.3.55" });
		pass(PAIRING_MAX_MS);
		await aNewDevice(body);
	});

	it("[DEV-5] only those who may approve, and only at their own branch", async () => {
		const device = await aNewDevice();
		const teller = staffAt("open-teller", branchId);
		expect(await refusal(await decide("approval", teller, branchId, { userCode: device.userCode }))).toBe(
			"not-permitted",
		);
		const stranger = approver("bj-elsewhere");
		expect(await refusal(await decide("approval", stranger, branchId, { userCode: device.userCode }))).toBe(
			"wrong-place",
		);
	});

	it("[DEV-5] a counter pad needs a counter that the branch has, a kiosk takes none", async () => {
		const branch = await aBranch();
		const person = approver(branch.branchId);
		const device = await aNewDevice({ purpose: "counter-pad" });
		const approve = (more: object) =>
			decide("approval", person, branch.branchId, { ...more, userCode: device.userCode });
		expect(await refusal(await approve({ purpose: "counter-pad" }))).toBe("invalid-input");
		expect(await refusal(await approve({ purpose: "kiosk", counterId: "2" }))).toBe("invalid-input");
		expect(await refusal(await approve({ purpose: "counter-pad", counterId: "no-such" }))).toBe("unknown-counter");
		const made = Device.parse(await (await approve({ purpose: "counter-pad", counterId: "2" })).json());
		expect(made).toMatchObject({ purpose: "counter-pad", counterId: "2" });
		const answer = await device.poll();
		expect(answer.status === "approved" && answer.actor).toMatchObject({ purpose: "counter-pad", counterId: "2" });
	});
});

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
