/** The parts that people play in a referral, in the order in which they count when nothing else tells them apart. */
const PARTS = ["recognised", "informed", "closed"] as const;
type Part = (typeof PARTS)[number];

/** All of the credit for one record. */
export const POINTS = 100;

/** Whole percent of each part, exactly 100 together. */
export type Shares = Readonly<Record<Part, number>>;
/** Who played each part; null: nobody. */
export type Played = Readonly<Record<Part, string | null>>;

/**
 * Points by person, whole and exactly 100 together, none where nobody played any part. The share of a part that nobody played goes to the others in
 * proportion to theirs, to all alike when they have none; what does not come out even goes to the largest remainders. Whoever
 * played several parts has the sum.
 */
export function pointsOf(shares: Shares, played: Played): ReadonlyMap<string, number> {
	const parts = PARTS.flatMap((part) => {
		const staffId = played[part];
		return staffId === null ? [] : [{ staffId, share: shares[part] }];
	});
	const sum = parts.reduce((all, { share }) => all + share, 0);
	const whole = sum === 0 ? parts.length : sum;
	const split = parts.map(({ staffId, share }) => {
		const due = (sum === 0 ? 1 : share) * POINTS;
		return { staffId, points: Math.floor(due / whole), rest: due % whole };
	});
	const left = POINTS - split.reduce((all, { points }) => all + points, 0);
	const points = new Map<string, number>();
	for (const [at, each] of split.toSorted((one, other) => other.rest - one.rest).entries()) {
		const own = each.points + (at < left ? 1 : 0);
		if (own > 0) points.set(each.staffId, (points.get(each.staffId) ?? 0) + own);
	}
	return points;
}
