import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { placeAt } from "../../../rules/place.ts";
import { type Place, ServiceActor, ServiceScope } from "../../../schema/actor.ts";
import { BranchId, type NodeId } from "../../../schema/ids.ts";
import { ServiceAccount } from "../../../schema/people/service-account.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import type { Memory } from "../memory.ts";
import { unlessRefused } from "../refusal.ts";
import { withinAny } from "../within-place.ts";

const COLUMNS = sql`account_id as accountId, node_id as nodeId, name, scopes, created_by as createdBy,
	created_at as createdAt, rotated_by as rotatedBy, rotated_at as rotatedAt, expires_at as expiresAt,
	revoked_by as revokedBy, revoked_at as revokedAt`;

const Scopes = z.string().transform((text) => z.array(ServiceScope).parse(JSON.parse(text)));
const Row = ServiceAccount.extend({ scopes: Scopes });

export type AccountKey = { readonly nodeId: NodeId; readonly accountId: string };
type By = { readonly staffId: string; readonly now: number };
type Fresh = Pick<ServiceAccount, "accountId" | "nodeId" | "name" | "scopes" | "expiresAt">;

/** One page of the accounts within any of these places, by id. */
export async function listAccounts(
	memory: Memory,
	places: readonly Place[],
	page: { readonly limit: number; readonly after: string | null },
): Promise<ServiceAccount[]> {
	const after = page.after === null ? sql`` : sql`and account_id > ${page.after}`;
	const rows = await memory.all(sql`select ${COLUMNS} from service_accounts
		where ${withinAny(sql`node_id`, places)} ${after} order by account_id limit ${page.limit}`);
	return rows.map((row) => Row.parse(row));
}

/** Writes an account that never was; its node must stand in the tree. */
export function addAccount(
	memory: Memory,
	{ accountId, nodeId, name, scopes, expiresAt }: Fresh,
	{ staffId, now }: By,
): Promise<ServiceAccount | { readonly refused: ProblemCode }> {
	return unlessRefused(async () => {
		const [row] = await memory.all(sql`insert into service_accounts
			(account_id, node_id, name, scopes, created_by, created_at, expires_at)
			values (${accountId}, ${nodeId}, ${name}, ${JSON.stringify(scopes)}, ${staffId}, ${now}, ${expiresAt})
			returning ${COLUMNS}`);
		return Row.parse(row);
	});
}

/** An account of this node; null when the node has none of that id, or it has been revoked. */
export function noteRotated(
	memory: Memory,
	key: AccountKey,
	{ staffId, now, expiresAt }: By & { readonly expiresAt: number },
): Promise<ServiceAccount | null> {
	return change(memory, key, sql`rotated_by = ${staffId}, rotated_at = ${now}, expires_at = ${expiresAt}`);
}

/** Notes that an account was revoked; null when there is none, or it had been. */
export function noteRevoked(memory: Memory, key: AccountKey, { staffId, now }: By): Promise<ServiceAccount | null> {
	return change(memory, key, sql`revoked_by = ${staffId}, revoked_at = ${now}`);
}

/** An account of this node, revoked or not; null when the node has none of that id. */
export async function findAccount(memory: Memory, key: AccountKey): Promise<ServiceAccount | null> {
	const [row] = await memory.all(sql`select ${COLUMNS} from service_accounts where ${at(key)}`);
	return row === undefined ? null : Row.parse(row);
}

/** Accounts at exactly these nodes that may still act. */
export async function accountIdsAt(memory: Memory, nodeIds: readonly NodeId[]): Promise<string[]> {
	const rows = await memory.all<{ account_id: string }>(
		sql`select account_id from service_accounts
			where node_id in (select value from json_each(${JSON.stringify(nodeIds)})) and revoked_at is null`,
	);
	return rows.map((row) => row.account_id);
}

const ActorRow = z.object({ nodeId: z.string(), scopes: Scopes, branchIds: z.string().nullable() });

/** As what an account acts, with its place worked out; null for one that is not known. */
export async function actorOfAccount(memory: Memory, accountId: string): Promise<ServiceActor | null> {
	const [found] = await memory.all(sql`
		select node_id as nodeId, scopes, case when instr(node_id, '.') > 0 then (
			select json_group_array(below.node_id) from institution_nodes as below
			where below.parent_id = service_accounts.node_id) end as branchIds
		from service_accounts where account_id = ${accountId}`);
	if (found === undefined) return null;
	const { nodeId, scopes, branchIds } = ActorRow.parse(found);
	const place = placeAt(nodeId, branchIds === null ? [] : z.array(BranchId).parse(JSON.parse(branchIds)));
	return ServiceActor.parse({ kind: "service", accountId, scopes, place });
}

async function change(memory: Memory, key: AccountKey, set: SQL): Promise<ServiceAccount | null> {
	const [row] = await memory.all(
		sql`update service_accounts set ${set} where ${at(key)} and revoked_at is null returning ${COLUMNS}`,
	);
	return row === undefined ? null : Row.parse(row);
}

function at({ nodeId, accountId }: AccountKey): SQL {
	return sql`account_id = ${accountId} and node_id = ${nodeId}`;
}
