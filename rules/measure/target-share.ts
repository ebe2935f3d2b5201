/** The share of waits that a branch is to keep within the targets of its services, and from where on it is nearly so. */
export const TARGET_SHARE = 0.9;
export const NEAR_TARGET_SHARE = 0.8;

export type TargetLevel = "good" | "near" | "over";

/** How a share of 0..1 stands to the target; null where nothing was measured. */
export function targetLevel(share: number | null | undefined): TargetLevel | null {
	if (share == null) return null;
	if (share >= TARGET_SHARE) return "good";
	return share >= NEAR_TARGET_SHARE ? "near" : "over";
}
