import * as z from "zod";
import { contentSection, type SectionFault } from "../definition/section.ts";
import { SEGMENTS_NAME } from "./words.ts";

const MAX_BYTES = 1_000;
/** CNY. */
const ASSETS_MAX = 10_000_000_000;
const AGE_MAX = 120;

const Assets = z.number().int().min(1).max(ASSETS_MAX);
const Age = z.number().int().min(0).max(AGE_MAX);

const Segments = z.strictObject({
	privateFrom: Assets,
	highFrom: Assets,
	midFrom: Assets,
	youngFrom: Age,
	youngTo: Age,
	potentialByAssets: z.boolean(),
	potentialFrom: Assets,
});
export type Segments = z.infer<typeof Segments>;

/** Which assets and which age make which segment (`rules/configuration/segment.ts`), where the bank's directory does not say one. */
export const SEGMENTS = contentSection<Segments>({
	kind: "content",
	name: SEGMENTS_NAME,
	schema: Segments,
	shipped: {
		privateFrom: 10_000_000,
		highFrom: 1_000_000,
		midFrom: 50_000,
		youngFrom: 16,
		youngTo: 28,
		potentialByAssets: false,
		potentialFrom: 5_000,
	},
	maxBytes: MAX_BYTES,
	check: ({ privateFrom, highFrom, midFrom, youngFrom, youngTo, potentialByAssets, potentialFrom }) => [
		...inOrder("highFrom", highFrom < privateFrom, ["高端客户门槛", "私人银行客户门槛"], ["high", "private"]),
		...inOrder("midFrom", midFrom < highFrom, ["中端客户门槛", "高端客户门槛"], ["mid", "high"]),
		...inOrder(
			"potentialFrom",
			!potentialByAssets || potentialFrom < midFrom,
			["潜力客户资产门槛", "中端客户门槛"],
			["potential", "mid"],
		),
		...(youngFrom <= youngTo
			? []
			: [
					{
						field: "youngTo",
						zh: "潜力客户的最大年龄小于最小年龄：请改大前者或改小后者",
						en: "The oldest age of potential customers is below the youngest: raise it, or lower the youngest",
					},
				]),
	],
});

type Names = readonly [lower: string, higher: string];

function inOrder(field: string, holds: boolean, [lowZh, highZh]: Names, [lowEn, highEn]: Names): SectionFault[] {
	if (holds) return [];
	return [
		{
			field,
			zh: `${lowZh}须低于${highZh}：请改小前者或改大后者`,
			en: `The threshold of ${lowEn} must be below that of ${highEn}: lower the first or raise the second`,
		},
	];
}
