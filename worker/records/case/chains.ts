import { sql } from "drizzle-orm";
import type { NodeId } from "../../../schema/ids.ts";
import type { Memory } from "../memory.ts";
import { blankCase } from "./case.ts";
import { destroyKey } from "./data-key.ts";

/** The nodes of the bank that have, or may have, a branch or a chain, by id, after one of them. */
export async function chainsAfter(memory: Memory, after: string, limit: number): Promise<NodeId[]> {
	const rows = await memory.all<{ id: string }>(sql`
		select node_id as id from institution_nodes where node_id > ${after}
		union select branch_id from branches where branch_id > ${after}
		union select chain from ledger_anchor where chain > ${after}
		order by id limit ${limit}
	`);
	return rows.map(({ id }) => id);
}

/** Erases again what a chain says was erased and is there all the same. How many; `at` is wall-clock time. */
export async function repeatErasures(memory: Memory, chain: NodeId, at: number): Promise<number> {
	// A record's own id is the random part of its case's.
	const rows = await memory.all<{ id: string; keyId: string }>(sql`
		select case_id as id, key_id as keyId from cases where json_extract(body, '$.erasedAt') is null and case_id in (
			select coalesce(json_extract(asked.body, '$.subject.caseId'), json_extract(asked.body, '$.subject.branchId')
				|| '_' || substr(json_extract(asked.body, '$.subject.referralId'), 2))
			from ledger_entry as asked join ledger_entry as told on told.chain = asked.chain and told.refers_to = asked.seq
			where asked.chain = ${chain} and asked.act in ('eraseReferral', 'eraseCase')
				and json_extract(told.body, '$.outcome') = 'done'
		)
	`);
	for (const { id, keyId } of rows) await memory.batch([destroyKey(memory, keyId, at), blankCase(memory, id, at)]);
	return rows.length;
}
