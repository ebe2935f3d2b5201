import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { CaseTest } from "../../../rules/case/definition.ts";
import { type CaseKind, definitionOf } from "../../../rules/case/kinds.ts";
import type { StoredCase } from "../../../schema/customer/case.ts";
import type { CaseOrder, CaseSort } from "../../../schema/endpoint/case-endpoints.ts";
import type { NodeId } from "../../../schema/ids.ts";
import type { Memory } from "../memory.ts";
import { withinPlace } from "../within-place.ts";
import { selectCases } from "./case.ts";
import { cases } from "./case-tables.ts";

/** Whose cases somebody sees: all of a place, those that nobody is assigned to, the own ones. */
export type Seen = { readonly all: boolean; readonly unassigned: boolean; readonly staffId: string };

export type CaseFilter = {
	readonly kind: CaseKind;
	readonly seen: Seen;
	/** One of the lists of its kind. */
	readonly test: CaseTest;
	/** Absent: whether it is over or not. */
	readonly isOpen?: boolean | undefined;
	readonly stage?: string | undefined;
	readonly ownerId?: string | undefined;
	/** Business days on which one was opened. */
	readonly from?: string | undefined;
	readonly to?: string | undefined;
	/** Branch time. */
	readonly dueFrom?: number | undefined;
	readonly dueBefore?: number | undefined;
};
/** Where a case stands in a list: what the list is sorted by, then its due time and id. */
export type CaseSpot = { readonly key: string | number; readonly dueAt: number; readonly caseId: string };
export type CasePage = {
	readonly limit: number;
	readonly sort: CaseSort;
	readonly order: CaseOrder;
	readonly after: CaseSpot | null;
};

const SORTED_BY = {
	due: { column: cases.dueAt, keyOf: ({ dueAt }: StoredCase) => dueAt },
	opened: { column: cases.openedAt, keyOf: ({ openedAt }: StoredCase) => openedAt },
	stage: { column: cases.stage, keyOf: ({ stage }: StoredCase) => stage },
	owner: { column: cases.ownerId, keyOf: ({ ownerId }: StoredCase) => ownerId },
	place: { column: cases.branchId, keyOf: ({ branchId }: StoredCase) => branchId },
} as const;

/** Where a case stands in a list so sorted. */
export function spotOf(stored: StoredCase, sort: CaseSort): CaseSpot {
	return { key: SORTED_BY[sort].keyOf(stored), dueAt: stored.dueAt, caseId: stored.caseId };
}

/** One page of the cases of a kind within a part of the bank. */
export function listCases(
	memory: Memory,
	nodeId: NodeId,
	filter: CaseFilter,
	{ limit, sort, order, after }: CasePage,
): Promise<StoredCase[]> {
	const beyond = order === "asc" ? sql.raw(">") : sql.raw("<");
	const { column } = SORTED_BY[sort];
	const columns = sort === "due" ? [cases.dueAt, cases.caseId] : [column, cases.dueAt, cases.caseId];
	const ends = after && (sort === "due" ? [after.dueAt, after.caseId] : [after.key, after.dueAt, after.caseId]);
	// As one value, so that the index answers: of two conditions it would read every row before.
	const beyondEnd = ends === null ? undefined : sql`(${listed(columns)}) ${beyond} (${listed(ends)})`;
	return selectCases(memory, and(withinPlace(cases.branchId, nodeId), matching(filter), beyondEnd), {
		order: order === "asc" ? columns.map((each) => sql`${each}`) : columns.map((each) => desc(each)),
		limit,
	});
}

function matching({ kind, seen, test, isOpen, stage, ownerId, from, to, dueFrom, dueBefore }: CaseFilter) {
	return and(
		eq(cases.kind, kind),
		seen.all ? undefined : seenOnly(kind, seen),
		...passing(kind, test, seen.staffId),
		isOpen === undefined ? undefined : eq(cases.isOpen, isOpen ? 1 : 0),
		stage === undefined ? undefined : eq(cases.stage, stage),
		ownerId === undefined ? undefined : eq(cases.ownerId, ownerId),
		from === undefined ? undefined : sql`${ofBody("businessDay")} >= ${from}`,
		to === undefined ? undefined : sql`${ofBody("businessDay")} <= ${to}`,
		dueFrom === undefined ? undefined : gte(cases.dueAt, dueFrom),
		dueBefore === undefined ? undefined : lt(cases.dueAt, dueBefore),
	);
}

/** As the rules of reading say: the own ones, those somebody has a part in, and what nobody is assigned to. */
function seenOnly(kind: CaseKind, { unassigned, staffId }: Seen): SQL {
	const { assigned } = definitionOf(kind);
	const own = sql`${staffId} in (${listed([cases.openedBy, ...ownColumns(kind)])})`;
	return assigned && unassigned ? sql`(${own} or ${ofBody(`facts.${assigned.fact}`)} = 0)` : own;
}

function ownColumns(kind: CaseKind) {
	return [cases.ownerId, ...(definitionOf(kind).parts ?? []).map((fact) => ofBody(`facts.${fact}`))];
}

/** As `signsOf` looks at a test. */
function passing(kind: CaseKind, { stage, is = {}, lacks = [], isMine }: CaseTest, staffId: string) {
	return [
		stage === undefined ? undefined : eq(cases.stage, stage),
		...Object.entries(is).map(([fact, value]) => sql`${ofBody(`facts.${fact}`)} is ${value}`),
		...lacks.flatMap((each) => [sql`${ofBody(`fields.${each}`)} is null`, sql`${ofBody(`ties.${each}`)} is null`]),
		lacks.length === 0 ? undefined : sql`${ofBody("erasedAt")} is null`,
		isMine ? sql`${staffId} in (${listed(ownColumns(kind))})` : undefined,
	];
}

/** A value of the body. Its path comes from a kind's definition, never from a caller. */
function ofBody(path: string): SQL {
	return sql.raw(`json_extract(cases.body, '$.${path}')`);
}

function listed(parts: readonly unknown[]): SQL {
	return sql.join(
		parts.map((each) => sql`${each}`),
		sql`, `,
	);
}

/** By what a person's cases are found: one of these, under the names of these fields and ties. */
export type PersonKey = { readonly names: readonly string[]; readonly hashes: readonly string[] };

/** A person's cases within a node of the institution tree, the newest first. */
export function findCasesOfPerson(memory: Memory, nodeId: NodeId, { names, hashes }: PersonKey, limit: number) {
	const among = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`;
	const found = sql`${cases.caseId} in (select case_id from case_indexes
		where name in ${among(names)} and hash in ${among(hashes)})`;
	const order = [sql`${cases.openedAt} desc`, sql`${cases.caseId}`];
	// The plus keeps the database from going through all cases of the place by its index of branches.
	return selectCases(memory, and(found, withinPlace(sql`+${cases.branchId}`, nodeId)), { order, limit });
}
