import * as z from "zod";
import { DeviceActor, DevicePurpose } from "../actor.ts";
import { BranchId, CounterId, EpochMs, Slug, StaffId } from "../ids.ts";
import { cleanLine } from "../text/clean-text.ts";

/** Consonants only: no letter is mistaken for another or for a figure, and no word comes out. */
export const USER_CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
export const USER_CODE_CHARS = 8;

/** What the screen shows, 4-4, and a person types: case, blanks and hyphens do not matter. */
export const UserCode = z
	.string()
	.max(24)
	.overwrite((text) => text.toUpperCase().replaceAll(/[\s-]/g, ""))
	.regex(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
	.meta({ description: "eight letters as shown on the screen; blanks and hyphens are ignored", example: "WDJBMJHT" });
export type UserCode = z.infer<typeof UserCode>;

/** What only the device knows: 256 random bits, base64url. */
export const DeviceCode = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type DeviceCode = z.infer<typeof DeviceCode>;

export const DeviceId = Slug;
export type DeviceId = z.infer<typeof DeviceId>;

const Coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** The half of the device's key that may be known; the other never leaves its browser. */
export const DevicePublicKey = z.strictObject({
	kty: z.literal("EC"),
	crv: z.literal("P-256"),
	x: Coordinate,
	y: Coordinate,
});
export type DevicePublicKey = z.infer<typeof DevicePublicKey>;

/** Which build of its page a device runs. */
export const ClientVersion = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/);
/** Browser and system as they name themselves, shortened. */
export const DeviceLabel = z.string().overwrite(cleanLine).min(1).max(80);
/** What people call the device, e.g. where it hangs. */
export const DeviceName = z.string().overwrite(cleanLine).min(1).max(40);

export const PairingBody = z.strictObject({
	publicKey: DevicePublicKey,
	wish: z.strictObject({ purpose: DevicePurpose }),
	label: DeviceLabel,
	version: ClientVersion,
});
export type PairingBody = z.infer<typeof PairingBody>;

export const PairingStart = z.object({
	deviceCode: DeviceCode,
	userCode: UserCode,
	expiresAt: EpochMs,
	/** The same as a duration, for a screen whose clock is wrong. */
	expiresInMs: z.number().int(),
	pollEveryMs: z.number().int(),
});
export type PairingStart = z.infer<typeof PairingStart>;

/** How a pairing stands, for the device that asked. A code nobody knows is answered like one that is over. */
export const PairingAnswer = z.discriminatedUnion("status", [
	z.object({ status: z.literal("pending") }),
	/** Asked too soon: from now on wait at least this long between two polls. */
	z.object({ status: z.literal("slow-down"), pollEveryMs: z.number().int() }),
	z.object({ status: z.literal("denied") }),
	z.object({ status: z.literal("expired") }),
	z.object({
		status: z.literal("approved"),
		deviceId: DeviceId,
		branchId: BranchId,
		name: DeviceName,
		actor: DeviceActor,
	}),
]);
export type PairingAnswer = z.infer<typeof PairingAnswer>;

/** What asks to be paired, for the person who decides. */
export const PairingRequest = z.object({
	userCode: UserCode,
	wish: z.object({ purpose: DevicePurpose }),
	label: DeviceLabel,
	clientVersion: ClientVersion,
	askedAt: EpochMs,
	expiresAt: EpochMs,
	/** Its network address without the part that names the machine. */
	network: z.string(),
	/** Whether the person who decides comes from the same network: a device in the same hall usually does. */
	sameNetwork: z.boolean(),
});
export type PairingRequest = z.infer<typeof PairingRequest>;

const ApprovalFacts = { userCode: UserCode, name: DeviceName };
/** What the device may be from now on. A counter pad stands at one counter; a display may belong to one. */
export const PairingApproval = z.discriminatedUnion("purpose", [
	z.strictObject({ ...ApprovalFacts, purpose: z.literal("display"), counterId: CounterId.optional() }),
	z.strictObject({ ...ApprovalFacts, purpose: z.literal("kiosk") }),
	z.strictObject({ ...ApprovalFacts, purpose: z.literal("counter-pad"), counterId: CounterId }),
]);
export type PairingApproval = z.infer<typeof PairingApproval>;

export const DeviceStatus = z.enum(["active", "revoked"]);
export type DeviceStatus = z.infer<typeof DeviceStatus>;

/** A device that was paired, as a list shows it. */
export const Device = z.object({
	deviceId: DeviceId,
	branchId: BranchId,
	name: DeviceName,
	purpose: DevicePurpose,
	counterId: CounterId.nullable(),
	status: DeviceStatus,
	label: DeviceLabel,
	/** As the device last reported; when it was paired before the first report. */
	clientVersion: ClientVersion,
	/** What it shows, as a path of this system; null before the first report. */
	shows: z.string().nullable(),
	/** To within `DEVICE_REPORT_EVERY_MS`; null before the first report. */
	lastSeenAt: EpochMs.nullable(),
	pairedBy: StaffId,
	pairedAt: EpochMs,
	revokedBy: StaffId.nullable(),
	revokedAt: EpochMs.nullable(),
	/** Rises by one with each change; sent back as `If-Match`. */
	version: z.number().int(),
});
export type Device = z.infer<typeof Device>;

/** A device as a list shows it. */
export const ListedDevice = Device.extend({
	/** Whether its page is connected to its branch now; null where the branch does not say, and for one that is out. */
	connected: z.boolean().nullable(),
});
export type ListedDevice = z.infer<typeof ListedDevice>;

/** What a paired screen says of itself now and then. */
export const DeviceReport = z.strictObject({
	version: ClientVersion,
	/** Path and query of the page it shows; it holds no secret, for a device's page has none in its address. */
	shows: z.string().regex(/^\/[A-Za-z0-9/?&=._%-]{0,159}$/),
});
export type DeviceReport = z.infer<typeof DeviceReport>;

export const DeviceChallenge = z.object({
	challenge: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
	expiresAt: EpochMs,
});
export type DeviceChallenge = z.infer<typeof DeviceChallenge>;

/** The challenge, and the device's signature over it: ECDSA P-256 with SHA-256, the 64 bytes r and s in base64url. */
export const DeviceProof = z.strictObject({
	challenge: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
	signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type DeviceProof = z.infer<typeof DeviceProof>;

export const DeviceSession = z.object({
	token: z.string(),
	expiresAt: EpochMs,
	/** The same as a duration, for a screen whose clock is wrong. */
	expiresInMs: z.number().int(),
});
export type DeviceSession = z.infer<typeof DeviceSession>;
