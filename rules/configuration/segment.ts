import type { Segment } from "../../schema/customer/customer.ts";

/** From which average daily financial assets on, in CNY, and at which age somebody is in which segment. */
export type SegmentThresholds = {
	readonly privateFrom: number;
	readonly highFrom: number;
	readonly midFrom: number;
	/** Below `midFrom`: with university education, and of this age, both ends included. */
	readonly youngFrom: number;
	readonly youngTo: number;
	/** Whether assets alone count as well, from `potentialFrom` on, at any age. */
	readonly potentialByAssets: boolean;
	readonly potentialFrom: number;
};

/** What the bank's directory may say of a customer instead of a segment; what it leaves out is not known. */
export type CustomerFacts = {
	readonly averageAssets?: number | undefined;
	readonly hasDegree?: boolean | undefined;
	readonly age?: number | undefined;
};

/** The segment of a customer: the directory's own word, else what the thresholds make of what they own. */
export function segmentOf(
	thresholds: SegmentThresholds,
	{ segment, ...facts }: CustomerFacts & { readonly segment?: Segment | undefined },
): Segment {
	return segment ?? segmentByAssets(thresholds, facts);
}

function segmentByAssets(
	{ privateFrom, highFrom, midFrom, youngFrom, youngTo, potentialByAssets, potentialFrom }: SegmentThresholds,
	{ averageAssets, hasDegree, age }: CustomerFacts,
): Segment {
	if (averageAssets === undefined) return "unknown";
	if (averageAssets >= privateFrom) return "private";
	if (averageAssets >= highFrom) return "high";
	if (averageAssets >= midFrom) return "mid";
	const isYoung = hasDegree === true && age !== undefined && age >= youngFrom && age <= youngTo;
	return isYoung || (potentialByAssets && averageAssets >= potentialFrom) ? "potential" : "ordinary";
}
