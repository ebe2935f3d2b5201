import { ticketGate } from "../../client-kit/customer/ticket-gate.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import type { BranchRecord, PublicService } from "../../schema/hall/view.ts";
import type { Step } from "./kiosk-step.ts";

/** Whether tickets can be taken here now, and if not, why. */
export type Gate = "open" | "connecting" | "offline" | "refused" | "closed" | "after-last";

/** Follows from what the branch said last, and from the state of the connection to it. */
export function kioskGate(branch: BranchRecord | undefined, now: number | null, connection: Connection): Gate {
	if (connection.status === "refused") return "refused";
	if (connection.status === "lost" || (connection.status === "amber" && branch !== undefined)) return "offline";
	if (branch === undefined || now === null) return "connecting";
	return ticketGate(branch, now);
}

/** Whether a step is of use only while the gate is open. The others show what has been asked for already, and stay. */
export function needsOpenGate({ at }: Step): boolean {
	return at === "choosing" || at === "recognising" || at === "confirming";
}

/** Whether the customer's step has become pointless: no number is given any more today, or what was chosen is no longer given out here. */
export function isOver(step: Step, gate: Gate, services: readonly PublicService[]): boolean {
	if (needsOpenGate(step) && (gate === "closed" || gate === "after-last")) return step.at !== "choosing";
	return step.at === "confirming" && gate === "open" && !services.some((each) => each.id === step.service.id);
}
