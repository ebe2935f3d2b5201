import type { Role } from "../../../schema/actor.ts";
import type { LongWaitReason } from "../../../schema/hall/alert.ts";
import type { AlertKindRow } from "./alert-kind.ts";

const MINUTE_MS = 60_000;
const HEADS = ["branch-head", "deputy-head"] as const satisfies readonly Role[];

/** Those who wait for a service wait too long, or will: somebody opens one more counter, or leads them elsewhere. */
export const LONG_WAIT: AlertKindRow<LongWaitReason> = {
	letter: "w",
	tells: () => [["lobby-manager", "stand-in"], HEADS, ["duty-supervisor"]],
	above: HEADS,
	rings: () => true,
	isUrgent: () => false,
	escalatesAfterMs: 5 * MINUTE_MS,
	openForMs: () => 120 * MINUTE_MS,
	// Whoever has taken it is about it: the line raises none meanwhile.
	acceptedForMs: 60 * MINUTE_MS,
};
