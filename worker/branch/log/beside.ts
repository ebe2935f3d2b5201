/** What is stored in a commit's transaction besides it, and what follows once that has succeeded. */
export type Beside = {
	readonly store: () => void;
	readonly stored: () => void;
	/** Branch time at which something stored with it is due; null: nothing is. */
	readonly dueAt: number | null;
};
