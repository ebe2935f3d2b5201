/** Special needs that staff see in a customer; a customer never reads of any. */
export const NEEDS = ["hearing", "sight", "walking", "language", "age", "infant", "pregnancy", "ill"] as const;
export type Need = (typeof NEEDS)[number];

/** The class that the green channel gives, where the branch has it; as shipped its rank goes before all others. */
export const GREEN_CLASS = "green";

/** Whether a need gives the green channel: another language wants words, not a shorter wait. */
export function givesGreenChannel(need: Need): boolean {
	return need !== "language";
}
