import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PAIRING_MAX_MS, PAIRING_POLL_EVERY_MS } from "../../../schema/limits.ts";
import { Device, PairingRequest } from "../../../schema/people/device.ts";
import { WRONG_CODES_PER_PAIRING_MAX } from "../../../worker/records/device/pairing.ts";
import { FREE_TRIES_PER_BRANCH, FREE_TRIES_PER_PERSON } from "../../../worker/records/device/pairing-tries.ts";
import { aBranch, newBranchId } from "../../branch/a-branch.ts";
import { aNewDevice, approver, decide, post, refusal } from "../a-device.ts";
import { bearer, staffAt } from "../callers.ts";

const WRONG = "BBBBCCCC";

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
