import * as z from "zod";
import { EpochMs } from "../ids.ts";
import { Audience } from "./view.ts";

/** What a live connection is to show. */
export const LiveTicketBody = z.strictObject({ audience: Audience });
export type LiveTicketBody = z.infer<typeof LiveTicketBody>;

/** Opens one live connection: 128 random bits in base64url, offered as the second subprotocol, outside the URL. */
export const LiveTicket = z.object({ ticket: z.string().regex(/^[A-Za-z0-9_-]{22}$/), expiresAt: EpochMs });
export type LiveTicket = z.infer<typeof LiveTicket>;
