/** Everything that shows a version, or what it makes hold. */
export const TOUCHED = ["sections", "sectionAt", "sectionVersion"] as const;
