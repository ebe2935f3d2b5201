import { definitionOf } from "../../../rules/case/kinds.ts";
import { isOver } from "../../../rules/case/step.ts";
import type { CaseFacts, CaseStep } from "../../../schema/customer/case.ts";
import type { CaseMoved } from "../../../schema/hall/event.ts";

/** A case after one more step, and the event that says so. */
export function stepped<Facts extends CaseFacts>(
	before: Facts,
	step: CaseStep,
): { readonly after: Facts; readonly event: CaseMoved } {
	const { caseId, kind, businessDay } = before;
	const standing = { stage: step.stage, ownerId: step.ownerId, dueAt: step.dueAt };
	const version = before.version + 1;
	const closedAt = isOver(definitionOf(kind), step.stage) ? step.at : null;
	const after = { ...before, ...standing, closedAt, steps: [...before.steps, step], version };
	const wasOver = before.closedAt === null ? {} : { wasOver: true as const };
	return {
		after,
		event: { type: "case-moved", caseId, kind, businessDay, step: step.step, ...standing, version, ...wasOver },
	};
}
