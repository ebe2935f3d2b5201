import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PairedDevice } from "../../../client-kit/session/device-key.ts";
import { deviceProofText } from "../../../schema/people/device-proof.ts";

const ORIGIN = "https://tingtang.test";
const HOUR_MS = 3_600_000;
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;

let device: PairedDevice | undefined;
vi.mock("../../../client-kit/session/device-key.ts", () => ({ pairedDevice: async () => device }));

/** A door that checks what is signed, and may be cut off, have demo mode off, or know the device no more. */
async function aDoor() {
	const keys = (await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
		"sign",
		"verify",
	])) as CryptoKeyPair;
	const door = { keys, cut: false, known: true, sessions: 0, asked: [] as string[] };
	const answer = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
	const refuse = (code: string, status: number) => answer({ code, status, title: "不行", titleEn: "No" }, status);
	vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
		door.asked.push(address);
		if (door.cut) throw new TypeError("no network");
		if (address === "/api/demo/tokens") return refuse("demo-off", 404);
		if (!door.known) return refuse("device-not-paired", 403);
		if (address.endsWith("/challenge")) return answer({ challenge: "a challenge", expiresAt: 0 });
		const { signature } = JSON.parse(String(init.body)) as { signature: string };
		const text = new TextEncoder().encode(deviceProofText(ORIGIN, "d1", "a challenge"));
		const right = await crypto.subtle.verify(SIGNATURE, keys.publicKey, Buffer.from(signature, "base64url"), text);
		if (!right) return refuse("device-proof-failed", 401);
		door.sessions += 1;
		return answer({ token: `d.d1.${door.sessions}`, expiresAt: 0, expiresInMs: HOUR_MS });
	});
	return door;
}

describe("a paired device", () => {
	const want = { kind: "device", purpose: "display", branchId: "sh-a" } as const;
	const left: string[] = [];
	let passedMs = 0;

	beforeEach(() => {
		vi.resetModules();
		left.length = 0;
		passedMs = 0;
		const realNow = performance.now.bind(performance);
		vi.spyOn(performance, "now").mockImplementation(() => realNow() + passedMs);
		const address = { origin: ORIGIN, pathname: "/display/", search: "?branch=sh-a" };
		vi.stubGlobal("location", { ...address, replace: (to: string) => left.push(to) });
		vi.stubGlobal("sessionStorage", { getItem: () => null, setItem: () => undefined });
	});
	afterEach(() => {
		vi.restoreAllMocks();
		vi.unstubAllGlobals();
	});

	async function started(branchId = "sh-a") {
		const door = await aDoor();
		device = { deviceId: "d1", branchId, purpose: "display", name: "主屏", key: door.keys.privateKey };
		const { deviceCredential } = await import("../../../client-kit/session/device-session.ts");
		return { door, deviceCredential };
	}

	it("[DEV-10] signs in by its key once, and anew shortly before the session ends or when it is no longer taken", async () => {
		const { door, deviceCredential } = await started();
		expect(await deviceCredential(want)).toEqual({ ok: true, value: "token.d.d1.1" });
		passedMs = HOUR_MS - 200_000;
		expect(await deviceCredential(want)).toEqual({ ok: true, value: "token.d.d1.1" });
		passedMs = HOUR_MS - 60_000;
		expect(await deviceCredential(want)).toEqual({ ok: true, value: "token.d.d1.2" });
		expect(await deviceCredential(want, true)).toEqual({ ok: true, value: "token.d.d1.3" });
		expect(door.asked.some((address) => address.includes("demo"))).toBe(false);
	});

	it("[DEV-10] keeps what it has while the network is away, and does not leave its page for that", async () => {
		const { door, deviceCredential } = await started();
		await deviceCredential(want);
		door.cut = true;
		expect(await deviceCredential(want)).toEqual({ ok: true, value: "token.d.d1.1" });
		expect(await deviceCredential(want, true)).toMatchObject({ problem: { code: "offline" } });
		expect(left).toEqual([]);
		door.cut = false;
		expect(await deviceCredential(want, true)).toEqual({ ok: true, value: "token.d.d1.2" });
	});

	it("[DEV-9] leads to the pairing page when it was revoked, or paired elsewhere with demo mode off", async () => {
		const there = "/pair/?for=display&next=%2Fdisplay%2F%3Fbranch%3Dsh-a";
		const { door, deviceCredential } = await started();
		door.known = false;
		expect(await deviceCredential(want)).toMatchObject({ problem: { code: "device-not-paired" } });
		expect(left).toEqual([there]);
		const other = await started("bj-b");
		expect(await other.deviceCredential(want)).toMatchObject({ problem: { code: "demo-off" } });
		expect(left).toEqual([there, there]);
	});
});
