const MINUTE_MS = 60_000;

/** When a branch notices something, where its limits say nothing else: what ships, and what days of before went by. */
export const USUAL_LIMITS = {
	/** A customer served this many times the usual time, and at least this long, is worth a look. */
	longServiceTimes: 2.5,
	longServiceLeastMs: 10 * MINUTE_MS,
	/** The target is a mean: one wait that is longer is no matter yet, but more than this is. */
	longWaitLeastMs: 15 * MINUTE_MS,
	/** What is foreseen is no fact yet: it must be this much beyond the limit, and this share of it waited already. */
	foreseenTimes: 1.25,
	foreseenShare: 0.5,
	/** A line is in order again only when nobody in it has waited more than this share of the limit. */
	settledShare: 0.8,
	/** For so long one manager is rung before the next is. */
	offerRingsMs: 30_000,
	/** For so long nobody may have the lobby by their own word before the head is told. */
	uncoveredAfterMs: 60_000,
	/** Whose page was not heard for so long is not reachable. */
	notReachableAfterMs: 3 * MINUTE_MS,
} as const;

/** Times in ms; `…Times` and `…Share` are factors. */
export type NoticeLimits = { readonly [Name in keyof typeof USUAL_LIMITS]: number };

type Configured = { readonly limits: { readonly [Name in keyof NoticeLimits]?: number | undefined } };

const filledIn = new WeakMap<Configured, NoticeLimits>();

/** What a branch goes by; null: nothing is configured yet. Made once for a configuration: it is asked for with each commit. */
export function noticeLimits(configuration: Configured | null): NoticeLimits {
	if (configuration === null) return USUAL_LIMITS;
	const known = filledIn.get(configuration);
	if (known !== undefined) return known;
	const limits = { ...USUAL_LIMITS, ...(configuration.limits as Partial<NoticeLimits>) };
	filledIn.set(configuration, limits);
	return limits;
}
