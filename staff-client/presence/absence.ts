import type { AwayReason, Absence as SchemaAbsence } from "../../schema/hall/presence.ts";

export type Absence = SchemaAbsence;
export type Reason = AwayReason;

/** Every reason once; one that is missing here does not compile. */
const REASONS = {
	meeting: true,
	outside: true,
	training: true,
	unwell: true,
	"called-away": true,
	other: true,
} as const satisfies Record<AwayReason, true>;
export const AWAY_REASONS = Object.keys(REASONS) as readonly AwayReason[];
/** After how many minutes somebody is back, as they choose it with a thumb. */
export const BACK_MINUTES = [15, 30, 60, 120] as const;
