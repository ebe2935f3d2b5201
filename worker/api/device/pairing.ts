import type { HolderActor } from "../../../schema/actor.ts";
import { PAIRING_MAX_MS, PAIRING_POLL_EVERY_MS } from "../../../schema/limits.ts";
import type { Device } from "../../../schema/people/device.ts";
import { networkOf, UNKNOWN_NETWORK } from "../../domain/session/network.ts";
import type { Env } from "../../platform/env.ts";
import { findDevice, findDeviceAnywhere } from "../../records/device/device.ts";
import {
	approvePairing as approve,
	denyPairing as deny,
	notePoll,
	type Pairing,
	pairingOfCode,
	pairingOfDevice,
	startPairing as start,
} from "../../records/device/pairing.ts";
import { countTry, countWrongCode, forgiveTry } from "../../records/device/pairing-tries.ts";
import { memoryOf } from "../../records/memory.ts";
import { addressOf } from "../door/address.ts";
import { askBranch } from "../door/branch-stub.ts";
import { holderOf } from "../door/holder-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { staffIdOf } from "../people/staff-id-of.ts";
import { hashOfCode, newDeviceCode, newDeviceId, newUserCode } from "./pairing-code.ts";

/** Two living codes are hardly ever the same; drawing so often in vain means that something is wrong. */
const DRAWS_MAX = 3;
/** A poll is early only when it is by more than this: timers and networks are not exact. */
const POLL_SLACK_MS = 500;
const SLOW_DOWN_BY_MS = 5_000;
const POLL_EVERY_MAX_MS = 60_000;

export const startPairing: Handler<"startPairing"> = async ({ env, request, body, now }) => {
	const memory = memoryOf(env.DB);
	const expiresAt = now + PAIRING_MAX_MS;
	for (let draws = 1; draws <= DRAWS_MAX; draws++) {
		const [deviceCode, userCode] = [newDeviceCode(), newUserCode()];
		const outcome = await start(memory, {
			deviceCodeHash: hashOfCode("device", deviceCode),
			userCodeHash: hashOfCode("user", userCode),
			publicKey: body.publicKey,
			wish: body.wish.purpose,
			label: printable(body.label),
			clientVersion: body.version,
			network: networkOfCaller(request),
			askedAt: now,
			expiresAt,
			pollEveryMs: PAIRING_POLL_EVERY_MS,
		});
		if (outcome === "full") return new Refused("too-many-requests");
		if (outcome === "started")
			return { deviceCode, userCode, expiresAt, expiresInMs: PAIRING_MAX_MS, pollEveryMs: PAIRING_POLL_EVERY_MS };
	}
	return new Refused("not-ready");
};

export const pollPairing: Handler<"pollPairing"> = async ({ env, body, now }) => {
	const memory = memoryOf(env.DB);
	const pairing = await pairingOfDevice(memory, hashOfCode("device", body.deviceCode), now);
	if (pairing === null) return { status: "expired" };
	switch (pairing.status) {
		case "denied":
			return { status: "denied" };
		case "approved": {
			const device = await findDeviceAnywhere(memory, pairing.deviceId ?? "");
			if (device?.status !== "active") return { status: "denied" };
			const { deviceId, branchId, name } = device;
			return { status: "approved", deviceId, branchId, name, actor: actorOf(device) };
		}
		case "pending": {
			const early = now - pairing.polledAt < pairing.pollEveryMs - POLL_SLACK_MS;
			const pollEveryMs = Math.min(pairing.pollEveryMs + (early ? SLOW_DOWN_BY_MS : 0), POLL_EVERY_MAX_MS);
			await notePoll(memory, pairing.deviceCodeHash, now, pollEveryMs);
			return early ? { status: "slow-down", pollEveryMs } : { status: "pending" };
		}
		default:
			return pairing.status satisfies never;
	}
};

export const inspectPairing: Handler<"inspectPairing"> = async (call) => {
	const pairing = await undecided(call);
	if (pairing instanceof Refused) return pairing;
	const { wish, label, clientVersion, askedAt, expiresAt, network } = pairing;
	const sameNetwork = network !== UNKNOWN_NETWORK && network === networkOfCaller(call.request);
	const { userCode } = call.body;
	return { userCode, wish: { purpose: wish }, label, clientVersion, askedAt, expiresAt, network, sameNetwork };
};

export const approvePairing: Handler<"approvePairing"> = async (call) => {
	const { env, params, body, now } = call;
	const pairing = await undecided(call);
	if (pairing instanceof Refused) return pairing;
	const counterId = "counterId" in body ? (body.counterId ?? null) : null;
	const unknown = counterId === null ? null : await missingCounter(env, params.branchId, counterId);
	if (unknown !== null) return unknown;
	const facts = {
		deviceId: newDeviceId(),
		branchId: params.branchId,
		name: body.name,
		purpose: body.purpose,
		counterId,
	};
	// Nobody knows the new id yet, so a key adopted for an approval that then loses opens nothing.
	const holder = holderOf(env, "device", facts.deviceId);
	await holder.adopt({ actor: actorOf(facts), name: facts.name, publicKey: pairing.publicKey });
	const memory = memoryOf(env.DB);
	const decision = { deviceCodeHash: pairing.deviceCodeHash, staffId: staffIdOf(call.actor), now };
	if (!(await approve(memory, decision, facts))) {
		await holder.retire();
		return new Refused("pairing-decided");
	}
	return (await findDevice(memory, facts)) ?? new Refused("not-ready");
};

export const denyPairing: Handler<"denyPairing"> = async (call) => {
	const pairing = await undecided(call);
	if (pairing instanceof Refused) return pairing;
	const decision = { deviceCodeHash: pairing.deviceCodeHash, staffId: staffIdOf(call.actor), now: call.now };
	return (await deny(memoryOf(call.env.DB), decision)) ? { done: true } : new Refused("pairing-decided");
};

type ByCode = {
	readonly env: Env;
	readonly actor: HolderActor | null;
	readonly params: { readonly branchId: string };
	readonly body: { readonly userCode: string };
	readonly now: number;
};

/** The pairing of the code that was typed, still to be decided. A wrong code costs its typist more and more time. */
async function undecided({ env, actor, params, body, now }: ByCode): Promise<Pairing | Refused> {
	const memory = memoryOf(env.DB);
	const at = { staffId: staffIdOf(actor), branchId: params.branchId };
	const retryAt = await countTry(memory, at, now);
	if (retryAt !== null) return new Refused("too-many-tries", { retryAfterMs: retryAt - now });
	const pairing = await pairingOfCode(memory, hashOfCode("user", body.userCode), now);
	if (pairing === null) {
		await countWrongCode(memory, now);
		return new Refused("unknown-pairing");
	}
	await forgiveTry(memory, at);
	return pairing.status === "pending" ? pairing : new Refused("pairing-decided");
}

async function missingCounter(env: Env, branchId: string, counterId: string): Promise<Refused | null> {
	const configuration = await askBranch(env, branchId, async (branch) => branch.configuration());
	if (configuration instanceof Refused) return configuration;
	if (configuration === null) return new Refused("branch-not-configured");
	return configuration.counters.some(({ id }) => id === counterId) ? null : new Refused("unknown-counter");
}

function actorOf(device: Pick<Device, "deviceId" | "branchId" | "purpose" | "counterId">) {
	const { deviceId, branchId, purpose, counterId } = device;
	const place = { kind: "branch", branchId } as const;
	return { kind: "device" as const, deviceId, purpose, place, ...(counterId === null ? {} : { counterId }) };
}

function networkOfCaller(request: Request): string {
	return networkOf(addressOf(request));
}

/** A label comes from a stranger: nothing in it may steer how the line around it is shown. */
function printable(label: string): string {
	return label.replaceAll(/\p{C}/gu, "").trim() || UNKNOWN_NETWORK;
}
