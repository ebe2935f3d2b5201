import * as z from "zod";
import { EpochMs, StaffId } from "../ids.ts";

/** Whether somebody is there to be called, by their own word. `away` comes back at a time it says. */
export const PresenceStatus = z.enum(["on-duty", "away", "lunch", "off-duty"]);
export type PresenceStatus = z.infer<typeof PresenceStatus>;

/** Every way of not being there; each is told to the head. */
export const Absence = PresenceStatus.exclude(["on-duty"]);
export type Absence = z.infer<typeof Absence>;

/** Why somebody is away for a while. */
export const AwayReason = z.enum(["meeting", "outside", "training", "unwell", "called-away", "other"]);
export type AwayReason = z.infer<typeof AwayReason>;

/** How somebody is absent: what they say, and what a hand-over of the lobby leads to once it is accepted. */
export const AbsenceFacts = {
	status: Absence,
	reason: AwayReason.optional(),
	backAt: EpochMs.optional(),
};

/** What one person has said of being there; id: the staff id. Who has said nothing has no record. */
export const StaffPresence = z.object({
	id: StaffId,
	status: PresenceStatus,
	since: EpochMs,
	reason: AwayReason.optional(),
	backAt: EpochMs.optional(),
	/** Has the lobby: as its manager, or as who has taken it over. */
	lobby: z.literal(true).optional(),
});
export type StaffPresence = z.infer<typeof StaffPresence>;

/** One record with id `lobby`, there while somebody has to know: that nobody has the lobby, or whom referrals go to in turn. */
export const LobbyRecord = z.object({
	id: z.literal("lobby"),
	/** Since when nobody has it by their own word; null: somebody has, or nobody need. */
	uncoveredSince: EpochMs.nullable(),
	/** The head's list of today, the first to be asked first. */
	dutyOrder: z.array(StaffId),
});
export type LobbyRecord = z.infer<typeof LobbyRecord>;
