import * as z from "zod";
import { PROTOCOL_MIN_VERSION, PROTOCOL_VERSION } from "../../../rules/live-protocol.ts";
import { Actor } from "../../../schema/actor.ts";
import { Audience } from "../../../schema/hall/view.ts";
import { EpochMs } from "../../../schema/ids.ts";
import { SessionId } from "../../../schema/people/session.ts";

/** What a hibernating socket remembers of itself. */
export const Attachment = z.object({
	/** One for each role held here, the first for who looks; never empty. */
	actors: z.tuple([Actor], Actor),
	audience: Audience,
	protocol: z.number().int(),
	ticketId: z.string().optional(),
	sessionId: SessionId.optional(),
	/** Wall-clock time; absent for connections of older versions. */
	acceptedAt: EpochMs.optional(),
	/** Wall-clock time after which its credential is no longer good; absent for a ticket's link. */
	expiresAt: EpochMs.optional(),
});
export type Attachment = z.infer<typeof Attachment>;

export const PROTOCOLS: readonly number[] = [PROTOCOL_VERSION, PROTOCOL_MIN_VERSION];

/** The tags by which sockets are found again: who looks at what, whose session it is, where it comes from. */
export function tagOf(audience: Audience, protocol: number, ticketId: string | undefined): string {
	return `${audience}@${protocol}${ticketId === undefined ? "" : `/${ticketId}`}`;
}
export const sessionTag = (sessionId: string) => `session ${sessionId}`;
export const addressTag = (address: string) => `address ${address}`;
