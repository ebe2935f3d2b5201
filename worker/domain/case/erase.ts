import { definitionOf } from "../../../rules/case/kinds.ts";
import type { CaseStep, StoredCase } from "../../../schema/case.ts";
import type { CaseMoved } from "../../../schema/event.ts";
import { stepped } from "./stepped.ts";

/** A case without its texts and their key: its facts stay. It is written anew, so that D1 destroys its copy of the key. */
export function erased(stored: StoredCase, now: number): StoredCase {
	const erasedAt = stored.erasedAt ?? now;
	return { ...stored, key: null, texts: {}, erasedAt, revision: stored.revision + 1 };
}

/** An open case is of use to nobody without its texts: it ends, in the last of its kind's stages. */
export function endedByErasing(
	stored: StoredCase,
	now: number,
	by: CaseStep["by"],
): { readonly after: StoredCase; readonly event: CaseMoved } {
	const stage = definitionOf(stored.kind).over.at(-1) ?? stored.stage;
	const { ownerId, dueAt } = stored;
	const step = { step: "erase", at: now, by, stage, ownerId, dueAt, texts: [] };
	const { after, event } = stepped(stored, step);
	return { after: erased(after, now), event };
}
