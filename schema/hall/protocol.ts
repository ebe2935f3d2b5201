import * as z from "zod";
import { CaseId, CaseKind, CaseNews } from "../customer/case.ts";
import { Problem } from "../problem.ts";
import { CommandRequest } from "./command.ts";
import { Answer } from "./event.ts";
import { Position } from "./view.ts";

export const CloseReason = z.enum([
	"client-too-old",
	"not-signed-in",
	"session-expired",
	"not-permitted",
	"wrong-place",
	"foreign-origin",
	"unknown-ticket",
	"branch-not-configured",
	"invalid-input",
	"too-many-sockets",
	"too-many-requests",
]);
export type CloseReason = z.infer<typeof CloseReason>;

/** The query of `GET /api/branches/{branchId}/live`: the handshake. Absent epoch or seq: send the whole view. */
export const Handshake = z.object({
	protocol: z.coerce.number().int(),
	audience: z.enum(["display", "staff", "ticket", "status"]),
	epoch: z.coerce.number().int().optional(),
	seq: z.coerce.number().int().optional(),
});
export type Handshake = z.infer<typeof Handshake>;

/** Everything a client may say. */
export const ClientFrame = z.discriminatedUnion("type", [
	CommandRequest.extend({ type: z.literal("command") }),
	/** "My view has a gap: send it whole." */
	z.strictObject({ type: z.literal("view") }),
	/** A ticket page asks for its own place; staff name a ticket. */
	z.strictObject({ type: z.literal("position"), ticketId: z.string().max(32).optional() }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** A record of any collection. */
export const ViewRecord = z.looseObject({ id: z.string() });
export type ViewRecord = z.infer<typeof ViewRecord>;

/** The branch's clock when the frame was made, and how many of its seconds pass in one real second. */
const Clock = { at: z.number(), speed: z.number() };

export const ViewFrame = z.object({
	type: z.literal("view"),
	protocol: z.number().int(),
	epoch: z.number().int(),
	seq: z.number().int(),
	...Clock,
	collections: z.record(z.string(), z.array(ViewRecord)),
});
export type ViewFrame = z.infer<typeof ViewFrame>;

/**
 * Apply only if `from` <= own seq < `seq` (and own epoch is unchanged); a patch at or below own seq is old news;
 * otherwise ask for the whole view.
 */
export const PatchFrame = z.object({
	type: z.literal("patch"),
	from: z.number().int(),
	seq: z.number().int(),
	at: z.number(),
	put: z.record(z.string(), z.array(ViewRecord)),
	remove: z.record(z.string(), z.array(z.string())),
});
export type PatchFrame = z.infer<typeof PatchFrame>;

export const AnswerFrame = z.object({
	type: z.literal("answer"),
	commandId: z.string(),
	answer: Answer,
	/** Present when refused. */
	problem: Problem.optional(),
});
export type AnswerFrame = z.infer<typeof AnswerFrame>;

export const PositionFrame = z.object({ type: z.literal("position"), position: Position });
/**
 * News of a case, on the live connections of those alone whom it concerns: they read it, or their tasks, again. `due` and
 * `escalated` ring.
 */
export const CaseFrame = z.object({
	type: z.literal("case"),
	news: CaseNews,
	kind: CaseKind,
	/** Absent: of a customer who was recognised, and has no record yet. */
	caseId: CaseId.optional(),
});
export type CaseFrame = z.infer<typeof CaseFrame>;
/** A frame that could not be understood or allowed; nothing was done. */
export const ProblemFrame = z.object({ type: z.literal("problem"), problem: Problem });

/** Everything the server may say. */
export const ServerFrame = z.discriminatedUnion("type", [
	ViewFrame,
	PatchFrame,
	AnswerFrame,
	PositionFrame,
	CaseFrame,
	ProblemFrame,
]);
export type ServerFrame = z.infer<typeof ServerFrame>;
