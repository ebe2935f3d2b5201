import { GOODBYE_MS } from "../../../rules/measure/goodbye.ts";
import type { Role } from "../../../schema/actor.ts";
import type { ReasonOf } from "../../../schema/hall/alert.ts";
import type { AlertKindRow } from "./alert-kind.ts";

const MINUTE_MS = 60_000;
const HEADS = ["branch-head", "deputy-head"] as const satisfies readonly Role[];
const NEVER = () => false;

/** The named stand-in is to take the lobby; who leaves waits for that. */
export const HANDOVER: AlertKindRow<ReasonOf<"handover">> = {
	letter: "t",
	tells: () => [HEADS],
	above: HEADS,
	rings: () => true,
	isUrgent: NEVER,
	escalatesAfterMs: 2 * MINUTE_MS,
	openForMs: () => 30 * MINUTE_MS,
	acceptedForMs: MINUTE_MS,
};

/** Nobody has the lobby: the head, and when no head answers whoever keeps watch at the branch. */
export const COVERAGE: AlertKindRow<ReasonOf<"coverage">> = {
	letter: "c",
	tells: () => [HEADS, ["lobby-manager", "stand-in", "duty-supervisor"]],
	above: HEADS,
	rings: () => true,
	isUrgent: () => true,
	escalatesAfterMs: 2 * MINUTE_MS,
	openForMs: () => 720 * MINUTE_MS,
	acceptedForMs: 720 * MINUTE_MS,
};

/** A customer of value is here: silent, and nothing that everybody at the branch is to read. */
export const ARRIVAL: AlertKindRow<ReasonOf<"arrival" | "departure">> = {
	letter: "v",
	tells: () => [["lobby-manager", "stand-in"]],
	above: HEADS,
	rings: NEVER,
	isUrgent: NEVER,
	escalatesAfterMs: 24 * 60 * MINUTE_MS,
	openForMs: () => 30 * MINUTE_MS,
	acceptedForMs: 5 * MINUTE_MS,
	isPrivate: true,
	onlyTo: [...HEADS, "lobby-manager", "stand-in", "relationship-manager", "marketing-manager"],
};

/** That customer leaves: as long as somebody can still say goodbye at the door. */
export const DEPARTURE: AlertKindRow<ReasonOf<"departure">> = {
	...ARRIVAL,
	letter: "d",
	openForMs: () => GOODBYE_MS,
	acceptedForMs: GOODBYE_MS,
};

/** Somebody of the staff is away: heads are shown it and have nothing to do. */
export const ABSENCE: AlertKindRow<ReasonOf<"absence">> = {
	letter: "a",
	tells: () => [HEADS],
	above: HEADS,
	rings: NEVER,
	isUrgent: NEVER,
	escalatesAfterMs: 24 * 60 * MINUTE_MS,
	openForMs: () => 30 * MINUTE_MS,
	acceptedForMs: MINUTE_MS,
};
