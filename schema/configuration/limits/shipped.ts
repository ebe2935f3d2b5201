import { USUAL_LIMITS } from "../../../rules/measure/usual-limits.ts";
import type { BranchLimits } from "../../hall/configuration.ts";

const MINUTE_MS = 60_000;

/** What ships. */
export const SHIPPED_LIMITS: BranchLimits = {
	returnGraceMs: 15 * MINUTE_MS,
	closeAfterMs: 60 * MINUTE_MS,
	...USUAL_LIMITS,
};
