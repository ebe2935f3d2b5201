import { and, count, eq, gt, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import * as z from "zod";
import { DevicePurpose } from "../../../schema/actor.ts";
import { DevicePublicKey } from "../../../schema/people/device.ts";
import type { Memory } from "../memory.ts";
import { devices } from "./device.ts";
import { wrongCodesSoFar } from "./pairing-tries.ts";

const pairings = sqliteTable("pairings", {
	deviceCodeHash: text("device_code_hash").primaryKey(),
	userCodeHash: text("user_code_hash").notNull(),
	publicKey: text("public_key").notNull(),
	wish: text("wish").notNull(),
	label: text("label").notNull(),
	clientVersion: text("client_version").notNull(),
	network: text("network").notNull(),
	askedAt: integer("asked_at").notNull(),
	expiresAt: integer("expires_at").notNull(),
	pollEveryMs: integer("poll_every_ms").notNull(),
	polledAt: integer("polled_at").notNull().default(0),
	wrongCodesBefore: integer("wrong_codes_before").notNull(),
	status: text("status", { enum: ["pending", "approved", "denied"] })
		.notNull()
		.default("pending"),
	deviceId: text("device_id"),
	decidedBy: text("decided_by"),
	decidedAt: integer("decided_at"),
});

const Row = z.object({
	deviceCodeHash: z.string(),
	userCodeHash: z.string(),
	publicKey: z.string().transform((text) => DevicePublicKey.parse(JSON.parse(text))),
	wish: DevicePurpose,
	label: z.string(),
	clientVersion: z.string(),
	network: z.string(),
	askedAt: z.number().int(),
	expiresAt: z.number().int(),
	pollEveryMs: z.number().int(),
	polledAt: z.number().int(),
	status: z.enum(["pending", "approved", "denied"]),
	deviceId: z.string().nullable(),
});
/** A device that asks to be paired, as it is kept. Times are wall clock. */
export type Pairing = z.infer<typeof Row>;

export type NewPairing = Omit<Pairing, "polledAt" | "status" | "deviceId">;

/** Codes of one network that may live at a time: a large branch starting all its screens at once, twice over. */
export const PAIRINGS_PER_NETWORK_MAX = 60;
export const PAIRINGS_MAX = 5_000;
/** A code is worth nothing any more once so many wrong ones were typed since it was given, anywhere in the bank. */
export const WRONG_CODES_PER_PAIRING_MAX = 500;
/** What is over stays a little, so that a slow device still learns that it is. */
const KEEP_AFTER_EXPIRY_MS = 600_000;

/**
 * Writes a pairing down, and drops those long over. `full`: too many live already, in its network or over all;
 * `taken`: its code is another's, draw again.
 */
export async function startPairing(memory: Memory, pairing: NewPairing): Promise<"started" | "full" | "taken"> {
	const now = pairing.askedAt;
	const [, [live]] = await memory.batch([
		memory.delete(pairings).where(lt(pairings.expiresAt, now - KEEP_AFTER_EXPIRY_MS)),
		memory
			.select({ all: count(), here: sql<number>`coalesce(sum(${pairings.network} = ${pairing.network}), 0)` })
			.from(pairings)
			.where(gt(pairings.expiresAt, now)),
	]);
	if (live === undefined || live.all >= PAIRINGS_MAX || live.here >= PAIRINGS_PER_NETWORK_MAX) return "full";
	const written = await memory
		.insert(pairings)
		.values({ ...pairing, publicKey: JSON.stringify(pairing.publicKey), wrongCodesBefore: wrongCodesSoFar })
		.onConflictDoNothing()
		.returning({ deviceCodeHash: pairings.deviceCodeHash });
	return written.length === 1 ? "started" : "taken";
}

/** The pairing a device asks about; null when there is none any more, or its code is worth nothing any more. */
export async function pairingOfDevice(memory: Memory, deviceCodeHash: string, now: number): Promise<Pairing | null> {
	const decided = and(ne(pairings.status, "pending"), gt(pairings.expiresAt, now));
	return one(memory, and(eq(pairings.deviceCodeHash, deviceCodeHash), or(decided, stillLives(now))));
}

/** Notes when a device asked, and how long it should wait from now on. */
export async function notePoll(memory: Memory, deviceCodeHash: string, polledAt: number, pollEveryMs: number) {
	await memory.update(pairings).set({ polledAt, pollEveryMs }).where(eq(pairings.deviceCodeHash, deviceCodeHash));
}

/** The pairing that a living code stands for, decided or not; null for any other code. */
export async function pairingOfCode(memory: Memory, userCodeHash: string, now: number): Promise<Pairing | null> {
	return one(memory, and(eq(pairings.userCodeHash, userCodeHash), stillLives(now)));
}

type Decision = { readonly deviceCodeHash: string; readonly staffId: string; readonly now: number };
type DeviceFacts = {
	readonly deviceId: string;
	readonly branchId: string;
	readonly name: string;
	readonly purpose: DevicePurpose;
	readonly counterId: string | null;
};

/** True for the one caller whose approval counts; the device is on the list then. */
export async function approvePairing(memory: Memory, decision: Decision, device: DeviceFacts): Promise<boolean> {
	const { deviceCodeHash, staffId, now } = decision;
	const [decided] = await memory.batch([
		memory
			.update(pairings)
			.set({ status: "approved", deviceId: device.deviceId, decidedBy: staffId, decidedAt: now })
			.where(undecided(deviceCodeHash, now))
			.returning({ deviceId: pairings.deviceId }),
		// The id is new, so this finds the pairing only when the statement before has just won it.
		memory.insert(devices).select(
			memory
				.select({
					deviceId: sql`${device.deviceId}`.as("device_id"),
					branchId: sql`${device.branchId}`.as("branch_id"),
					name: sql`${device.name}`.as("name"),
					purpose: sql`${device.purpose}`.as("purpose"),
					counterId: sql`${device.counterId}`.as("counter_id"),
					status: sql`'active'`.as("status"),
					label: pairings.label,
					clientVersion: pairings.clientVersion,
					shows: sql`null`.as("shows"),
					lastSeenAt: sql`null`.as("last_seen_at"),
					pairedBy: sql`${staffId}`.as("paired_by"),
					pairedAt: sql`${now}`.as("paired_at"),
					revokedBy: sql`null`.as("revoked_by"),
					revokedAt: sql`null`.as("revoked_at"),
					version: sql`1`.as("version"),
				})
				.from(pairings)
				.where(and(eq(pairings.deviceCodeHash, deviceCodeHash), eq(pairings.deviceId, device.deviceId))),
		),
	]);
	return decided.length === 1;
}

/** True for the one caller whose denial counts. */
export async function denyPairing(memory: Memory, { deviceCodeHash, staffId, now }: Decision): Promise<boolean> {
	const decided = await memory
		.update(pairings)
		.set({ status: "denied", decidedBy: staffId, decidedAt: now })
		.where(undecided(deviceCodeHash, now))
		.returning({ deviceCodeHash: pairings.deviceCodeHash });
	return decided.length === 1;
}

async function one(memory: Memory, where: SQL | undefined): Promise<Pairing | null> {
	const [row] = await memory.select().from(pairings).where(where);
	return row === undefined ? null : Row.parse(row);
}

function undecided(deviceCodeHash: string, now: number): SQL | undefined {
	return and(eq(pairings.deviceCodeHash, deviceCodeHash), eq(pairings.status, "pending"), stillLives(now));
}

function stillLives(now: number): SQL | undefined {
	const wrongSince = sql<number>`${wrongCodesSoFar} - ${pairings.wrongCodesBefore}`;
	return and(gt(pairings.expiresAt, now), lte(wrongSince, WRONG_CODES_PER_PAIRING_MAX - 1));
}
