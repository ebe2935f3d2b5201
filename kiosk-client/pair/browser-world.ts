import { call } from "../../client-kit/call/call.ts";
import { keepDevice, type PairedDevice, pairedDevice } from "../../client-kit/session/device-key.ts";
import { clientVersion } from "../../client-kit/session/device-report.ts";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import { DEVICE_CHALLENGE, POLL_PAIRING, START_PAIRING } from "../../rules/routes/device.ts";
import type { DevicePurpose } from "../../schema/actor.ts";
import type { DevicePublicKey } from "../../schema/people/device.ts";
import type { PairingStep, PairingWorld } from "./pairing-step.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;
const LABEL_MAX_CHARS = 80;

/** The device this browser already is, and whether the bank still knows it; null when it never was one. */
export async function knownDevice(
	purpose: DevicePurpose,
): Promise<{ readonly device: PairedDevice; readonly revoked: boolean } | null> {
	const device = await pairedDevice(purpose);
	if (device === undefined) return null;
	const answer = await call(DEVICE_CHALLENGE, { params: { deviceId: device.deviceId } }, null);
	return { device, revoked: !answer.ok && answer.problem.code === "device-not-paired" };
}

/** A key that signs and cannot be read out, and the world a new pairing with it needs. */
export async function browserWorld(purpose: DevicePurpose, show: (step: PairingStep) => void): Promise<PairingWorld> {
	const keys = await crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
	const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", keys.publicKey);
	const publicKey: DevicePublicKey = { kty: "EC", crv: "P-256", x, y };
	const body = { publicKey, wish: { purpose }, label: browserLabel(navigator.userAgent), version: clientVersion() };
	return {
		start: () => call(START_PAIRING, { body }, null),
		poll: (deviceCode) => call(POLL_PAIRING, { body: { deviceCode } }, null),
		keep: ({ deviceId, branchId, name, actor }) => {
			const { purpose, counterId } = actor;
			return keepDevice({ deviceId, branchId, name, purpose, counterId, key: keys.privateKey });
		},
		show,
		now: elapsedMs,
		wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
		random: Math.random,
	};
}

/** Browser and system out of what a browser calls itself, in a few words. */
export function browserLabel(userAgent: string): string {
	const browser = /(Edg|OPR|Firefox|SamsungBrowser|Chrome|Safari)\/(\d+)/.exec(userAgent);
	const system = /Android [\d.]+|Windows NT [\d.]+|iPad|iPhone|Mac OS X|CrOS|Tizen|Web0S|Linux/.exec(userAgent);
	const parts = [browser && `${browser[1]} ${browser[2]}`, system?.[0]].filter(Boolean);
	return (parts.join(" · ") || userAgent || "?").slice(0, LABEL_MAX_CHARS);
}
