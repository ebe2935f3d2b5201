import type { DevicePurpose, Place } from "../../../schema/actor.ts";
import type { Device, DeviceStatus } from "../../../schema/people/device.ts";
import type { Env } from "../../platform/env.ts";
import {
	findDevice,
	listDevices,
	noteReport,
	noteRevoked,
	renameDevice as rename,
} from "../../records/device/device.ts";
import { memoryOf } from "../../records/memory.ts";
import { placesWith } from "../door/granters.ts";
import { holderOf } from "../door/holder-stub.ts";
import { isAllowedOrigin, originOf } from "../door/origin.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { staffIdOf } from "../people/staff-id-of.ts";
import { signedInOnRecord } from "../session/sign-in-record.ts";
import { withPresence } from "./device-presence.ts";

type Wanted = {
	readonly limit: number;
	readonly cursor?: string | undefined;
	readonly purpose?: DevicePurpose | undefined;
	readonly status?: DeviceStatus | undefined;
};

export const devices: Handler<"devices"> = ({ env, caller, query }) =>
	pageOfDevices(env, placesWith("device.read", caller), query);

export const devicesOfBranch: Handler<"devicesOfBranch"> = async ({ env, params, query }) =>
	pageOfDevices(env, [{ kind: "branch", branchId: params.branchId }], query);

export const renameDevice: Handler<"renameDevice"> = async ({ env, params, body, version }) => {
	const memory = memoryOf(env.DB);
	if ((await findDevice(memory, params)) === null) return new Refused("unknown-device");
	return (await rename(memory, params, { name: body.name, version })) ?? new Refused("changed-since-read");
};

/** The key goes first: should the list not be reached afterwards, the device is out all the same, and asking again helps. */
export const revokeDevice: Handler<"revokeDevice"> = async ({ env, actor, params, now }) => {
	const memory = memoryOf(env.DB);
	if ((await findDevice(memory, params)) === null) return new Refused("unknown-device");
	await holderOf(env, "device", params.deviceId).retire();
	await noteRevoked(memory, params, { staffId: staffIdOf(actor), now });
	return (await findDevice(memory, params)) ?? new Refused("unknown-device");
};

export const deviceChallenge: Handler<"deviceChallenge"> = async ({ env, params }) =>
	(await holderOf(env, "device", params.deviceId).challenge()) ?? new Refused("device-not-paired");

export const deviceSession: Handler<"deviceSession"> = async ({ env, request, requestId, params, body, now }) => {
	// Without the header it is a program of this address; what it signed must still name this address.
	const origin = originOf(request) ?? new URL(request.url).origin;
	if (!isAllowedOrigin(origin, request, env)) return new Refused("foreign-origin");
	const label = labelOf(request);
	const result = await holderOf(env, "device", params.deviceId).signInWithKey({ ...body, origin, label });
	if (!result.ok) return new Refused(result.code === "device-not-paired" ? result.code : "device-proof-failed");
	const { token, expiresAt } = result.value;
	const unwritten = await signedInOnRecord(token, { env, requestId, now, method: "device-key", device: label });
	if (unwritten !== null) return unwritten;
	return { token, expiresAt, expiresInMs: expiresAt - now };
};

export const reportDevice: Handler<"reportDevice"> = async ({ env, actor, body, now }) => {
	if (actor?.kind !== "device") return new Refused("not-permitted");
	try {
		await noteReport(memoryOf(env.DB), actor.deviceId, body, now);
		return { done: true };
	} catch {
		// Every device says so every few minutes: while the bank's memory is away that is no news.
		console.warn(JSON.stringify({ message: "report not noted", deviceId: actor.deviceId }));
		return new Refused("not-ready");
	}
};

async function pageOfDevices(env: Env, places: readonly Place[], query: Wanted) {
	const start = startOf(query.cursor, 2);
	if (start instanceof Refused) return start;
	const after = start === null ? null : { branchId: start[0] ?? "", deviceId: start[1] ?? "" };
	const rows = await listDevices(memoryOf(env.DB), places, query, { limit: query.limit + 1, after });
	const page = pageOf(rows, query.limit, (row: Device) => [row.branchId, row.deviceId]);
	return { ...page, rows: await withPresence(env, page.rows) };
}

/** Browser and system as they name themselves, shortened. */
function labelOf(request: Request): string {
	return (request.headers.get("User-Agent") ?? "?").slice(0, 80);
}
