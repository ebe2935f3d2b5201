import { fullJitterMs } from "../../client-kit/live/full-jitter.ts";
import type { PairingStart } from "../../schema/people/device.ts";
import type { Approved, PairingWorld } from "./pairing-step.ts";

/** A denied screen asks again, in case it was a slip of the finger, but leaves people time to walk over. */
export const DENIED_REST_MS = 60_000;
/** A bank's screens start together after a power cut: their questions are spread. */
const RETRY = { baseMs: 2_000, capMs: 60_000 };

/**
 * Asks for a code, shows it, and asks what became of it; a new one follows when it expires or is denied, without end.
 * Resolves once the device is paired and its key is kept.
 */
export async function pairDevice(world: PairingWorld): Promise<Approved | null> {
	for (let failures = 0; ; ) {
		const started = await world.start();
		if (!started.ok) {
			failures += 1;
			world.show({ kind: "waiting", problem: started.problem });
			await world.wait(fullJitterMs(failures, world.random, RETRY));
			continue;
		}
		failures = 0;
		const outcome = await decisionOn(started.value, world);
		if (outcome === "expired") continue;
		if (outcome === "denied") {
			world.show({ kind: "denied" });
			await world.wait(DENIED_REST_MS);
			continue;
		}
		return keepApproved(outcome, world);
	}
}

async function decisionOn(start: PairingStart, world: PairingWorld): Promise<Approved | "denied" | "expired"> {
	const { userCode, deviceCode } = start;
	const endsAt = world.now() + start.expiresInMs;
	let everyMs = start.pollEveryMs;
	let failures = 0;
	world.show({ kind: "code", userCode, endsAt, cut: false });
	while (world.now() < endsAt) {
		await world.wait(failures === 0 ? everyMs : everyMs + fullJitterMs(failures, world.random, RETRY));
		const answer = await world.poll(deviceCode);
		if (!answer.ok) {
			failures += 1;
			world.show({ kind: "code", userCode, endsAt, cut: true });
			continue;
		}
		if (failures > 0) world.show({ kind: "code", userCode, endsAt, cut: false });
		failures = 0;
		const { value } = answer;
		switch (value.status) {
			case "pending":
				break;
			case "slow-down":
				everyMs = value.pollEveryMs;
				break;
			case "denied":
			case "expired":
				return value.status;
			case "approved":
				return value;
			default:
				value satisfies never;
		}
	}
	return "expired";
}

async function keepApproved(approved: Approved, world: PairingWorld): Promise<Approved | null> {
	try {
		await world.keep(approved);
		return approved;
	} catch {
		world.show({ kind: "unable", why: "forgetful" });
		return null;
	}
}
