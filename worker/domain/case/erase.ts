import { definitionOf } from "../../../rules/case/kinds.ts";
import type { CaseStep, StoredCase } from "../../../schema/customer/case.ts";
import type { CaseMoved } from "../../../schema/hall/event.ts";
import { stepped } from "./stepped.ts";

/**
 * A case without what is sealed, its key, and all that leads to a customer: its facts stay. It is over, and written anew,
 * so that D1 destroys its copy of the key.
 */
export function erased(stored: StoredCase, now: number): StoredCase {
	const { erasedAt, closedAt, revision } = stored;
	const nothing = { key: null, texts: {}, fields: {}, indexes: {}, ties: {} };
	return { ...stored, ...nothing, erasedAt: erasedAt ?? now, closedAt: closedAt ?? now, revision: revision + 1 };
}

/** An open case is of use to nobody without its texts: it ends, in the last of its kind's stages or where it stands. */
export function endedByErasing(
	stored: StoredCase,
	now: number,
	by: CaseStep["by"],
): { readonly after: StoredCase; readonly event: CaseMoved } {
	const { over, staysWhenErased } = definitionOf(stored.kind);
	const stage = staysWhenErased ? stored.stage : (over.at(-1) ?? stored.stage);
	const { ownerId, dueAt } = stored;
	const step = { step: "erase", at: now, by, stage, ownerId, dueAt, texts: [] };
	const { after, event } = stepped(stored, step);
	return { after: erased(after, now), event };
}
