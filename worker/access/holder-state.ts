import * as z from "zod";
import { DeviceActor, HolderActor, ServiceActor, StaffActor } from "../../schema/actor.ts";
import { Bilingual, BranchId, EpochMs, StaffId } from "../../schema/ids.ts";
import { DevicePublicKey } from "../../schema/people/device.ts";
import { SessionId, SignInMethod } from "../../schema/people/session.ts";
import { NO_TRIES } from "../domain/session/sign-in-tries.ts";
import { KeptTries, KnownBrowser } from "./known-browsers.ts";

/** One session as it is kept: its secret only as a hash. */
export const KeptSession = z.object({
	sessionId: SessionId,
	secretHash: z.string(),
	method: SignInMethod,
	label: z.string(),
	startedAt: EpochMs,
	lastUsedAt: EpochMs,
	idleMs: z.number(),
	endsAt: EpochMs,
	locked: z.boolean(),
	wrongPins: z.number().int(),
	/** Branches where it may hold live connections. */
	branchIds: z.array(BranchId),
	/** Only in demo mode: whom it speaks for, whatever the bank's memory says. */
	demoActor: HolderActor.optional(),
});
export type KeptSession = z.infer<typeof KeptSession>;

const StaffHolder = z.object({
	kind: z.literal("staff"),
	staffId: StaffId,
	name: Bilingual,
	active: z.boolean(),
	mustChangePassword: z.boolean(),
	actors: z.array(StaffActor),
});
const DeviceHolder = z.object({
	kind: z.literal("device"),
	name: z.string(),
	actor: DeviceActor,
	publicKey: DevicePublicKey,
	retired: z.boolean(),
});

const ServiceHolder = z.object({
	kind: z.literal("service"),
	actor: ServiceActor,
	endsAt: EpochMs,
	/** Newest first, each only as a hash; those before the newest end with their overlap. */
	secrets: z.array(z.object({ hash: z.string(), endsAt: EpochMs })),
	revoked: z.boolean(),
});

/** Everything one person, device or program is known by here. One row, replaced whole: it is small and has one writer. */
export const HolderState = z.object({
	/** Null: nobody has ever signed in under this name. */
	holder: z.discriminatedUnion("kind", [StaffHolder, DeviceHolder, ServiceHolder]).nullable(),
	/** The bank's memory may say otherwise by now, and has to be asked. */
	stale: z.boolean(),
	/** Wrong passwords of strangers: from where this person has not signed in before. */
	tries: KeptTries,
	/** Wrong passwords from within this person's own sessions. */
	ownTries: KeptTries.default(NO_TRIES),
	/** Where this person has signed in before: what strangers try elsewhere does not count there. */
	knownBrowsers: z.array(KnownBrowser).default([]),
	pinHash: z.string().nullable(),
	sessions: z.array(KeptSession),
	/** Of a device: the key of the challenges it is given. */
	challengeKey: z.string().nullable().default(null),
	/** Challenges answered rightly, until they would be over: each is good once. */
	answered: z.array(z.object({ challenge: z.string(), endsAt: EpochMs })).default([]),
	/** Live connections that have not been closed yet although they must be. */
	owed: z.array(z.object({ branchId: BranchId, sessionId: SessionId, ended: z.boolean() })),
	/** Failed tries in a row to pay what is owed or to ask the bank's memory. */
	failures: z.number().int(),
	/** When this was last written: what nobody ever signed in under is forgotten after a while. */
	writtenAt: EpochMs,
});
export type HolderState = z.infer<typeof HolderState>;

export const NOBODY: HolderState = {
	holder: null,
	stale: false,
	tries: NO_TRIES,
	ownTries: NO_TRIES,
	knownBrowsers: [],
	pinHash: null,
	sessions: [],
	challengeKey: null,
	answered: [],
	owed: [],
	failures: 0,
	writtenAt: 0,
};
