/** A wait against its target: the signal colours follow it, always beside a word or an icon. */
export type WaitLevel = "within" | "near" | "over";

/** From this share of the target on a wait counts as near. */
export const NEAR_SHARE = 0.8;

/** Where a wait of `waitMs` stands against `targetMs`. */
export function waitLevel(waitMs: number, targetMs: number): WaitLevel {
	if (waitMs > targetMs) return "over";
	return waitMs >= targetMs * NEAR_SHARE ? "near" : "within";
}

const WEIGHT: Record<WaitLevel, number> = { within: 0, near: 1, over: 2 };

/** Negative when `one` is more urgent than `other`. */
export function byUrgency(one: WaitLevel, other: WaitLevel): number {
	return WEIGHT[other] - WEIGHT[one];
}
