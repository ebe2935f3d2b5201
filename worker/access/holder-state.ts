import * as z from "zod";
import { DeviceActor, HolderActor, ServiceActor, StaffActor } from "../../schema/actor.ts";
import { Bilingual, BranchId, EpochMs, StaffId } from "../../schema/ids.ts";
import { DevicePublicKey } from "../../schema/people/device.ts";
import { SessionId, SignInMethod } from "../../schema/people/session.ts";
import { NO_TRIES } from "../domain/session/sign-in-tries.ts";
import { KeptTries, KnownBrowser } from "./known-browsers.ts";

/** One session as it is stored; of its secret only a hash. */
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
	/** Branches at which it may have live connections. */
	branchIds: z.array(BranchId),
	/** Only in demo mode: the actor of the session, whatever the bank's memory says. */
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
	/** Newest first, each only as a hash; the older ones end when the overlap after a new secret is over. */
	secrets: z.array(z.object({ hash: z.string(), endsAt: EpochMs })),
	revoked: z.boolean(),
});

/** All that is stored of one person, device or program. One row, replaced whole: it is small and has one writer. */
export const HolderState = z.object({
	/** Null: nobody has ever signed in under this name. */
	holder: z.discriminatedUnion("kind", [StaffHolder, DeviceHolder, ServiceHolder]).nullable(),
	/** The bank's memory may hold other rights by now, and has to be read. */
	stale: z.boolean(),
	/** Wrong passwords of strangers, that is from browsers in which this person has not signed in before. */
	tries: KeptTries,
	/** Wrong passwords from within this person's own sessions. */
	ownTries: KeptTries.default(NO_TRIES),
	/** Browsers in which this person has signed in before; tries of strangers do not count there. */
	knownBrowsers: z.array(KnownBrowser).default([]),
	pinHash: z.string().nullable(),
	sessions: z.array(KeptSession),
	/** Of a device: the key of the challenges it is given. */
	challengeKey: z.string().nullable().default(null),
	/** Challenges that were used, stored until they would be over anyway: each is good once. */
	answered: z.array(z.object({ challenge: z.string(), endsAt: EpochMs })).default([]),
	/** Live connections that must still be closed, because their branch could not be told yet. */
	owed: z.array(z.object({ branchId: BranchId, sessionId: SessionId, ended: z.boolean() })),
	/** How many times in a row a branch could not be told, or the bank's memory did not answer. */
	failures: z.number().int(),
	/** When this row was last written. A row under whose number nobody has ever signed in is deleted a while after. */
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
