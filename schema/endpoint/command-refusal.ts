import type { ProblemCode } from "../problem.ts";

/** Why a branch refuses a command, besides what every endpoint may answer. */
export const COMMAND_REFUSALS = [
	"branch-not-configured",
	"unknown-counter",
	"unknown-mode",
	"unknown-service",
	"service-named-twice",
	"service-not-on-kiosk",
	"unknown-class",
	"unknown-staff",
	"unknown-ticket",
	"unknown-alert",
	"class-not-allowed",
	"recognition-invalid",
	"appointment-not-today",
	"branch-closed-today",
	"before-opening",
	"after-last-ticket",
	"day-not-open",
	"day-closed",
	"day-not-closed",
	"reopen-too-late",
	"reopen-not-yours",
	"numbers-exhausted",
	"device-must-rest",
	"queue-full",
	"nobody-waiting",
	"counter-not-open",
	"counter-not-closed",
	"counter-not-paused",
	"counter-busy",
	"counter-cannot-serve",
	"role-not-at-counter",
	"not-your-counter",
	"already-signed-on",
	"staff-not-on-duty",
	"wrong-status",
	"changed-meanwhile",
	"reason-required",
	"recalls-exhausted",
	"return-too-late",
	"transfer-to-nothing",
	"help-calls-full",
	"alerts-full",
	"not-on-duty",
	"configuration-in-use",
] as const satisfies readonly ProblemCode[];

export type CommandRefusal = (typeof COMMAND_REFUSALS)[number];

/** Why a branch refuses a step of a case. */
export const CASE_REFUSALS = [
	"branch-not-configured",
	"unknown-case",
	"case-erased",
	"changed-since-read",
	"wrong-stage",
	"wrong-for-step",
	"wrong-due-time",
	"unknown-staff",
	"too-many-cases",
	"too-many-steps",
] as const satisfies readonly ProblemCode[];

export type CaseRefusal = (typeof CASE_REFUSALS)[number];
