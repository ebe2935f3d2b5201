import { and, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { CaseKind } from "../../../rules/case/kinds.ts";
import { StoredCase } from "../../../schema/customer/case.ts";
import { WrappedKey } from "../../../schema/customer/sealed.ts";
import { retentionOf } from "../../domain/case/case-place.ts";
import { incoming, type Memory, unlessNewerIsKnown } from "../memory.ts";
import { cases, dataKeys } from "./case-tables.ts";
import { rememberDataKey, rememberDestroyedKey } from "./data-key.ts";

/** Writes a case as its branch has it, with its key or that this is destroyed, both or neither; a newer one that is known stays. */
export async function rememberCase(memory: Memory, stored: StoredCase, epoch: number): Promise<void> {
	const { caseId, branchId, kind, stage, ownerId, openedBy, openedAt, dueAt, keyId, key, ...rest } = stored;
	const row = { caseId, branchId, kind, stage, ownerId, openedBy, openedAt, dueAt };
	const write = memory
		.insert(cases)
		.values({
			...row,
			isOpen: stored.closedAt === null ? 1 : 0,
			keyId,
			epoch,
			seq: stored.revision,
			body: JSON.stringify({ ...row, ...rest, keyId, key: null }),
		})
		.onConflictDoUpdate({
			target: cases.caseId,
			set: {
				stage: incoming(cases.stage),
				isOpen: incoming(cases.isOpen),
				ownerId: incoming(cases.ownerId),
				dueAt: incoming(cases.dueAt),
				epoch: incoming(cases.epoch),
				seq: incoming(cases.seq),
				body: incoming(cases.body),
			},
			setWhere: unlessNewerIsKnown(cases),
		});
	try {
		const ofKey =
			key === null
				? rememberDestroyedKey(memory, { keyId, branchId, retention: retentionOf(kind) }, stored.erasedAt ?? openedAt)
				: rememberDataKey(memory, key);
		await memory.batch([ofKey, write]);
	} catch (error) {
		// The library's own message repeats every value; the memory's says what was wrong.
		throw new Error(String(error instanceof Error ? (error.cause ?? error.message) : error));
	}
}

/** A case in D1; epoch 0: its branch has not written it yet. */
export type FoundCase = { readonly stored: StoredCase; readonly epoch: number };

/** One case of a branch, without its key's bytes when that has been destroyed; null when there is none. */
export async function findCase(memory: Memory, branchId: string, caseId: string): Promise<StoredCase | null> {
	return (await findCaseThere(memory, branchId, caseId))?.stored ?? null;
}

/** As `findCase`, and under which epoch it is there. */
export async function findCaseThere(memory: Memory, branchId: string, caseId: string): Promise<FoundCase | null> {
	const [found] = await select(memory).where(and(eq(cases.caseId, caseId), eq(cases.branchId, branchId)));
	return found === undefined ? null : { stored: caseWithKey(found), epoch: found.epoch };
}

/** Those of a branch's cases that there are of these. */
export async function casesNamed(memory: Memory, branchId: string, caseIds: readonly string[]): Promise<StoredCase[]> {
	const named = sql`${cases.caseId} in (select value from json_each(${JSON.stringify(caseIds)}))`;
	return caseIds.length === 0 ? [] : selectCases(memory, and(eq(cases.branchId, branchId), named));
}

type OpenOnes = {
	readonly branchId: string;
	readonly kinds: readonly CaseKind[];
	readonly after: string;
	readonly limit: number;
};

/** Open cases of a branch by id, after one. */
export async function openCasesOf(memory: Memory, { branchId, kinds, after, limit }: OpenOnes): Promise<StoredCase[]> {
	const open = and(eq(cases.branchId, branchId), inArray(cases.kind, [...kinds]), eq(cases.isOpen, 1));
	const rows = await select(memory)
		.where(and(open, gt(cases.caseId, after)))
		.orderBy(cases.caseId)
		.limit(limit);
	return rows.map(caseWithKey);
}

/** The cases that fulfil a condition, in an order of columns. */
export async function selectCases(
	memory: Memory,
	where: SQL | undefined,
	{ order = [], limit = -1 }: { readonly order?: readonly SQL[]; readonly limit?: number } = {},
): Promise<StoredCase[]> {
	const rows = await select(memory)
		.where(where)
		.orderBy(...order)
		.limit(limit);
	return rows.map(caseWithKey);
}

function select(memory: Memory) {
	return memory
		.select({ body: cases.body, epoch: cases.epoch, key: dataKeys })
		.from(cases)
		.leftJoin(dataKeys, eq(dataKeys.keyId, cases.keyId))
		.$dynamic();
}

/** Of a destroyed key nothing is left. */
function caseWithKey({
	body,
	key,
}: {
	readonly body: string;
	readonly key: typeof dataKeys.$inferSelect | null;
}): StoredCase {
	const stored = StoredCase.parse(JSON.parse(body));
	if (key === null || key.wrapped === null) return stored;
	const { destroyedAt: _, ...living } = key;
	return { ...stored, key: WrappedKey.parse(living) };
}

/** Takes away what of some cases is sealed, or leads to a customer; their facts stay. Wall-clock time. */
export function blankCases(memory: Memory, which: SQL, at: number) {
	const nothing = sql.raw(["texts", "fields", "indexes", "ties"].map((each) => `'$.${each}', json('{}')`).join(", "));
	const body = sql`json_set(${cases.body}, ${nothing}, '$.erasedAt', ${at})`;
	return memory
		.update(cases)
		.set({ body })
		.where(and(which, sql`json_extract(${cases.body}, '$.erasedAt') is null`));
}

export function blankCase(memory: Memory, caseId: string, at: number) {
	return blankCases(memory, eq(cases.caseId, caseId), at);
}
