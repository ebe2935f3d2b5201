import type { BranchKind } from "../../schema/hall/configuration.ts";
import type { DayStatus } from "../../schema/hall/view.ts";
import type { Tone } from "../parts/tone.ts";
import type { PlainWord } from "../words/words.ts";

export const BRANCH_KIND_WORD = {
	wealth_center: "kindWealthCenter",
	wealth_branch: "kindWealthBranch",
	standard: "kindStandard",
	convenience: "kindConvenience",
} as const satisfies Record<BranchKind, PlainWord>;

export const DAY_WORD = {
	open: "dayOpen",
	closed: "dayClosed",
	"not-open": "dayNotOpen",
} as const satisfies Record<DayStatus, PlainWord>;

export const DAY_TONE = { open: "good", closed: "plain", "not-open": "plain" } as const satisfies Record<
	DayStatus,
	Tone
>;
