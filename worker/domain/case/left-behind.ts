import type { StoredCase } from "../../../schema/customer/case.ts";
import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { CaseMoved } from "../../../schema/hall/event.ts";
import { CASE_STEPS_MAX } from "../../../schema/limits.ts";
import { stepped } from "./stepped.ts";

/** Who takes over what somebody leaves behind, the first there is. */
const HEIRS = ["branch-head", "deputy-head", "lobby-manager"] as const;

/** Who owns what those leave behind who work here no more; null: nobody here can. */
export function heirOf(people: readonly BranchPerson[]): string | null {
	for (const role of HEIRS) {
		const heir = people.find(({ roles }) => roles.includes(role));
		if (heir !== undefined) return heir.id;
	}
	return null;
}

/** A case whose owner has left, now the heir's, who is told anew when it is due; null when it has no room for a step. */
export function takenOver(
	stored: StoredCase,
	heirId: string,
	now: number,
): { readonly after: StoredCase; readonly event: CaseMoved } | null {
	// The last place is kept for the step that ends it: whoever oversees the kind can still do that.
	if (stored.steps.length >= CASE_STEPS_MAX - 1) return null;
	const { stage, dueAt } = stored;
	const step = { step: "owner-left", at: now, by: null, stage, ownerId: heirId, dueAt, texts: [] };
	const { after, event } = stepped(stored, step);
	return { after: { ...after, remindedAt: null, escalatedAt: null, revision: stored.revision + 1 }, event };
}
