import type { CaseKind } from "../../../rules/case/kinds.ts";

/** Which open cases somebody asks for. What may be read has been worked out by the door. */
export type OpenCasesQuestion = {
	readonly kinds: readonly CaseKind[];
	/** The own tasks alone. */
	readonly mineOnly: boolean;
	/** Who asks: owner and opener see their own. */
	readonly staffId: string;
	/** Kinds of which all may be read, and kinds that are escalated to whoever asks. */
	readonly all: readonly CaseKind[];
	readonly escalated: readonly CaseKind[];
	readonly after: { readonly dueAt: number; readonly caseId: string } | null;
	readonly limit: number;
};

/** The query of the object's table that answers it, and its values. */
export function openCasesQuery({ kinds, mineOnly, staffId, all, escalated, after, limit }: OpenCasesQuestion): {
	readonly query: string;
	readonly values: (string | number | null)[];
} {
	const query = `SELECT body FROM cases WHERE is_open = 1 AND kind IN (SELECT value FROM json_each(?1))
		AND (owner_id = ?2 OR (is_escalated = 1 AND kind IN (SELECT value FROM json_each(?3)))
			OR (NOT ?4 AND (opened_by = ?2 OR kind IN (SELECT value FROM json_each(?5)))))
		AND (due_at, case_id) > (?6, ?7) ORDER BY due_at, case_id LIMIT ?8`;
	const start = [after?.dueAt ?? 0, after?.caseId ?? ""];
	const values = [
		JSON.stringify(kinds),
		staffId,
		JSON.stringify(escalated),
		mineOnly ? 1 : 0,
		JSON.stringify(all),
		...start,
		limit,
	];
	return { query, values };
}
