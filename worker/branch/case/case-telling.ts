import { definitionOf } from "../../../rules/case/kinds.ts";
import type { Role } from "../../../schema/actor.ts";
import type { CaseNews, StoredCase } from "../../../schema/customer/case.ts";
import type { CaseFrame } from "../../../schema/hall/protocol.ts";

/** What is told about a case, and to whom alone: these people, and whoever is in these roles at the branch. */
export type CaseTelling = {
	readonly staffIds: readonly string[];
	readonly roles: readonly Role[];
	readonly frame: CaseFrame;
};

/** A step concerns its owners before and after it and its opener; that it is due its owner alone; that it stays so those above. */
export function tellingOf(
	before: StoredCase | null,
	after: StoredCase,
	news: Exclude<CaseNews, "offered">,
): CaseTelling {
	const { kind, caseId, ownerId, openedBy } = after;
	const frame = { type: "case", news, kind, caseId } as const;
	switch (news) {
		case "moved":
			return { staffIds: [...new Set([before?.ownerId ?? ownerId, ownerId, openedBy])], roles: [], frame };
		case "due":
			return { staffIds: [ownerId], roles: [], frame };
		case "escalated":
			return { staffIds: [], roles: definitionOf(kind).escalatesTo, frame };
		default:
			return news satisfies never;
	}
}
