import * as z from "zod";
import { contentSection, type SectionFault } from "../definition/section.ts";
import { CREDIT_NAME } from "./words.ts";

const MAX_BYTES = 500;
/** All of the credit for one record. */
const ALL_PERCENT = 100;
/** A branch keeps a copy of each record for 31 days after it has gone to D1: so long it finds the first recogniser without D1. */
const KEPT_MAX_DAYS = 30;

const Percent = z.number().int().min(0).max(ALL_PERCENT);

const Credit = z.strictObject({
	/** One part of the section, so that a place below sets all three or none. */
	shares: z.strictObject({ recognised: Percent, informed: Percent, closed: Percent }),
	/** When a customer is referred again within so many days of the first record, `recognised` goes to who recognised them first; 0: never. */
	keptDays: z.number().int().min(0).max(KEPT_MAX_DAYS),
});
export type Credit = z.infer<typeof Credit>;

/** How the credit for a referral that is won is split by the part that each played. */
export const CREDIT = contentSection<Credit>({
	kind: "content",
	name: CREDIT_NAME,
	schema: Credit,
	shipped: { shares: { recognised: 40, informed: 20, closed: 40 }, keptDays: 30 },
	maxBytes: MAX_BYTES,
	check: ({ shares: { recognised, informed, closed } }): SectionFault[] => {
		const sum = recognised + informed + closed;
		if (sum === ALL_PERCENT) return [];
		return [
			{
				field: "shares",
				zh: `三项占比合计 ${sum}%，须正好为 100%：请调${sum > ALL_PERCENT ? "低" : "高"}其中一项`,
				en: `The three shares make ${sum} % together and must make exactly 100 %: ${sum > ALL_PERCENT ? "lower" : "raise"} one of them`,
			},
		];
	},
});
