import { definitionOf } from "../../../rules/case/kinds.ts";
import type { CaseNews, StoredCase } from "../../../schema/customer/case.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { afterOpenTime } from "../day/opening-time.ts";
import { endedByErasing } from "./erase.ts";

/**
 * When something must be done about a case by itself: its owner is told that it is due, others are when nothing was done
 * then, and its texts go once they have been kept long enough. Branch time; null: never.
 */
export function nextAt(stored: StoredCase, configuration: BranchConfiguration): number | null {
	if (stored.closedAt !== null) return null;
	const toldAt = tellAt(stored, configuration);
	const expiresAt = stored.key?.expiresAt ?? null;
	return toldAt === null || expiresAt === null ? (toldAt ?? expiresAt) : Math.min(toldAt, expiresAt);
}

function tellAt(
	{ kind, dueAt, remindedAt, escalatedAt }: StoredCase,
	configuration: BranchConfiguration,
): number | null {
	const { reminds, escalatesAfterMs } = definitionOf(kind);
	if (reminds === false || escalatedAt !== null) return null;
	return remindedAt === null ? dueAt : afterOpenTime(configuration, dueAt, escalatesAfterMs);
}

/** What was due of a case: how it is now, the event that says so, and the news that rings. */
export type DueStep = {
	readonly after: StoredCase;
	readonly event: BranchEvent;
	readonly news: Exclude<CaseNews, "offered">;
};

/** Does the first thing that is due of a case. To be told is no step, so the version stays. */
export function doWhatIsDue(stored: StoredCase, now: number): DueStep {
	if (stored.key !== null && stored.key.expiresAt <= now)
		return { ...endedByErasing(stored, now, null), news: "moved" };
	const { caseId, kind, ownerId, dueAt } = stored;
	const escalated = stored.remindedAt !== null;
	const noted = escalated ? { escalatedAt: now } : { remindedAt: now };
	const after = { ...stored, ...noted, revision: stored.revision + 1 };
	const event = { type: "case-due" as const, caseId, kind, ownerId, dueAt, escalated };
	return { after, event, news: escalated ? "escalated" : "due" };
}
