import type { Device, ListedDevice } from "../../../schema/people/device.ts";
import type { Env } from "../../platform/env.ts";
import { askBranch } from "../door/branch-stub.ts";
import { inTime } from "../door/in-time.ts";
import { Refused } from "../door/serve.ts";

/** Whoever opens the list does not wait longer than this for a branch to say who is connected. */
const ANSWER_MAX_MS = 3_000;

/** Each device with whether its page is connected to its branch now; null where the branch does not say, and for one that is out. */
export async function withPresence(env: Env, devices: readonly Device[]): Promise<ListedDevice[]> {
	const branchIds = new Set(devices.filter(({ status }) => status === "active").map(({ branchId }) => branchId));
	const present = new Map(
		await Promise.all([...branchIds].map(async (branchId) => [branchId, await connectedAt(env, branchId)] as const)),
	);
	return devices.map((device) => {
		const connected = device.status === "active" ? present.get(device.branchId) : null;
		return { ...device, connected: connected?.has(device.deviceId) ?? null };
	});
}

async function connectedAt(env: Env, branchId: string): Promise<ReadonlySet<string> | null> {
	const answer = askBranch(env, branchId, async (branch) => branch.connectedDevices());
	const ids = await inTime(ANSWER_MAX_MS, answer);
	return ids === null || ids instanceof Refused ? null : new Set(ids);
}
