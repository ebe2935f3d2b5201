import { and, eq, type SQL, sql } from "drizzle-orm";
import type { StoredCase } from "../../../schema/customer/case.ts";
import type { ReferralStatus } from "../../../schema/customer/referral.ts";
import type { NodeId } from "../../../schema/ids.ts";
import type { Memory } from "../memory.ts";
import { withinPlace } from "../within-place.ts";
import { selectCases } from "./case.ts";
import { cases } from "./case-tables.ts";

/** Whose records somebody sees: all of a branch, those that nobody is assigned to, the own ones. */
export type Seen = { readonly all: boolean; readonly free: boolean; readonly staffId: string | null };

export type ReferralFilter = {
	readonly seen: Seen;
	readonly from?: string | undefined;
	readonly to?: string | undefined;
	readonly status?: ReferralStatus | undefined;
	readonly unsigned?: boolean | undefined;
	readonly incomplete?: boolean | undefined;
	/** A member of staff: only those they recognised or are assigned to. */
	readonly mine?: string | undefined;
};
export type ReferralPage = {
	readonly limit: number;
	readonly after: { readonly openedAt: number; readonly caseId: string } | null;
};

const NEWEST = [sql`${cases.openedAt} desc`, sql`${cases.caseId}`];
const ofBody = (path: string) => sql.raw(`json_extract(cases.body, '$.${path}')`);
const IS_REFERRAL = eq(cases.kind, "referral");

/** One page of a branch's records that somebody may read, newest first. */
export function listReferrals(
	memory: Memory,
	branchId: string,
	filter: ReferralFilter,
	{ limit, after }: ReferralPage,
): Promise<StoredCase[]> {
	const beyond =
		after === null ? undefined : sql`(-${cases.openedAt}, ${cases.caseId}) > (${-after.openedAt}, ${after.caseId})`;
	const where = and(eq(cases.branchId, branchId), IS_REFERRAL, matching(filter), beyond);
	return selectCases(memory, where, { order: NEWEST, limit });
}

function matching({ seen, from, to, status, unsigned, incomplete, mine }: ReferralFilter): SQL | undefined {
	return and(
		seen.all ? undefined : seenOnly(seen),
		from === undefined ? undefined : sql`${ofBody("businessDay")} >= ${from}`,
		to === undefined ? undefined : sql`${ofBody("businessDay")} <= ${to}`,
		status === undefined ? undefined : eq(cases.stage, status),
		unsigned === undefined ? undefined : sql`(${ofBody("facts.signedBy")} is null) = ${unsigned ? 1 : 0}`,
		incomplete === undefined ? undefined : sql`(${IS_INCOMPLETE}) = ${incomplete ? 1 : 0}`,
		mine === undefined ? undefined : sql`(${ofBody("facts.staffId")} = ${mine} or ${cases.ownerId} = ${mine})`,
	);
}

/** As the rule of the kind says who reads one. */
function seenOnly({ free, staffId }: Seen): SQL {
	const own = sql`${staffId} in (${cases.ownerId}, ${cases.openedBy}, ${ofBody("facts.staffId")})`;
	return free ? sql`(${own} or ${ofBody("facts.isAssigned")} = 0)` : own;
}

/** As `incomplete` of a row says; what was erased is beyond completing. */
const IS_INCOMPLETE = sql`${cases.stage} = 'to_follow_up' and ${ofBody("fields.contact")} is null
	and ${ofBody("ties.customerReference")} is null and ${ofBody("erasedAt")} is null`;

/** By what a person's records are found: one of these under the name of a field or a tie. */
export type PersonKey = { readonly name: string; readonly hashes: readonly string[] };

/** A person's records within a node of the institution tree, newest first. */
export function findPerson(
	memory: Memory,
	nodeId: NodeId,
	{ name, hashes }: PersonKey,
	limit: number,
): Promise<StoredCase[]> {
	const found = sql`${cases.caseId} in (select case_id from case_indexes
		where name = ${name} and hash in (select value from json_each(${JSON.stringify(hashes)})))`;
	return selectCases(memory, and(found, IS_REFERRAL, withinPlace(cases.branchId, nodeId)), { order: NEWEST, limit });
}
