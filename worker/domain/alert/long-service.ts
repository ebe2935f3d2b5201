import type { Role } from "../../../schema/actor.ts";
import type { LongServiceReason } from "../../../schema/hall/alert.ts";
import type { AlertKindRow } from "./alert-kind.ts";

const MINUTE_MS = 60_000;
const HEADS = ["branch-head", "deputy-head"] as const satisfies readonly Role[];

/** One customer takes far longer than usual: somebody of the lobby looks, tells those behind, and leads them elsewhere. */
export const LONG_SERVICE: AlertKindRow<LongServiceReason> = {
	letter: "s",
	tells: () => [["lobby-manager", "stand-in"], ["lobby-usher"], HEADS],
	above: HEADS,
	rings: () => true,
	isUrgent: () => false,
	escalatesAfterMs: 5 * MINUTE_MS,
	openForMs: () => 120 * MINUTE_MS,
	acceptedForMs: 60 * MINUTE_MS,
};
