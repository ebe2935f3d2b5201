import { and, desc, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Bilingual, NodeId } from "../../schema/ids.ts";
import type { ReferralStatus } from "../../schema/referral.ts";
import type { OutboxEntry } from "../../schema/sealed-referral.ts";
import { type LivingKey, livingKey, rememberDataKey } from "./data-key.ts";
import type { Memory } from "./memory.ts";
import { BLANK, dataKeys, referrals } from "./referral-tables.ts";
import { nameFromJson, staffNameOf } from "./staff-name.ts";
import { withinPlace } from "./within-place.ts";

/** What the staff on a record are called; null: nobody, or somebody whom the bank's books do not have. */
export type StaffOfReferral = Readonly<Record<"staff" | "manager" | "signer", Bilingual | null>>;

/** A record as it is stored, with its key while that exists. */
export type StoredReferral = {
	readonly row: typeof referrals.$inferSelect;
	readonly key: LivingKey | null;
	readonly names: StaffOfReferral;
};

/** Writes a new record and its key, both or neither; what is known already, changed since or erased, stays as it is. */
export async function rememberNewReferral(memory: Memory, entry: OutboxEntry): Promise<void> {
	const { key, values, consent, ...row } = entry;
	const record = { ...row, ...values, keyId: key.keyId, version: 1 };
	const asked = { consent: consent.status, consentHow: consent.how, consentAt: consent.at };
	try {
		await memory.batch([
			rememberDataKey(memory, key),
			memory
				.insert(referrals)
				.values({ ...record, ...asked })
				.onConflictDoNothing(),
		]);
	} catch (error) {
		// The library's own message repeats every value; the memory's says what was wrong.
		throw new Error(String(error instanceof Error ? (error.cause ?? error.message) : error));
	}
}

/** One record of a branch; null when there is none. */
export async function findReferral(
	memory: Memory,
	branchId: string,
	referralId: string,
): Promise<StoredReferral | null> {
	const of = and(eq(referrals.referralId, referralId), eq(referrals.branchId, branchId));
	const [found] = await select(memory, of, 1);
	return found ?? null;
}

export type ReferralFilter = {
	readonly from?: string | undefined;
	readonly to?: string | undefined;
	readonly status?: ReferralStatus | undefined;
	readonly unsigned?: boolean | undefined;
	readonly incomplete?: boolean | undefined;
	/** A member of staff: only those they recognised or manage. */
	readonly mine?: string | undefined;
};
export type ReferralPage = {
	readonly limit: number;
	readonly after: { readonly recordedAt: number; readonly referralId: string } | null;
};

/** One page of a branch's records, newest first. */
export function listReferrals(
	memory: Memory,
	branchId: string,
	filter: ReferralFilter,
	{ limit, after }: ReferralPage,
): Promise<StoredReferral[]> {
	const beyond =
		after === null
			? undefined
			: or(
					lt(referrals.recordedAt, after.recordedAt),
					and(eq(referrals.recordedAt, after.recordedAt), sql`${referrals.referralId} > ${after.referralId}`),
				);
	return select(memory, and(eq(referrals.branchId, branchId), matching(filter), beyond), limit);
}

function matching({ from, to, status, unsigned, incomplete, mine }: ReferralFilter): SQL | undefined {
	return and(
		from === undefined ? undefined : gte(referrals.businessDay, from),
		to === undefined ? undefined : lte(referrals.businessDay, to),
		status === undefined ? undefined : eq(referrals.status, status),
		unsigned === undefined ? undefined : unsigned ? isNull(referrals.signedBy) : isNotNull(referrals.signedBy),
		incomplete === undefined ? undefined : sql`(${isIncomplete}) = ${incomplete ? 1 : 0}`,
		mine === undefined ? undefined : or(eq(referrals.staffId, mine), eq(referrals.managerId, mine)),
	);
}

/** As `incomplete` of a row says; what was erased is beyond completing. */
const isIncomplete = sql`${referrals.status} = 'to_follow_up' and ${referrals.contact} is null
	and ${referrals.customerReference} is null and ${referrals.erasedAt} is null`;

/** By what a person's records are found. */
export type PersonKey =
	| { readonly column: "numberIndex" | "contactIndex"; readonly hashes: readonly string[] }
	/** Without its hyphens. */
	| { readonly column: "customerReference"; readonly reference: string };

/** A person's records within a node of the institution tree, newest first. */
export function findPerson(memory: Memory, nodeId: NodeId, key: PersonKey, limit: number): Promise<StoredReferral[]> {
	return select(memory, and(heldUnder(key), withinPlace(referrals.branchId, nodeId)), limit);
}

function heldUnder(key: PersonKey): SQL {
	if (key.column !== "customerReference") {
		return sql`${referrals[key.column]} in (select value from json_each(${JSON.stringify(key.hashes)}))`;
	}
	// As the index over it says it, word for word.
	const { customerReference } = referrals;
	return sql`${customerReference} is not null and replace(${customerReference}, '-', '') = ${key.reference}`;
}

async function select(memory: Memory, where: SQL | undefined, limit: number): Promise<StoredReferral[]> {
	const rows = await memory
		.select({
			row: referrals,
			key: dataKeys,
			staff: staffNameOf(referrals.staffId),
			manager: staffNameOf(referrals.managerId),
			signer: staffNameOf(referrals.signedBy),
		})
		.from(referrals)
		.leftJoin(dataKeys, eq(dataKeys.keyId, referrals.keyId))
		.where(where)
		.orderBy(desc(referrals.recordedAt), referrals.referralId)
		.limit(limit);
	return rows.map(({ row, key, staff, manager, signer }) => ({
		row,
		key: livingKey(key),
		names: { staff: nameFromJson(staff), manager: nameFromJson(manager), signer: nameFromJson(signer) },
	}));
}

export type ReferralColumns = Partial<Omit<typeof referrals.$inferInsert, "referralId" | "branchId" | "version">>;

/** Changes a record if it still has the version that was read. False: somebody else was faster, or it was erased. */
export async function changeReferral(
	memory: Memory,
	referralId: string,
	version: number,
	columns: ReferralColumns,
): Promise<boolean> {
	const changed = await memory
		.update(referrals)
		.set({ ...columns, version: version + 1 })
		.where(and(eq(referrals.referralId, referralId), eq(referrals.version, version), isNull(referrals.erasedAt)))
		.returning({ referralId: referrals.referralId });
	return changed.length === 1;
}

/** Takes a record's personal half away; run in one transaction with destroying its key. `at` is wall-clock time. */
export function blankReferral(memory: Memory, referralId: string, at: number) {
	return memory
		.update(referrals)
		.set({ ...BLANK, erasedAt: at, version: sql`${referrals.version} + 1` })
		.where(and(eq(referrals.referralId, referralId), isNull(referrals.erasedAt)));
}
