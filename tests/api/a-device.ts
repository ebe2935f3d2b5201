import type { DevicePurpose, HolderActor } from "../../schema/actor.ts";
import {
	Device,
	DeviceChallenge,
	DeviceSession,
	PairingAnswer,
	type PairingApproval,
	PairingStart,
} from "../../schema/people/device.ts";
import { deviceProofText } from "../../schema/people/device-proof.ts";
import { Problem, type ProblemCode } from "../../schema/problem.ts";
import { bearer, call, staffAt } from "./callers.ts";

/** The address under which the tests reach the worker. */
const ORIGIN = "http://tingtang.test";

export const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
	call(path, { method: "POST", headers, body: JSON.stringify(body) });

export type Signing = {
	readonly origin?: string;
	readonly deviceId?: string;
	readonly challenge?: string;
	readonly key?: CryptoKey;
};

/** A new device in front of which somebody stands: a key of its own and a code on its screen. */
export async function aNewDevice({ address = "203.0.113.7", purpose = "display" as DevicePurpose } = {}) {
	const keys = await aKeyPair();
	const exported = await crypto.subtle.exportKey("jwk", keys.publicKey);
	if (exported instanceof ArrayBuffer) throw new Error("asked for a JSON Web Key");
	const { x = "", y = "" } = exported;
	const response = await post(
		"/pairings",
		{
			publicKey: { kty: "EC", crv: "P-256", x, y },
			wish: { purpose },
			label: "Test browser 1",
			version: "build-1",
		},
		{ "CF-Connecting-IP": address },
	);
	if (!response.ok) throw new Error(await response.text());
	const start = PairingStart.parse(await response.json());
	const poll = async () =>
		PairingAnswer.parse(await (await post("/pairings/poll", { deviceCode: start.deviceCode })).json());

	async function challenge(deviceId: string): Promise<string> {
		const answer = await call(`/devices/${deviceId}/challenge`, { method: "POST" });
		return DeviceChallenge.parse(await answer.json()).challenge;
	}
	/** Signs what it is told to and sends it under its own id; by default all as it should be. */
	async function signIn(deviceId: string, signing: Signing = {}): Promise<Response> {
		const given = signing.challenge ?? (await challenge(deviceId));
		const text = deviceProofText(signing.origin ?? ORIGIN, signing.deviceId ?? deviceId, given);
		const bytes = await crypto.subtle.sign(
			{ name: "ECDSA", hash: "SHA-256" },
			signing.key ?? keys.privateKey,
			new TextEncoder().encode(text),
		);
		const signature = Buffer.from(bytes).toString("base64url");
		return post(`/devices/${deviceId}/session`, { challenge: given, signature }, { Origin: ORIGIN });
	}
	return { ...start, poll, challenge, signIn };
}

export function aKeyPair(): Promise<CryptoKeyPair> {
	return crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
		"sign",
		"verify",
	]) as Promise<CryptoKeyPair>;
}

type Asked = Partial<PairingApproval> & { readonly userCode: string };

/** What a person at a branch does with the code of a device. */
export async function decide(
	what: "inspection" | "approval" | "denial",
	person: HolderActor,
	branchId: string,
	body: Asked,
	headers: Record<string, string> = {},
): Promise<Response> {
	const whole = what === "approval" ? { purpose: "display", name: "一楼大屏", ...body } : { userCode: body.userCode };
	return post(`/branches/${branchId}/pairings/${what}`, whole, { ...(await bearer(person)), ...headers });
}

/** A device that was approved by this person, and signs in. */
export async function aPairedDevice(person: HolderActor, branchId: string, more: Partial<PairingApproval> = {}) {
	const device = await aNewDevice();
	const approved = await decide("approval", person, branchId, { ...more, userCode: device.userCode });
	if (!approved.ok) throw new Error(await approved.text());
	const { deviceId } = Device.parse(await approved.json());
	return { ...device, deviceId };
}

export async function sessionOf(response: Response): Promise<DeviceSession> {
	return DeviceSession.parse(await response.json());
}

let approvers = 0;
/** Somebody who may approve, unknown to the limits of every other test. */
export const approver = (branchId: string) => staffAt("lobby-manager", branchId, `approver-${++approvers}`);

export async function refusal(response: Response): Promise<ProblemCode> {
	return Problem.parse(await response.json()).code;
}
