import * as z from "zod";
import { Bilingual, BranchId, EpochMs, StaffId } from "../ids.ts";
import { AlertId, AlertKind } from "./alert.ts";

/**
 * What the bank's messenger is asked by: whom an alert is told whose page is not heard. It says that there is something to
 * look at, never what: nothing of a customer, no number, no link, no text.
 */
export const MessengerCall = z.strictObject({
	branch: z.strictObject({ id: BranchId, name: Bilingual }),
	alert: z.strictObject({ id: AlertId, kind: AlertKind, rings: z.boolean() }),
	/** What has just become of the alert, so that these people are told. */
	telling: z.enum(["raised", "escalated", "declined", "passed-on"]),
	/** When, by the branch's clock. */
	at: EpochMs,
	staffIds: z.array(StaffId).min(1),
});
export type MessengerCall = z.infer<typeof MessengerCall>;
