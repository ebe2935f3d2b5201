import type { NodeKind } from "../../rules/institution.ts";
import type { PlainWord } from "../words/words.ts";

export const KIND_WORD = {
	bank: "headOffice",
	region: "kindRegion",
	"sub-branch": "kindSubBranch",
	branch: "kindBranch",
} as const satisfies Record<NodeKind, PlainWord>;
