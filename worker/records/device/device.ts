import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DevicePurpose, Place } from "../../../schema/actor.ts";
import { DEVICE_REPORT_EVERY_MS } from "../../../schema/limits.ts";
import { Device, type DeviceReport, type DeviceStatus } from "../../../schema/people/device.ts";
import { afterRow } from "../after-row.ts";
import type { Memory } from "../memory.ts";
import { withinAny } from "../within-place.ts";

export const devices = sqliteTable("devices", {
	deviceId: text("device_id").primaryKey(),
	branchId: text("branch_id").notNull(),
	name: text("name").notNull(),
	purpose: text("purpose").notNull(),
	counterId: text("counter_id"),
	status: text("status", { enum: ["active", "revoked"] })
		.notNull()
		.default("active"),
	label: text("label").notNull(),
	clientVersion: text("client_version").notNull(),
	shows: text("shows"),
	lastSeenAt: integer("last_seen_at"),
	pairedBy: text("paired_by").notNull(),
	pairedAt: integer("paired_at").notNull(),
	revokedBy: text("revoked_by"),
	revokedAt: integer("revoked_at"),
	version: integer("version").notNull().default(1),
});

type Filter = { readonly purpose?: DevicePurpose | undefined; readonly status?: DeviceStatus | undefined };
type Slice = {
	readonly limit: number;
	readonly after: { readonly branchId: string; readonly deviceId: string } | null;
};

/** One page of the devices within any of these places, by branch and then by id. */
export async function listDevices(
	memory: Memory,
	places: readonly Place[],
	filter: Filter,
	slice: Slice,
): Promise<Device[]> {
	const { after } = slice;
	const rows = await memory
		.select()
		.from(devices)
		.where(
			and(
				withinAny(devices.branchId, places),
				filter.purpose === undefined ? undefined : eq(devices.purpose, filter.purpose),
				filter.status === undefined ? undefined : eq(devices.status, filter.status),
				after === null
					? undefined
					: afterRow(
							"up",
							{ column: devices.branchId, value: after.branchId },
							{ column: devices.deviceId, value: after.deviceId },
						),
			),
		)
		.orderBy(asc(devices.branchId), asc(devices.deviceId))
		.limit(slice.limit);
	return rows.map((row) => Device.parse(row));
}

type DeviceKey = { readonly branchId: string; readonly deviceId: string };

/** A device of this branch; null when the branch has none of that id. */
export async function findDevice(memory: Memory, key: DeviceKey): Promise<Device | null> {
	const [row] = await memory.select().from(devices).where(at(key));
	return row === undefined ? null : Device.parse(row);
}

/** A device wherever it stands; null when it was never paired. */
export async function findDeviceAnywhere(memory: Memory, deviceId: string): Promise<Device | null> {
	const [row] = await memory.select().from(devices).where(eq(devices.deviceId, deviceId));
	return row === undefined ? null : Device.parse(row);
}

/** The device under its new name; null when it is no longer at `version`. */
export async function renameDevice(
	memory: Memory,
	key: DeviceKey,
	change: { readonly name: string; readonly version: number },
): Promise<Device | null> {
	const [row] = await memory
		.update(devices)
		.set({ name: change.name, version: sql`${devices.version} + 1` })
		.where(and(at(key), eq(devices.version, change.version)))
		.returning();
	return row === undefined ? null : Device.parse(row);
}

/** Notes that a device was revoked; the first to do so stays on record. */
export async function noteRevoked(
	memory: Memory,
	key: DeviceKey,
	by: { readonly staffId: string; readonly now: number },
): Promise<void> {
	await memory
		.update(devices)
		.set({ status: "revoked", revokedBy: by.staffId, revokedAt: by.now, version: sql`${devices.version} + 1` })
		.where(and(at(key), eq(devices.status, "active")));
}

/** Notes what a device said of itself, unless it said so a moment ago; says nothing of devices that are not on the list. */
export async function noteReport(memory: Memory, deviceId: string, report: DeviceReport, now: number): Promise<void> {
	await memory
		.update(devices)
		.set({ clientVersion: report.version, shows: report.shows, lastSeenAt: now })
		.where(
			and(
				eq(devices.deviceId, deviceId),
				eq(devices.status, "active"),
				or(isNull(devices.lastSeenAt), lt(devices.lastSeenAt, now - DEVICE_REPORT_EVERY_MS / 2)),
			),
		);
}

function at({ branchId, deviceId }: DeviceKey) {
	return and(eq(devices.deviceId, deviceId), eq(devices.branchId, branchId));
}
